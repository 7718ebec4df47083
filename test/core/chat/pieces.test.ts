import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { citationRuns, eventPieces, plainText } from '../../../src/core/chat/pieces.ts';

describe('a citation', () => {
  const told = (title: string, date: string | undefined): string =>
    plainText({
      runs: citationRuns({
        kind: 'citation',
        handle: 'k7m2x',
        title,
        ...(date === undefined ? {} : { date }),
      }),
    });

  it('says its date, unless its title ends with the very same', () => {
    assert.equal(told('Tựa', '2019'), '— Tựa · 2019');
    assert.equal(told('Kim ngạch năm 2019', '2019'), '— Kim ngạch năm 2019');
    assert.equal(told('Kim ngạch năm 2019', '2020'), '— Kim ngạch năm 2019 · 2020');
    assert.equal(told('Tựa', undefined), '— Tựa');
  });
});

describe('an event', () => {
  it('stands below its date and title, both of them bold', () => {
    const pieces = eventPieces({
      kind: 'event',
      date: '3/2/1994',
      title: 'Bỏ cấm vận',
      text: 'Hoa Kỳ bỏ cấm vận.',
    });
    assert.deepEqual(
      pieces.map(({ runs }) => runs.map(({ text, bold }) => [text, bold === true])),
      [[['3/2/1994 · Bỏ cấm vận', true]], [['Hoa Kỳ bỏ cấm vận.', false]]],
    );
  });
});

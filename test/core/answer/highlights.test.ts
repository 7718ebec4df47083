import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Ask, askerOf } from '../../support/asking.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const GLOSSARY = [
  '{ kind: place, vi: [Hoa Kỳ, Mỹ], en: [United States, US] }',
  '{ kind: term, vi: [lệnh cấm vận, cấm vận], en: [embargo] }',
];

const SENTENCE = 'Tháng 2 năm 1994, Mỹ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.';

/** What is highlighted in the only sentence that is about anything. */
function highlighted(question: string, sentence = SENTENCE): readonly string[] {
  const ask: Ask = askerOf(
    tinyLibrary({ articles: [...apart(sentence), ...BACKGROUND], glossary: GLOSSARY }),
  );
  const [best] = ask(question).passages;
  assert.equal(best?.sentence.text, sentence);
  return best.highlights.map(({ start, end }) => best.sentence.text.slice(start, end));
}

describe('the highlights of a sentence', () => {
  it('are the words of the question, neighbours in one piece', () => {
    assert.deepEqual(highlighted('bãi bỏ thương mại'), ['bãi bỏ', 'thương mại']);
  });

  it('are found whatever marks were typed', () => {
    assert.deepEqual(highlighted('bai bo thuong mai'), ['bãi bỏ', 'thương mại']);
    assert.deepEqual(highlighted('BÃI BỎ thương mại'.normalize('NFD')), ['bãi bỏ', 'thương mại']);
  });

  it('are the wordings of a meaning that was asked for in other words', () => {
    assert.deepEqual(highlighted('US embargo'), ['Mỹ', 'lệnh cấm vận']);
    assert.deepEqual(highlighted('Hoa Kỳ bãi bỏ'), ['Mỹ bãi bỏ']);
  });

  it('are no words that say nothing by themselves', () => {
    assert.deepEqual(highlighted('bãi bỏ với ai?'), ['bãi bỏ']);
  });

  it('are none where nothing matches', () => {
    const ask = askerOf(tinyLibrary({ articles: BACKGROUND }));
    for (const { highlights } of ask('xyzzy').passages) assert.deepEqual(highlights, []);
  });
});

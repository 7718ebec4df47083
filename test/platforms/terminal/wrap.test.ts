import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleText } from 'node:util';
import fc from 'fast-check';
import { wrap } from '../../../src/platforms/terminal/wrap.ts';

const bold = (text: string): string => styleText('bold', text, { validateStream: false });

describe('wrapping text', () => {
  it('fills a line to its last column and breaks one later', () => {
    assert.deepEqual(wrap('một hai ba', 10), ['một hai ba']);
    assert.deepEqual(wrap('một hai ba', 9), ['một hai', 'ba']);
  });

  it('keeps the line breaks of the text', () => {
    assert.deepEqual(wrap('một\n\nhai ba', 3), ['một', '', 'hai', 'ba']);
  });

  it('leaves an address whole on a line of its own', () => {
    const address = 'https://example.org/a-long-address';
    assert.deepEqual(wrap(`xem ${address} nhé`, 10), ['xem', address, 'nhé']);
  });

  it('does not count colours', () => {
    assert.deepEqual(wrap(`${bold('một')} ${bold('hai')} ba`, 10), [`${bold('một')} ${bold('hai')} ba`]);
  });

  it('breaks decomposed Vietnamese where it breaks composed', () => {
    const text = 'Việt Nam và Hoa Kỳ thiết lập quan hệ đối tác chiến lược toàn diện';
    for (let width = 5; width < 70; width += 1) {
      const composed = wrap(text, width);
      assert.deepEqual(
        wrap(text.normalize('NFD'), width).map((line) => line.normalize('NFC')),
        composed,
      );
    }
  });

  it('loses no word and makes no line too long unless one word is', () => {
    const words = fc.array(fc.stringMatching(/^[a-zàếữđ]{1,30}$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (given, width) => {
        const lines = wrap(given.join(' '), width);
        assert.equal(lines.join(' '), given.join(' '));
        for (const line of lines)
          assert.ok(line.normalize('NFC').length <= width || !line.includes(' '), line);
      }),
    );
  });
});

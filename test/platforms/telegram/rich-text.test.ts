import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shorten } from '../../../src/core/text/shorten.ts';
import { TELEGRAM_LIMITS } from '../../../src/platforms/telegram/limits.ts';
import { type Piece, packMessages, toHtml, toPlain } from '../../../src/platforms/telegram/rich-text.ts';
import { parseHtml } from '../../support/telegram/html-entities.ts';

const LIMIT = TELEGRAM_LIMITS.messageText;
const piece = (text: string): Piece => ({ runs: [{ text }] });
/** "ề" as two marks over a letter, as some keyboards write it: three units that belong together. */
const DECOMPOSED = 'ề'.normalize('NFD');
const FLAG = '🇻🇳';

describe('packing messages', () => {
  for (const [length, count] of [
    [LIMIT - 1, 1],
    [LIMIT, 1],
    [LIMIT + 1, 2],
  ] as const) {
    it(`makes ${count} of ${length} units`, () => {
      assert.equal(packMessages([piece('x'.repeat(length))], LIMIT, 'vi').length, count);
    });
  }

  it('keeps a piece whole where it fits into the next message', () => {
    const messages = packMessages([piece('a'.repeat(3000)), piece('b'.repeat(2000))], LIMIT, 'vi');
    assert.deepEqual(
      messages.map(([only]) => only?.runs[0]?.text.length),
      [3000, 2000],
    );
  });

  it('counts the empty line between two pieces', () => {
    const fitting = [piece('a'.repeat(2000)), piece('b'.repeat(LIMIT - 2002))];
    assert.equal(packMessages(fitting, LIMIT, 'vi').length, 1);
    const tooLong = [piece('a'.repeat(2000)), piece('b'.repeat(LIMIT - 2001))];
    assert.equal(packMessages(tooLong, LIMIT, 'vi').length, 2);
  });

  it('parts a long piece between sentences', () => {
    const sentence = `Hai nước ký hiệp định vào năm 2000${' và'.repeat(300)} thôi.`;
    const messages = packMessages([piece(`${sentence} `.repeat(6).trim())], LIMIT, 'vi');
    for (const message of messages) assert.match(toPlain(message), /^Hai nước[\s\S]*thôi\.\s?$/);
  });

  for (const [name, unit] of [
    ['a decomposed letter', DECOMPOSED],
    ['a flag', FLAG],
    ['a family', '👩‍👩‍👧‍👦'],
  ] as const) {
    it(`cuts no ${name} apart`, () => {
      const messages = packMessages([piece(unit.repeat(3000))], LIMIT, 'vi');
      for (const message of messages) {
        const text = toPlain(message);
        assert.ok(text.length <= LIMIT);
        assert.equal(text.length % unit.length, 0);
      }
    });
  }

  it('loses nothing and keeps to the limit as Telegram counts it, whatever the text', () => {
    const run = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 40 }) });
    const pieces = fc.array(fc.record({ runs: fc.array(run, { maxLength: 4 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 20, max: 80 }), (all, limit) => {
        const messages = packMessages(all, limit, 'vi');
        const texts = (some: readonly Piece[]) =>
          some.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
        assert.equal(messages.map(texts).join(''), texts(all));
        for (const message of messages) {
          const parsed = parseHtml(toHtml(message));
          assert.ok(parsed.text.length <= limit);
          assert.equal(parsed.text, toPlain(message));
        }
      }),
    );
  });
});

describe('markup', () => {
  it('in a text is shown, never obeyed', () => {
    const hostile = '<b>đậm</b> & <a href="https://evil.example">bấm</a> @everyone &lt;';
    const parsed = parseHtml(toHtml([piece(hostile)]));
    assert.equal(parsed.text, hostile);
    assert.deepEqual(parsed.entities, []);
  });

  it('in an address stays in the address', () => {
    const href = 'https://example.org/?a=1&b="><b>';
    const parsed = parseHtml(toHtml([{ runs: [{ text: 'nguồn', href }] }]));
    assert.equal(parsed.text, 'nguồn');
    assert.deepEqual(parsed.entities, [
      { type: 'text_link', offset: 0, length: 5, url: 'https://example.org/?a=1&b=%22%3E%3Cb%3E' },
    ]);
  });
});

describe('shortening', () => {
  it('leaves what fits, and cuts no letter apart', () => {
    assert.equal(shorten('năm', 3), 'năm');
    assert.equal(shorten(`${DECOMPOSED}${DECOMPOSED}`, 5), `${DECOMPOSED}…`);
    assert.equal(shorten(`${FLAG}${FLAG}`, 6), `${FLAG}…`);
    assert.equal(shorten('', 5), '');
  });
});

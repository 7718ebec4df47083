import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import type { Block } from '../../../src/core/chat/reply.ts';
import { cleanText, renderReply, widthFor } from '../../../src/platforms/terminal/render.ts';
import { createStyle } from '../../../src/platforms/terminal/style.ts';

const PLAIN = createStyle(false);
const COLOURED = createStyle(true);

const plain = (block: Block, width = 100): string =>
  renderReply({ language: 'vi', blocks: [block] }, PLAIN, width);

const QUOTE = {
  kind: 'quote',
  text: 'Hai nước bình thường hóa quan hệ ngày 12/7/1995.',
  highlights: [{ start: 9, end: 24 }],
  marks: [],
} as const;

/** One block of every kind, with the given text wherever a text can stand. */
const everyBlock = (text: string): readonly Block[] => [
  { kind: 'direct', text },
  { kind: 'quote', text, highlights: [{ start: 0, end: text.length }], marks: ['corrected'] },
  { kind: 'citation', title: text, handle: 'abcde', date: text, source: { title: text, url: text } },
  { kind: 'text', text },
  { kind: 'notice', text },
  { kind: 'heading', text },
  { kind: 'event', date: text, title: text, text, source: { title: text, url: text } },
  { kind: 'choices', choices: [{ label: text, say: `/date ${text}` }] },
];

describe('rendering blocks as plain text', () => {
  it('quotes a sentence in its quotation marks', () => {
    assert.equal(plain(QUOTE), '  “Hai nước bình thường hóa quan hệ ngày 12/7/1995.”');
  });

  it('puts the lines of a long quotation under each other', () => {
    assert.equal(plain(QUOTE, 30), ['  “Hai nước bình thường hóa', '   quan hệ ngày 12/7/1995.”'].join('\n'));
  });

  it('cites title, date, source and handle, as far as they are known', () => {
    const citation = { kind: 'citation', title: 'Quan hệ', handle: 'k7m2x' } as const;
    assert.equal(plain(citation), '   — Quan hệ [k7m2x]');
    assert.equal(
      plain({ ...citation, date: '2016', source: { title: 'Báo', url: 'https://example.org/b' } }),
      '   — Quan hệ · 2016 · Báo <https://example.org/b> [k7m2x]',
    );
    assert.equal(plain({ ...citation, source: { title: 'Sách' } }), '   — Quan hệ · Sách [k7m2x]');
  });

  it('shows an event with its date in front and its source below', () => {
    const event = { kind: 'event', date: '3/2/1994', title: 'Bỏ cấm vận', text: 'Lệnh bị bãi bỏ.' } as const;
    assert.equal(plain(event), '3/2/1994  Bỏ cấm vận\n  Lệnh bị bãi bỏ.');
    assert.equal(
      plain({ ...event, source: { title: 'Báo' } }),
      '3/2/1994  Bỏ cấm vận\n  Lệnh bị bãi bỏ.\n   — Báo',
    );
  });

  it('shows what to type for a choice unless it is the choice itself', () => {
    const choices = [
      { label: 'Ai ký?', say: 'Ai ký?' },
      { label: '11 tháng 7', say: '/date XXXX-07-11' },
    ];
    assert.equal(plain({ kind: 'choices', choices }), '  › Ai ký?\n  › 11 tháng 7  (/date XXXX-07-11)');
  });

  it('puts each block of a reply on lines of its own', () => {
    const blocks: readonly Block[] = [
      { kind: 'direct', text: '12/7/1995' },
      { kind: 'notice', text: 'Lưu ý.' },
      { kind: 'heading', text: 'Đầu đề' },
    ];
    assert.equal(renderReply({ language: 'vi', blocks }, PLAIN, 80), '12/7/1995\n   ⚑ Lưu ý.\nĐầu đề');
  });
});

describe('the width of what is written', () => {
  it("is the terminal's, within what can be read", () => {
    assert.equal(widthFor(80), 80);
    assert.equal(widthFor(240), 100);
    assert.equal(widthFor(5), 24);
  });

  it('is a page where the terminal does not tell, as in a pipe', () => {
    assert.equal(widthFor(undefined), 100);
    assert.equal(widthFor(0), 100);
  });

  it('is kept by every block, with colours and without', () => {
    const text = 'Quan hệ Việt Nam và Hoa Kỳ qua các thời kỳ '.repeat(6).trim();
    for (const block of everyBlock(text).filter(({ kind }) => kind !== 'event')) {
      for (const style of [PLAIN, COLOURED]) {
        const lines = stripVTControlCharacters(renderReply({ language: 'vi', blocks: [block] }, style, 40));
        for (const line of lines.split('\n')) assert.ok(line.length <= 40, `${block.kind}: ${line}`);
      }
    }
  });
});

describe('colours', () => {
  it('mark the highlighted words and nothing else of a quotation', () => {
    const shown = renderReply({ language: 'vi', blocks: [QUOTE] }, COLOURED, 100);
    const marked = ['bình', 'thường', 'hóa'].map(COLOURED.marked).join(' ');
    assert.equal(shown, `  “Hai nước ${marked} quan hệ ngày 12/7/1995.”`);
  });

  it('add nothing that can be read', () => {
    const blocks = everyBlock('Một câu dài để ngắt dòng ở đâu đó giữa chừng');
    const coloured = renderReply({ language: 'vi', blocks }, COLOURED, 30);
    assert.equal(stripVTControlCharacters(coloured), renderReply({ language: 'vi', blocks }, PLAIN, 30));
  });

  it('begin and end on the same line, so that cutting lines leaves no colour on', () => {
    const blocks = everyBlock('Một câu dài để ngắt dòng ở đâu đó giữa chừng');
    for (const line of renderReply({ language: 'vi', blocks }, COLOURED, 30).split('\n')) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
      const codes = [...line.matchAll(/\u001B\[(\d+)m/g)].map(([, code]) => Number(code));
      // 39 takes back a colour, 22 takes back both bold and dim.
      const opened = codes.filter((code) => code !== 39 && code !== 22).length;
      assert.equal(codes.length - opened, opened, JSON.stringify(line));
    }
  });
});

describe('text that means harm', () => {
  it('loses what would move the cursor, colour the screen, ring or set the title', () => {
    assert.equal(cleanText('\u001B[31mđỏ\u001B[0m'), '[31mđỏ[0m');
    assert.equal(cleanText('\u001B]0;title\u0007x\u009B2Jy\r\u0008z'), ']0;titlex2Jyz');
  });

  it('cannot turn its direction round', () => {
    assert.equal(cleanText('a\u202Ecba\u202C\u2066d\u2069'), 'acbad');
  });

  it('keeps newlines, tabs and every letter', () => {
    assert.equal(cleanText('Đặng Thùy Trâm\n\t“ở”'), 'Đặng Thùy Trâm\n\t“ở”');
  });

  it('is cleaned in every block, whatever it is', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    const dangerous = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/;
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, (given) => {
        const shown = renderReply(
          { language: 'vi', blocks: everyBlock(`${given}\u001B[2J\u0007`) },
          PLAIN,
          40,
        );
        assert.doesNotMatch(shown, dangerous);
      }),
    );
  });
});

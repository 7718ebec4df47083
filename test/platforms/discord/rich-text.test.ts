import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  escapeMarkdown,
  pieceToMarkdown,
  timeRun,
  toMarkdown,
  toPlain,
} from '../../../src/platforms/discord/rich-text.ts';

describe('a text that is no markup', () => {
  for (const [text, escaped] of [
    ['*a* _b_ ~~c~~ `d` ||e||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
    ['a\\*b', 'a\\\\\\*b'],
    ['[x](https://example.org)', '\\[x\\](https\\://example.org)'],
    ['https://example.org/a_b', 'https\\://example.org/a\\_b'],
    [
      '<@1234> <#1> <t:1:R> </ask:1> <https://a.b>',
      '\\<\\@1234\\> \\<#1\\> \\<t\\:1:R\\> \\</ask:1\\> \\<https\\://a.b\\>',
    ],
    ['@everyone và @here', '\\@everyone và \\@here'],
    [':smile: lúc 10:30, tỉ số 2:1', '\\:smile: lúc 10:30, tỉ số 2:1'],
    ['# một\n## hai\n-# ba\n- bốn\n+ năm\n> sáu', '\\# một\n\\## hai\n\\-# ba\n\\- bốn\n\\+ năm\n\\> sáu'],
    ['1. một\n2) hai\n1995 không', '1\\. một\n2\\) hai\n1995 không'],
    ['#hashtag - giữa dòng > 3 + 4', '#hashtag - giữa dòng \\> 3 + 4'],
    ['Đại sứ Nguyễn Quốc Cường', 'Đại sứ Nguyễn Quốc Cường'],
  ] as const) {
    it(`stays what it is: ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), escaped));
  }
});

describe('a piece', () => {
  it('has its look on each of its lines, and no markup within', () => {
    const runs = [{ text: 'một\n- hai' }];
    assert.equal(pieceToMarkdown({ runs, look: 'quote' }), '> một\n> \\- hai');
    assert.equal(pieceToMarkdown({ runs, look: 'small' }), '-# một\n-# \\- hai');
    assert.equal(pieceToMarkdown({ runs: [{ text: '# x' }], look: 'title' }), '## \\# x');
  });

  it('shows bold and slanted words, also between markup of the text', () => {
    const runs = [{ text: 'a*' }, { text: 'b*', bold: true as const }, { text: '*c', italic: true as const }];
    assert.equal(pieceToMarkdown({ runs }), 'a\\***b\\****\\*c*');
  });

  it('links to web addresses only, without a preview and without a way out', () => {
    const linked = (href: string) => pieceToMarkdown({ runs: [{ text: 'báo', href }] });
    assert.equal(linked('https://example.org/a(b) c>d'), '[báo](<https://example.org/a%28b%29%20c%3Ed>)');
    for (const href of ['javascript:alert(1)', 'discord://x', 'nowhere', ''])
      assert.equal(linked(href), 'báo');
    assert.equal(
      pieceToMarkdown({ runs: [{ text: 'a](https://evil.org)', href: 'https://example.org' }] }),
      '[a\\](https\\://evil.org)](<https://example.org/>)',
    );
  });

  it('shows a moment in the zone of whoever reads it', () => {
    assert.equal(pieceToMarkdown({ runs: [timeRun(805_507_199_999, 'R')] }), '<t:805507199:R>');
    assert.equal(toPlain([{ runs: [timeRun(0)] }]), '1970-01-01T00\\:00:00.000Z');
  });
});

describe('pieces', () => {
  it('stand apart by an empty line, or close together', () => {
    const pieces = [
      { runs: [{ text: 'a' }] },
      { runs: [{ text: 'b' }] },
      { runs: [{ text: 'c' }], close: true as const },
    ];
    assert.equal(toMarkdown(pieces), 'a\n\nb\nc');
  });

  it('lose their markup but neither words nor addresses where Discord takes no components', () => {
    const pieces = [
      {
        runs: [
          { text: '*a*', bold: true as const },
          { text: 'b', href: 'https://example.org' },
        ],
      },
    ];
    assert.equal(toPlain(pieces), '\\*a\\*b (https\\://example.org)');
  });
});

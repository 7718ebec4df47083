import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatText, plainText } from '../../../support/telegram/formatted-text.ts';
import { parseHtml } from '../../../support/telegram/html-entities.ts';

describe('the markup of Telegram', () => {
  const TAGS = [
    ['<b>x</b>', 'bold'],
    ['<strong>x</strong>', 'bold'],
    ['<i>x</i>', 'italic'],
    ['<em>x</em>', 'italic'],
    ['<u>x</u>', 'underline'],
    ['<ins>x</ins>', 'underline'],
    ['<s>x</s>', 'strikethrough'],
    ['<strike>x</strike>', 'strikethrough'],
    ['<del>x</del>', 'strikethrough'],
    ['<tg-spoiler>x</tg-spoiler>', 'spoiler'],
    ['<span class="tg-spoiler">x</span>', 'spoiler'],
    ['<code>x</code>', 'code'],
    ['<pre>x</pre>', 'pre'],
    ['<blockquote>x</blockquote>', 'blockquote'],
    ['<blockquote expandable>x</blockquote>', 'expandable_blockquote'],
    ['<B>x</b>', 'bold'],
    ['<b>x</>', 'bold'],
  ] as const;
  for (const [markup, type] of TAGS) {
    it(`${markup} is ${type}`, () => {
      assert.deepEqual(parseHtml(markup), { text: 'x', entities: [{ type, offset: 0, length: 1 }] });
    });
  }

  it('carries addresses, languages, emoji and times', () => {
    const place = { offset: 0, length: 1 };
    const cases = [
      [
        '<a href="https://a.vn/?x=1&amp;y=2">x</a>',
        { type: 'text_link', ...place, url: 'https://a.vn/?x=1&y=2' },
      ],
      [
        "<a href='tg://user?id=7'>x</a>",
        { type: 'text_mention', ...place, user: { id: 7, is_bot: false, first_name: '7' } },
      ],
      ['<pre><code class="language-sql">x</code></pre>', { type: 'pre', ...place, language: 'sql' }],
      ['<tg-emoji emoji-id="53">x</tg-emoji>', { type: 'custom_emoji', ...place, custom_emoji_id: '53' }],
      [
        '<tg-time unix="1647531900" format="wDT">x</tg-time>',
        { type: 'date_time', ...place, unix_time: 1647531900, date_time_format: 'wDT' },
      ],
    ] as const;
    for (const [markup, entity] of cases) {
      assert.deepEqual(parseHtml(markup), { text: 'x', entities: [entity] }, markup);
    }
  });

  it('makes plain text of a link that leads nowhere', () => {
    assert.deepEqual(parseHtml('<a href="not a link">x</a>'), { text: 'x', entities: [] });
  });

  it('counts offsets in UTF-16 code units', () => {
    assert.deepEqual(parseHtml('🇻🇳 Việt <b>Nam</b>').entities, [{ type: 'bold', offset: 10, length: 3 }]);
  });

  it('nests tags, outer before inner', () => {
    assert.deepEqual(parseHtml('<b>a<i>b</i></b>').entities, [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ]);
  });

  it('knows four named characters and all numbers; others stand for themselves', () => {
    assert.equal(parseHtml('&lt;&gt;&amp;&quot; &#273;&#x111; &nbsp; a & b').text, '<>&" đđ &nbsp; a & b');
  });

  const REFUSED = [
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['đ<p>x</p>', 'Unsupported start tag "p" at byte offset 2'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ] as const;
  for (const [markup, reason] of REFUSED) {
    it(`refuses ${markup}`, () => {
      assert.throws(() => parseHtml(markup), { message: `Bad Request: can't parse entities: ${reason}` });
    });
  }
});

describe('the text of a message', () => {
  it('loses the white space around it, and the formatting moves along', () => {
    assert.deepEqual(formatText('\n <b> x</b> \n', { parseMode: 'HTML' }), {
      text: 'x',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    });
  });

  it('keeps other formatting out of code', () => {
    assert.deepEqual(formatText('<b>a<code>b</code>c</b>', { parseMode: 'HTML' }).entities, [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'code', offset: 1, length: 1 },
      { type: 'bold', offset: 2, length: 1 },
    ]);
  });

  it('may have 4096 code units after the markup is read, and not one more', () => {
    assert.equal(formatText(`<b>${'x'.repeat(4096)}</b>`, { parseMode: 'HTML' }).text.length, 4096);
    assert.throws(() => formatText('x'.repeat(4097)), /message is too long/);
    assert.throws(() => formatText(`${'x'.repeat(4095)}🌉`), /message is too long/);
  });

  it('is not empty', () => {
    for (const text of ['', ' \n', '<b> </b>']) {
      assert.throws(() => formatText(text, { parseMode: 'HTML' }), /message text is empty/);
    }
  });

  it('has mentions, commands, links and tags marked by Telegram itself', () => {
    const marked = (text: string) =>
      plainText(text).entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
    assert.deepEqual(marked('🌉 @NhipCauBot năm 1995?'), [['mention', '@NhipCauBot']]);
    assert.deepEqual(marked('/hoi@NhipCauBot gì'), [['bot_command', '/hoi@NhipCauBot']]);
    assert.deepEqual(marked('Xem https://vi.wikipedia.org/wiki/A.'), [
      ['url', 'https://vi.wikipedia.org/wiki/A'],
    ]);
    assert.deepEqual(marked('#Việt_Nam a@b.vn'), [
      ['hashtag', '#Việt_Nam'],
      ['email', 'a@b.vn'],
    ]);
    assert.deepEqual(marked('ngày 11/7/1995 và/hoặc 5/8'), []);
  });
});

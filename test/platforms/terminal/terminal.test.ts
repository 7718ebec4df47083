import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { KEY, typed } from './fake-terminal.ts';

const vi = wordsIn('vi');
const EMBARGO = 'Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.';

describe('a conversation in a pipe', () => {
  it('replies to each line, without greeting or prompt, and ends with the input', async () => {
    const said = await typed('/date 3/2/1994\n/bogus\n', { isTTY: false });
    assert.equal(
      said,
      [
        'ngày 3 tháng 2 năm 1994: 1 mục',
        '3/2/1994  Bỏ cấm vận',
        `  ${EMBARGO}`,
        '   — Nguồn <https://example.org/a>',
        vi.unknownCommand('bogus'),
        '',
      ].join('\n'),
    );
  });

  it('answers a last line that has no end', async () => {
    assert.equal(await typed('/bogus', { isTTY: false }), `${vi.unknownCommand('bogus')}\n`);
  });

  it('takes CRLF for one end of line', async () => {
    assert.equal(
      await typed('/bogus\r\n/bogus\r\n', { isTTY: false }),
      `${vi.unknownCommand('bogus')}\n`.repeat(2),
    );
  });

  it('says nothing to nobody', async () => {
    assert.equal(await typed('', { isTTY: false }), '');
  });

  for (const quit of ['/quit', '/exit', '/thoat', '/q', ' /QUIT ']) {
    it(`ends at "${quit}" and leaves the rest unread`, async () => {
      assert.equal(
        await typed(`/bogus\n${quit}\n/bogus\n`, { isTTY: false }),
        `${vi.unknownCommand('bogus')}\n`,
      );
    });
  }
});

describe('a conversation on a terminal', () => {
  it('greets in the language asked for, tells the way out, and prompts', async () => {
    for (const language of ['vi', 'en'] as const) {
      const said = await typed(KEY.ctrlD, { language });
      const line = said.replaceAll(/\s+/g, ' ');
      assert.ok(line.includes(wordsIn(language).helpIntro));
      assert.ok(line.includes(wordsIn(language).sourcesIntro(1, 2)));
      assert.match(line, /\/help · \/quit/);
      assert.match(said, /❯ /);
    }
  });

  it('ends with a newline, so that the shell prompt stands on a line of its own', async () => {
    assert.ok((await typed(KEY.ctrlD)).endsWith('\n'));
    assert.ok((await typed(`/quit${KEY.enter}`)).endsWith('\n'));
  });

  it('throws away a typed line at Ctrl-C, and goes on', async () => {
    const said = await typed(`/bogus${KEY.ctrlC}/date 3/2/1994${KEY.enter}`);
    assert.ok(said.includes(EMBARGO));
    assert.ok(!said.includes(vi.unknownCommand('bogus')));
  });

  it('throws away the whole line at Ctrl-C, also what stands behind the cursor', async () => {
    const said = await typed(`/bogus${KEY.left.repeat(3)}${KEY.ctrlC}/date 3/2/1994${KEY.enter}`);
    assert.ok(said.includes(EMBARGO));
  });

  it('ends at Ctrl-C with nothing typed', async () => {
    const said = await typed(`${KEY.ctrlC}/bogus${KEY.enter}`);
    assert.ok(!said.includes(vi.unknownCommand('bogus')));
  });

  it('completes a command with the tab key', async () => {
    assert.ok((await typed([`/dat${KEY.tab}`, ` 3/2/1994${KEY.enter}`])).includes(EMBARGO));
  });

  it('brings back the last line with the up key', async () => {
    const said = await typed(`/bogus${KEY.enter}${KEY.up}${KEY.enter}`);
    assert.equal(said.split(vi.unknownCommand('bogus')).length - 1, 2);
  });
});

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { temporaryFolder } from '../infra/storage/temporary-folder.ts';
import { createTelegramServer, type TelegramServer } from '../support/telegram/telegram-server.ts';
import { startProcess } from './start-process.ts';
import { tinyFolder } from './tiny-folder.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';

interface Started {
  readonly process: ChildProcess;
  readonly printed: () => string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

/** `nhip-cau start` with these settings, in a process of its own that ends with the test. */
function start(t: TestContext, settings: Readonly<Record<string, string>>): Started {
  const folder = tinyFolder();
  const child = startProcess(['start', '--knowledge', folder], folder, settings);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  t.after(() => child.kill('SIGKILL'));
  return { process: child, printed: () => printed, ended };
}

async function telegram(t: TestContext): Promise<TelegramServer> {
  const server = await createTelegramServer();
  t.after(() => server.stop());
  return server;
}

const settingsFor = (server: TelegramServer) => ({
  TELEGRAM_TOKEN: server.token,
  TELEGRAM_API_ROOT: server.root,
});

describe('nhip-cau start with a Telegram token', () => {
  it('goes online, answers, and ends in order when told to', async (t) => {
    const server = await telegram(t);
    const bot = start(t, settingsFor(server));
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1, 30_000);
    assert.match(server.botMessagesIn(lan)[0]?.text ?? '', /Hiệp định Thương mại/);
    bot.process.kill('SIGTERM');
    assert.equal(await bot.ended, 0);
    assert.match(bot.printed(), /1 articles? and|bài|platform-online/);
    assert.doesNotMatch(bot.printed(), new RegExp(server.token.split(':')[1] ?? assert.fail()));
    assert.deepEqual(server.violations, []);
  });

  it('answers what was asked between being killed and starting again, and nothing twice', async (t) => {
    const server = await telegram(t);
    const lan = server.person();
    const first = start(t, settingsFor(server));
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1, 30_000);
    await server.untilPolled();
    first.process.kill('SIGKILL');
    assert.equal(await first.ended, 'SIGKILL');
    lan.says('/help');
    start(t, settingsFor(server));
    await server.until(() => server.botMessagesIn(lan).length === 2, 30_000);
    await server.untilHandled();
    assert.equal(server.botMessagesIn(lan).length, 2);
  });

  it('does not answer again what it had answered when it was killed, though it had confirmed nothing', async (t) => {
    const server = await telegram(t);
    const settings = { ...settingsFor(server), DATA_DIR: temporaryFolder(t) };
    const [lan, minh] = [server.person(), server.person()];
    server.failNext({
      kind: 'held',
      method: 'sendMessage',
      when: ({ chat_id: chat }) => chat === minh.id,
    });
    const confirming = server.failNext({
      kind: 'held',
      method: 'getUpdates',
      when: ({ offset }) => Number(offset) > 0,
    });
    lan.says(QUESTION);
    minh.says(QUESTION);
    const first = start(t, settings);
    await server.until(() => server.botMessagesIn(lan).length === 1 && confirming.hits() === 1, 30_000);
    first.process.kill('SIGKILL');
    assert.equal(await first.ended, 'SIGKILL');
    start(t, settings);
    await server.until(() => server.botMessagesIn(minh).length === 1, 30_000);
    await server.untilHandled();
    assert.equal(server.botMessagesIn(lan).length, 1);
    assert.equal(server.botMessagesIn(minh).length, 1);
  });

  it('says in one line what is wrong with the token, and ends with 1', async (t) => {
    const server = await telegram(t);
    const token = '8017263544:wrongwrongwrongwrongwrongwrongwrong';
    const bot = start(t, { ...settingsFor(server), TELEGRAM_TOKEN: token, LOG_FORMAT: 'text' });
    assert.equal(await bot.ended, 1);
    assert.match(bot.printed(), /ERROR platform-refused .*TELEGRAM_TOKEN.*BotFather/);
    assert.doesNotMatch(bot.printed(), /wrongwrong|\n\s+at /);
  });
});

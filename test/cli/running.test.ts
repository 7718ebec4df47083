import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { STOP_DEADLINE_MS } from '../../src/cli/stopping.ts';
import { SETTLE_MS } from '../../src/core/chat/platform-end.ts';
import { createTelegramServer, type TelegramServer } from '../support/telegram/telegram-server.ts';
import { objectsIn, outputOf } from './run.ts';
import { startProcess } from './start-process.ts';
import { folderWith, tinyFolder } from './tiny-folder.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';
const PATIENCE_MS = 30_000;

/** Lets one of the waits of a stopping bot be over at once; all others stay as they are. */
const hurrying = (waitMs: number): string => `const wait = globalThis.setTimeout;
globalThis.setTimeout = (run, ms, ...given) => wait(run, ms === ${waitMs} ? 0 : ms, ...given);
`;

interface Started {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly printed: () => string;
  /** Resolves when that has been printed. */
  until(text: RegExp): Promise<void>;
  readonly ended: Promise<number | string>;
}

function start(
  t: TestContext,
  server: TelegramServer,
  settings: Readonly<Record<string, string>> = {},
): Started {
  const folder = tinyFolder();
  const child = startProcess(['start', '--knowledge', folder], folder, {
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    ...settings,
  });
  let printed = '';
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      look();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  t.after(() => child.kill('SIGKILL'));
  const until = (text: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      look = () => text.test(printed) && resolve();
      void ended.then(() => reject(new Error(`ended without ${text}: ${printed}`)));
      look();
    });
  return { process: child, folder, printed: () => printed, until, ended };
}

async function telegram(t: TestContext): Promise<TelegramServer> {
  const server = await createTelegramServer();
  t.after(() => server.stop());
  return server;
}

/** Looks again and again until it is there; the test's own time limit ends it. */
async function eventually<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a bot that is started', () => {
  it('tells in a few lines what it has brought up', async (t) => {
    const server = await telegram(t);
    const bot = start(t, server);
    await bot.until(/operator +off \(HTTP_PORT\)/);
    assert.match(
      bot.printed(),
      /Nhịp Cầu\n {2}telegram +@NhipCauBot\n {2}knowledge +1 articles and 1 events from/,
    );
    assert.match(
      bot.printed(),
      /storage +SQLite, .*nhip-cau\.db, personal data stored plainly\n {2}next post +none/,
    );
  });

  it('tells its health, counts what it does, and warns of a broken edit while it answers', async (t) => {
    const server = await telegram(t);
    const port = await freePort();
    const bot = start(t, server, { HTTP_PORT: String(port) });
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    await bot.until(new RegExp(`operator +http://127\\.0\\.0\\.1:${port}`));
    assert.equal((await get('/healthz')).status, 200);
    assert.equal((await get('/readyz')).status, 200, await (await get('/readyz')).text());
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1, PATIENCE_MS);
    const metrics = await (await get('/metrics')).text();
    assert.match(
      metrics,
      /nhip_cau_questions_total\{platform="telegram",language="vi",outcome="answered"\} 1\n/,
    );
    assert.match(metrics, /nhip_cau_platform_connected\{platform="telegram"\} 1\n/);
    assert.doesNotMatch(metrics, /song phương/);
    const article = join(bot.folder, 'articles/quan-he.md');
    writeFileSync(article, readFileSync(article, 'utf8').replace('language: vi', 'language: fr'));
    const warning = await eventually(async () => {
      const { warnings } = (await (await get('/readyz')).json()) as { readonly warnings: readonly string[] };
      return warnings[0];
    });
    assert.match(warning, /^knowledge: articles\/quan-he\.md:4: /);
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 2, PATIENCE_MS);
  });

  it('says which port it cannot have, and ends with 1', async (t) => {
    const server = await telegram(t);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    t.after(() => other.close());
    const { port } = other.address() as AddressInfo;
    const bot = start(t, server, { HTTP_PORT: String(port) });
    assert.equal(await bot.ended, 1);
    assert.match(bot.printed(), /cannot be had \(EADDRINUSE\); choose another in HTTP_PORT/);
  });
});

describe('a bot that keeps questions without an answer', () => {
  for (const [how, GAPS, kept] of [
    ['keeps them', 'on', ['giá vàng … hôm nay']],
    ['keeps none unless it is told to', 'off', []],
  ] as const) {
    it(`${how}, and tells people which of both it does`, async (t) => {
      const server = await telegram(t);
      const bot = start(t, server, { GAPS });
      const lan = server.person();
      lan.says('giá vàng @lan hôm nay');
      lan.says(QUESTION);
      lan.says('/riengtu');
      await server.until(() => server.botMessagesIn(lan).length === 3, PATIENCE_MS);
      const privacy = server.botMessagesIn(lan)[2]?.text ?? '';
      assert.equal(privacy.includes('không được lưu lại'), GAPS === 'off', privacy);
      bot.process.kill('SIGTERM');
      assert.equal(await bot.ended, 0);
      const output = await outputOf(['gaps', '--json'], {
        environment: { DATA_DIR: join(bot.folder, 'data') },
        now: Date.now(),
      });
      assert.deepEqual(
        objectsIn(output).map(({ question }) => question),
        kept,
      );
      assert.doesNotMatch(bot.printed(), /giá vàng/);
    });
  }
});

describe('a bot that is told to stop', () => {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    it(`by ${signal} finishes what is in hand and ends with 0`, async (t) => {
      const server = await telegram(t);
      const bot = start(t, server);
      const held = server.failNext({ kind: 'held', method: 'sendMessage' });
      const lan = server.person();
      lan.says(QUESTION);
      await eventually(async () => (held.hits() > 0 ? true : undefined));
      bot.process.kill(signal);
      await bot.until(/Stopping/);
      held.release();
      assert.equal(await bot.ended, 0);
      assert.equal(server.botMessagesIn(lan).length, 1);
    });

    it(`ends at once with ${code} by a second signal that is ${signal}`, async (t) => {
      const server = await telegram(t);
      const bot = start(t, server);
      const held = server.failNext({ kind: 'held', method: 'sendMessage' });
      t.after(() => held.release());
      server.person().says(QUESTION);
      await eventually(async () => (held.hits() > 0 ? true : undefined));
      bot.process.kill('SIGTERM');
      await bot.until(/Stopping/);
      bot.process.kill(signal);
      assert.equal(await bot.ended, code);
    });
  }

  for (const [what, waitMs] of [
    ['an answer in hand does not end', SETTLE_MS],
    ['it does not end as a whole', STOP_DEADLINE_MS],
  ] as const) {
    it(`ends with 4 when ${what} in time`, async (t) => {
      const server = await telegram(t);
      const folder = folderWith({ 'hurry.mjs': hurrying(waitMs) });
      const bot = start(t, server, { NODE_OPTIONS: `--import=${join(folder, 'hurry.mjs')}` });
      const held = server.failNext({ kind: 'held', method: 'sendMessage' });
      t.after(() => held.release());
      server.person().says(QUESTION);
      await eventually(async () => (held.hits() > 0 ? true : undefined));
      bot.process.kill('SIGTERM');
      assert.equal(await bot.ended, 4);
    });
  }
});

describe('a bot with a fault of its own', () => {
  for (const [what, fault] of [
    ['an error nobody caught', "setImmediate(() => { throw new TypeError('hidden words'); })"],
    ['a promise nobody waited for', "void Promise.reject(new TypeError('hidden words'))"],
  ] as const) {
    it(`logs ${what} without its words, stops in order, and ends with 3`, async (t) => {
      const server = await telegram(t);
      const folder = folderWith({ 'fault.mjs': `process.on('SIGUSR2', () => { ${fault}; });\n` });
      const bot = start(t, server, {
        NODE_OPTIONS: `--import=${join(folder, 'fault.mjs')}`,
        LOG_FORMAT: 'json',
      });
      await bot.until(/operator +off/);
      bot.process.kill('SIGUSR2');
      assert.equal(await bot.ended, 3);
      assert.match(bot.printed(), /"event":"process-failed","reason":"TypeError at /);
      assert.match(bot.printed(), /"event":"platform-offline"/);
      assert.doesNotMatch(bot.printed(), /hidden words/);
    });
  }
});

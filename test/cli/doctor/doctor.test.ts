import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { checkDiscord } from '../../../src/cli/doctor/check-discord.ts';
import { type Finding, wordFinding } from '../../../src/cli/doctor/finding.ts';
import { run } from '../run.ts';
import { brokenFolder, folderWith, tinyFolder } from '../tiny-folder.ts';

const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const NOW = Date.UTC(2026, 10, 22, 12);
const BOT = { username: 'NhipCauBot', can_join_groups: true, supports_inline_queries: true };

/** Answers by the end of the path; what is not there is 404. */
async function api(t: TestContext, answers: Readonly<Record<string, unknown>>, at = NOW): Promise<string> {
  const server: Server = createServer((request, response) => {
    const found = Object.entries(answers).find(([path]) => request.url?.endsWith(path) === true);
    response.writeHead(found === undefined ? 404 : 200, { date: new Date(at).toUTCString() });
    response.end(JSON.stringify(found?.[1] ?? { ok: false, description: `Not Found: ${request.url}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const telegram = (t: TestContext, info: object = {}, bot: object = BOT, at = NOW) =>
  api(t, { '/getMe': { ok: true, result: bot }, '/getWebhookInfo': { ok: true, result: info } }, at);

interface Visit {
  readonly code: number;
  readonly output: string;
}

async function visit(settings: Readonly<Record<string, string>>, knowledge = tinyFolder()): Promise<Visit> {
  const data = join(folderWith({ 'a.txt': '' }), 'data');
  const environment = { KNOWLEDGE_DIR: knowledge, DATA_DIR: data, ...settings };
  const { code, output, errors } = await run(['doctor'], { environment, now: NOW });
  assert.equal(errors, '');
  assert.doesNotMatch(output, /AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M/);
  return { code, output };
}

describe('nhip-cau doctor', () => {
  it('finds a bot well whose token, webhook, storage, knowledge and clock are', async (t) => {
    const { code, output } = await visit({
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: await telegram(t),
    });
    assert.equal(code, 0, output);
    assert.match(output, /✓ telegram: the token is that of @NhipCauBot\.\n✓ telegram: long polling/);
    assert.match(
      output,
      /✓ clock: agrees.*\n✓ storage: SQLite in .*stored plainly.*\n✓ knowledge: 1 articles/,
    );
    assert.match(output, /All is well enough to start\.\n$/);
  });

  it('says what to do about a token that Telegram does not know, and shows it nowhere', async (t) => {
    const { code, output } = await visit({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: await api(t, {}) });
    assert.equal(code, 1);
    assert.match(output, /✗ telegram: .*TELEGRAM_TOKEN.*\n {4}→ .*@BotFather/);
  });

  it('says that a platform cannot be reached', async () => {
    const { code, output } = await visit({
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
    });
    assert.equal(code, 1);
    assert.match(output, /✗ telegram: Telegram cannot be reached \((?:ECONNREFUSED|TypeError)\)/);
  });

  it('compares the webhook with the settings, and tells why Telegram could not deliver', async (t) => {
    const url = 'https://bot.example.org/telegram';
    const failing = {
      url: 'https://old.example.org/',
      pending_update_count: 300,
      last_error_date: NOW / 1000 - 60,
      last_error_message: `Wrong response from the webhook: 401, bot${TOKEN}`,
    };
    const settings = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: url };
    const ill = await visit({ ...settings, TELEGRAM_API_ROOT: await telegram(t, failing) });
    assert.equal(ill.code, 1);
    assert.match(ill.output, /! telegram: the webhook leads to another address/);
    assert.match(ill.output, /! telegram: 300 updates wait/);
    assert.match(
      ill.output,
      /✗ telegram: .*within the last hour: Wrong response from the webhook: 401, bot…/,
    );
    const well = await visit({ ...settings, TELEGRAM_API_ROOT: await telegram(t, { url }) });
    assert.deepEqual([well.code, /✓ telegram: the webhook is set/.test(well.output)], [0, true]);
  });

  it('tells what @BotFather has switched off', async (t) => {
    const root = await telegram(t, {}, { ...BOT, can_join_groups: false, supports_inline_queries: false });
    const { code, output } = await visit({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: root });
    assert.equal(code, 0);
    assert.match(output, /\/setjoingroups[\s\S]*\/setinline/);
  });

  it('tells how far the clock is off, and takes more than a minute for an illness', async (t) => {
    const at = async (ms: number) =>
      visit({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: await telegram(t, {}, BOT, NOW + ms) });
    const slow = await at(30_000);
    assert.deepEqual([slow.code, /! clock: 30 seconds behind/.test(slow.output)], [0, true]);
    const wrong = await at(-120_000);
    assert.deepEqual([wrong.code, /✗ clock: 120 seconds ahead/.test(wrong.output)], [1, true]);
  });

  it('tells problems of knowledge and storage with what to do', async () => {
    const file = join(folderWith({ 'data/nhip-cau.db': 'this is no database, but long enough' }), 'data');
    const { code, output } = await visit({ DATA_DIR: file }, brokenFolder());
    assert.equal(code, 1);
    assert.match(output, /! platforms: neither/);
    assert.match(output, /✗ storage: /);
    assert.match(output, /✗ knowledge: .*2 problems[\s\S]*articles\/a\.md:4/);
    assert.match(output, /2 things are wrong\.\n$/);
  });
});

describe('the doctor on Discord', () => {
  const PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 16n);
  const consult = async (t: TestContext, answers: object): Promise<string> => {
    const root = await api(t, { '/users/@me': { username: 'nhipcau' }, ...answers });
    const found: readonly Finding[] = await checkDiscord({ token: 'secret', apiRoot: root }, () => NOW);
    return found.map(wordFinding).join('\n');
  };

  it('finds a bot well that has the permissions it needs and no privileged intents', async (t) => {
    const text = await consult(t, {
      '/applications/@me': { flags: 0 },
      '/users/@me/guilds': [{ permissions: String(PERMISSIONS) }, { permissions: '8' }],
      '/gateway/bot': { session_start_limit: { remaining: 999 } },
    });
    assert.doesNotMatch(text, /[✗!]/);
    assert.match(text, /in all 2 servers/);
  });

  it('tells missing permissions, needless intents, a foreign endpoint and few starts', async (t) => {
    const text = await consult(t, {
      '/applications/@me': { flags: 1 << 19, interactions_endpoint_url: 'https://example.org' },
      '/users/@me/guilds': [{ permissions: String(PERMISSIONS & ~(1n << 14n)), name: 'hidden' }],
      '/gateway/bot': { session_start_limit: { remaining: 3 } },
    });
    assert.match(
      text,
      /✗ discord: .*no command reaches[\s\S]*Message Content[\s\S]*Embed Links is missing in 1 of 1/,
    );
    assert.match(text, /only 3 more times/);
    assert.doesNotMatch(text, /hidden/);
  });

  it('tells a token that Discord does not know', async (t) => {
    const server = createServer((_, response) => response.writeHead(401).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const [finding] = await checkDiscord({ token: 'secret', apiRoot }, () => NOW);
    assert.match(finding?.message ?? '', /DISCORD_TOKEN/);
    server.closeAllConnections();
  });
});

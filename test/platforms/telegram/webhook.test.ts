import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { openStorage, type Storage } from '../../../src/infra/storage/open-storage.ts';
import { WebhookServer } from '../../../src/platforms/telegram/webhook.ts';
import { createTelegramServer, type TelegramServer } from '../../support/telegram/telegram-server.ts';
import { type RunningBot, startBot } from './telegram-bot.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký khi nào?';
const SECRET = 'a-secret-of-some-length';
const PATH = '/telegram';

/** A port of this machine that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A bot that receives by webhook, and the address it receives at. */
async function webhookBot(
  t: TestContext,
  server?: TelegramServer,
  storage?: Storage,
): Promise<RunningBot & { readonly url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}${PATH}`;
  const webhook = { url, host: '127.0.0.1', port, secret: SECRET };
  const shared = storage === undefined ? {} : { storage };
  const bot = await startBot(t, { server: server ?? (await createTelegramServer()), webhook, ...shared });
  await bot.server.nextCall('setWebhook');
  return { ...bot, url };
}

const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('a webhook', () => {
  it('is set with its secret and the kinds of updates, and delivers questions that are answered', async (t) => {
    const { server, url } = await webhookBot(t);
    const set = server.calls.find(({ method }) => method === 'setWebhook');
    assert.equal(set?.parameters.url, url);
    assert.equal(set?.parameters.secret_token, SECRET);
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    assert.match(server.botMessagesIn(lan)[0]?.text ?? '', /Hiệp định Thương mại/);
    assert.deepEqual(server.violations, []);
  });

  it('takes the many that have waited, all at once and from the first moment', async (t) => {
    const server = await createTelegramServer();
    const people = Array.from({ length: 30 }, () => server.person());
    for (const person of people) person.says('/start');
    await webhookBot(t, server);
    await server.until(() => people.every((person) => server.botMessagesIn(person).length === 1));
  });

  it('answers an update that is delivered twice only once', async (t) => {
    const { server } = await webhookBot(t);
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    server.deliverAgain(server.updates[0] ?? assert.fail());
    lan.says('/help');
    await server.until(() => server.botMessagesIn(lan).length === 2);
    assert.equal(server.botMessagesIn(lan).length, 2);
  });

  it('answers an update once that is delivered to two processes one after the other', async (t) => {
    const server = await createTelegramServer();
    const storage = await openStorage({ kind: 'memory' });
    const one = await webhookBot(t, server, storage);
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
    await server.untilHandled();
    const two = await webhookBot(t, server, storage);
    server.deliverAgain(server.updates[0] ?? assert.fail());
    await two.log.until('update-dropped');
    assert.deepEqual(
      [one, two].map(({ log }) => log.of('update-dropped').length),
      [0, 1],
    );
    assert.equal(server.botMessagesIn(lan).length, 1);
  });

  it('refuses whoever does not know the secret, and does nothing for them', async (t) => {
    const { server, url } = await webhookBot(t);
    const lan = server.person();
    const forged = JSON.stringify({
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: lan.id, type: 'private' }, text: QUESTION },
    });
    const statuses = [
      await post(url, forged),
      await post(url, forged, { 'x-telegram-bot-api-secret-token': 'short' }),
      await post(url, forged, { 'x-telegram-bot-api-secret-token': 'x'.repeat(SECRET.length) }),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [401, 401, 401]);
    assert.deepEqual(server.botMessagesIn(lan), []);
  });

  it('survives what is no update, too much of it, and other paths and methods', async (t) => {
    const { server, url } = await webhookBot(t);
    const known = { 'x-telegram-bot-api-secret-token': SECRET };
    assert.equal((await post(url, '{"broken', known)).status, 400);
    assert.equal((await post(url, 'null', known)).status, 400);
    assert.equal((await post(url, 'x'.repeat(2_000_000), known)).status, 413);
    assert.equal((await post(url.replace(PATH, '/other'), '{}', known)).status, 404);
    assert.equal((await fetch(url)).status, 405);
    const lan = server.person();
    lan.says(QUESTION);
    await server.until(() => server.botMessagesIn(lan).length === 1);
  });

  it('on a port that is taken ends the platform with a sentence that names the setting', async (t) => {
    const first = await webhookBot(t);
    const { port } = new URL(first.url);
    const webhook = { url: first.url, host: '127.0.0.1', port: Number(port), secret: SECRET };
    const second = await startBot(t, { webhook });
    const end = await second.ended;
    assert.match(end.kind === 'refused' ? end.reason : '', /TELEGRAM_WEBHOOK_PORT/);
  });

  it('lets others be served between updates that come at the same time', async (t) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}${PATH}`;
    let inThisTurn = 0;
    let most = 0;
    let turn: NodeJS.Immediate;
    const takeTurn = (): void => {
      inThisTurn = 0;
      turn = setImmediate(takeTurn);
    };
    takeTurn();
    t.after(() => clearImmediate(turn));
    const handle = async (): Promise<void> => {
      inThisTurn += 1;
      most = Math.max(most, inThisTurn);
      // An answer takes its time; meanwhile all the others arrive.
      const until = performance.now() + 5;
      while (performance.now() < until);
    };
    const server = new WebhookServer(handle, { url, host: '127.0.0.1', port, secret: SECRET });
    await server.listen();
    t.after(() => server.close());
    const body = JSON.stringify({ update_id: 1 });
    const head = `POST ${PATH} HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}`;
    const sockets = Array.from({ length: 40 }, () => connect(port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const askAll = async (): Promise<readonly string[]> => {
      const told = sockets.map((socket) => once(socket, 'data'));
      for (const socket of sockets) socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
      return (await Promise.all(told)).map(([bytes]) => String(bytes).slice(0, 12));
    };
    // The first time they are taken up one by one, as the connections are.
    await askAll();
    const statuses = await askAll();
    for (const socket of sockets) socket.destroy();
    assert.deepEqual(new Set(statuses), new Set(['HTTP/1.1 200']));
    assert.ok(most > 1 && most <= 8, String(most));
  });
});

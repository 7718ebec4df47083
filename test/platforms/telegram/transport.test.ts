import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { Api, HttpError } from 'grammy';
import { readFailure, type TelegramFailure } from '../../../src/platforms/telegram/failures.ts';
import { transport } from '../../../src/platforms/telegram/transport.ts';

const TOKEN = '123456789:not-a-token-of-anybody';

/** A Bot API that does as the test wants, and a client of it that waits so long. */
async function clientOf(
  t: TestContext,
  answer: RequestListener,
  timeoutMs = 5000,
  prefix = '',
): Promise<Api> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`;
  return apiAt(apiRoot, timeoutMs);
}

function apiAt(apiRoot: string, timeoutMs = 5000): Api {
  const api = new Api(TOKEN, { apiRoot });
  api.config.use(transport({ token: TOKEN, apiRoot, timeoutMs }));
  return api;
}

async function failureOf(asked: Promise<unknown>): Promise<TelegramFailure> {
  try {
    await asked;
  } catch (error) {
    assert.ok(error instanceof HttpError);
    assert.ok(!`${error.message} ${error.error}`.includes(TOKEN));
    return readFailure(error);
  }
  return assert.fail('it did not fail');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

describe('what carries requests to Telegram', () => {
  it('sends JSON to the method below the root, and gives what is answered', async (t) => {
    const heard: (readonly [string | undefined, string])[] = [];
    const answer: RequestListener = async (request, response) => {
      heard.push([request.url, await bodyOf(request)]);
      // A letter of several bytes may come in two pieces.
      const bytes = Buffer.from(JSON.stringify({ ok: true, result: { title: 'Việt' } }));
      response.write(bytes.subarray(0, bytes.indexOf('ệ') + 1));
      setImmediate(() => response.end(bytes.subarray(bytes.indexOf('ệ') + 1)));
    };
    const api = await clientOf(t, answer, 5000, '/bots/of/ours');
    const result: unknown = await api.setMyName('Nhịp Cầu');
    assert.deepEqual(result, { title: 'Việt' });
    assert.deepEqual(heard, [[`/bots/of/ours/bot${TOKEN}/setMyName`, '{"name":"Nhịp Cầu"}']]);
  });

  it('tells a refusal as grammY does', async (t) => {
    const api = await clientOf(t, (_, response) => {
      response.writeHead(429);
      response.end('{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}');
    });
    const refused = await api.getMe().catch(readFailure);
    assert.deepEqual(refused, { kind: 'rate-limited', retryAfterMs: 3000 });
  });

  it('tells a page in place of JSON as trouble of the server', async (t) => {
    const api = await clientOf(t, (_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'));
    assert.deepEqual(await failureOf(api.getMe()), { kind: 'server-trouble' });
  });

  it('tells that nothing was done where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const failure = await failureOf(apiAt(`http://127.0.0.1:${port}`).getMe());
    assert.deepEqual(failure, { kind: 'unreachable', reason: 'ECONNREFUSED' });
  });

  it('tells that nobody knows where the connection breaks before or within the answer', async (t) => {
    const before = await clientOf(t, (request) => request.socket.destroy());
    const within = await clientOf(t, (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":true,', () => request.socket.destroy());
    });
    for (const api of [before, within]) {
      const failure = await failureOf(api.sendMessage(1, 'x'));
      assert.deepEqual(failure, { kind: 'unanswered', reason: 'ECONNRESET' });
    }
  });

  it('gives up what is not answered in time, before the answer began or after', async (t) => {
    const silent = await clientOf(t, () => {}, 50);
    const stalled = await clientOf(t, (_, response) => response.write('{"ok":true,'), 50);
    for (const api of [silent, stalled])
      assert.deepEqual(await failureOf(api.sendMessage(1, 'x')), { kind: 'unanswered', reason: 'Overdue' });
  });

  it('gives up when it is told to, at once or later', async (t) => {
    const api = await clientOf(t, () => {});
    const later = new AbortController();
    const asked = [AbortSignal.abort(), later.signal].map((signal) => api.getMe(signal as never));
    setTimeout(() => later.abort(), 20);
    for (const each of asked)
      assert.deepEqual(await failureOf(each), { kind: 'unanswered', reason: 'AbortError' });
  });
});

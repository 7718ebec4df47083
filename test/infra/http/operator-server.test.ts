import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { createOperatorServer } from '../../../src/infra/http/operator-server.ts';
import { Readiness, type ReadinessOptions, type ReadinessReport } from '../../../src/infra/http/readiness.ts';
import { StorageError } from '../../../src/infra/storage/storage-error.ts';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';
import { SILENT_LOG } from '../system/silent-log.ts';

interface Opened {
  readonly readiness: Readiness;
  readonly port: number;
  get(path: string, method?: string): Promise<Response>;
}

async function open(t: TestContext, options: Partial<ReadinessOptions> = {}): Promise<Opened> {
  const readiness = new Readiness({
    platforms: ['telegram'],
    checkStorage: async () => undefined,
    timer: systemTimer,
    inner: SILENT_LOG,
    ...options,
  });
  const server = createOperatorServer({
    host: '127.0.0.1',
    port: 0,
    readiness: () => readiness.report(),
    metrics: async () => 'nhip_cau_questions_total 1\n',
  });
  const port = await server.listen();
  t.after(() => server.close());
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { readiness, port, get };
}

const reportOf = async (response: Response): Promise<ReadinessReport> =>
  (await response.json()) as ReadinessReport;

function connectAll(readiness: Readiness): void {
  readiness.write({ event: 'platform-online', platform: 'telegram', name: '@bot' });
  readiness.write({ event: 'knowledge-loaded', version: 'abc', articles: 1, events: 1 });
}

describe("the operator's port", () => {
  it('says that the process is alive, whatever else is wrong', async (t) => {
    const { get } = await open(t, { checkStorage: () => Promise.reject(new Error('gone')) });
    const response = await get('/healthz');
    assert.deepEqual([response.status, await response.json()], [200, { alive: true }]);
  });

  it('is not ready before platforms are connected and knowledge is loaded, and tells what is missing', async (t) => {
    const { get, readiness } = await open(t);
    const before = await get('/readyz');
    assert.equal(before.status, 503);
    assert.deepEqual((await reportOf(before)).reasons, [
      'telegram: not connected yet',
      'knowledge: not loaded yet',
    ]);
    connectAll(readiness);
    const after = await get('/readyz');
    assert.deepEqual(
      [after.status, await after.json()],
      [
        200,
        {
          ready: true,
          reasons: [],
          warnings: [],
          platforms: { telegram: 'connected' },
          storage: 'ok',
          knowledge: 'abc',
        },
      ],
    );
  });

  it('is not ready while a platform is away, and again when it is back', async (t) => {
    const { get, readiness } = await open(t);
    connectAll(readiness);
    readiness.write({ event: 'platform-unreachable', platform: 'telegram', reason: 'ENOTFOUND' });
    assert.deepEqual((await reportOf(await get('/readyz'))).reasons, ['telegram: ENOTFOUND']);
    readiness.write({ event: 'platform-online', platform: 'telegram', name: 'long polling' });
    assert.equal((await get('/readyz')).status, 200);
  });

  it('is not ready while the storage fails, and says how to mend it but shows no foreign error', async (t) => {
    const failure = new StorageError({
      failure: 'full',
      action: 'reach the storage',
      place: { kind: 'sqlite', file: '/data/bot.db' },
    });
    const failures = [failure, new Error('password "hidden" is wrong')];
    const { get, readiness } = await open(t, {
      checkStorage: async () => {
        throw failures.shift();
      },
    });
    connectAll(readiness);
    assert.deepEqual((await reportOf(await get('/readyz'))).reasons, [`storage: ${failure.message}`]);
    assert.deepEqual((await reportOf(await get('/readyz'))).reasons, ['storage: Error']);
  });

  it('does not wait for ever for a storage that is silent', async (t) => {
    const { get, readiness } = await open(t, {
      checkStorage: () => new Promise(() => undefined),
      timer: { sleep: async () => undefined },
    });
    connectAll(readiness);
    assert.deepEqual((await reportOf(await get('/readyz'))).reasons, ['storage: no answer']);
  });

  it('stays ready with a broken edit, and warns with file and line', async (t) => {
    const { get, readiness } = await open(t);
    connectAll(readiness);
    const problems = [{ file: 'articles/a.md', line: 3, message: 'This is wrong.' }];
    readiness.write({ event: 'knowledge-broken', count: 1, problems });
    const response = await get('/readyz');
    assert.equal(response.status, 200);
    assert.deepEqual((await reportOf(response)).warnings, ['knowledge: articles/a.md:3: This is wrong.']);
  });

  it('is not ready once it is stopping', async (t) => {
    const { get, readiness } = await open(t);
    connectAll(readiness);
    readiness.stop();
    assert.equal((await get('/readyz')).status, 503);
  });

  it('tells the metrics, and nothing under any other path or by any other method', async (t) => {
    const { get } = await open(t);
    const metrics = await get('/metrics?from=prometheus');
    assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.equal(await metrics.text(), 'nhip_cau_questions_total 1\n');
    for (const path of ['/', '/metrics/', '/..%2f.env', '/healthz/../metrics/x'])
      assert.equal((await get(path)).status, 404, path);
    assert.equal((await get('/metrics', 'POST')).status, 405);
    assert.equal(await (await get('/metrics', 'HEAD')).text(), '');
  });

  it('turns away headers that are too long and what is no HTTP', async (t) => {
    const { port } = await open(t);
    for (const sent of [
      `GET /healthz HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      '\0\0\0\r\n\r\n',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(sent);
      assert.match(await text(socket), /^HTTP\/1\.1 4(?:00|31) /);
    }
  });
});

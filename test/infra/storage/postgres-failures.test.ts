import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { MIGRATIONS } from '../../../src/infra/storage/sql/migrations/migrations.ts';
import { recognisePostgresFailure } from '../../../src/infra/storage/sql/postgres-failures.ts';
import { StorageError, type StorageFailure } from '../../../src/infra/storage/storage-error.ts';
import { aPlace, aPost } from '../../contracts/sample-subscription.ts';
import { createTestDatabase, type TestDatabase, WHY_NO_POSTGRES } from './test-database.ts';

const failure =
  (kind: StorageFailure, ...hidden: readonly string[]) =>
  (error: unknown) => {
    assert.ok(error instanceof StorageError, inspect(error));
    assert.equal(error.failure, kind, error.message);
    for (const text of ['hunter2', ...hidden]) assert.ok(!inspect(error).includes(text), inspect(error));
    return true;
  };

const open = (url: string) => openStorage({ kind: 'postgres', url });

/** A port of this machine on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a PostgreSQL address', () => {
  it('is refused without being shown when it cannot be read', async () => {
    for (const url of ['postgres://bot:hunter2/@host:x/db', 'mysql://bot:hunter2@host/db', 'hunter2']) {
      await assert.rejects(open(url), failure('bad-address'));
    }
  });

  it('at which nothing answers is named without the password', async () => {
    const port = await closedPort();
    await assert.rejects(open(`postgres://someone:hunter2@127.0.0.1:${port}/db`), (error: unknown) => {
      failure('unreachable', 'someone')(error);
      assert.match(inspect(error), /PostgreSQL at 127\.0\.0\.1:\d+\/db does not answer \(ECONNREFUSED\)/);
      return true;
    });
  });

  it('at which something else answers is told as unreachable', async (test) => {
    const server = createServer((socket) => socket.end());
    test.after(() => server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    await assert.rejects(open(`postgres://bot:hunter2@127.0.0.1:${address.port}/db`), failure('unreachable'));
  });
});

describe('an error of PostgreSQL', () => {
  it('is recognised by its code, and is a collision where trying again helps', () => {
    const told = (code: string) =>
      recognisePostgresFailure(Object.assign(new Error('secret-group'), { code }));
    assert.deepEqual(told('53100'), { failure: 'full', code: '53100', collided: false });
    assert.deepEqual(told('08006'), { failure: 'unreachable', code: '08006', collided: false });
    assert.deepEqual(told('23505'), { failure: 'failed', code: '23505', collided: true });
    assert.deepEqual(recognisePostgresFailure('secret-group'), { failure: 'failed' });
  });
});

describe('a storage in PostgreSQL', { skip: WHY_NO_POSTGRES ?? false }, () => {
  async function withDatabase(use: (database: TestDatabase) => Promise<void>): Promise<void> {
    const database = await createTestDatabase();
    try {
      await use(database);
    } finally {
      await database.drop();
    }
  }

  it('tells a wrong password and an unknown database apart', () =>
    withDatabase(async ({ url }) => {
      const wrongPassword = Object.assign(new URL(url), { password: 'hunter2' });
      await assert.rejects(open(wrongPassword.href), failure('refused'));
      const unknownDatabase = Object.assign(new URL(url), { pathname: '/there_is_none' });
      await assert.rejects(open(unknownDatabase.href), failure('unknown-database', new URL(url).password));
    }));

  it('is made once when several processes open it at once, and shared by them', () =>
    withDatabase(async ({ url, query }) => {
      const storages = await Promise.all([open(url), open(url), open(url)]);
      const claims = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          storages[index % 3]?.ledger.claim(aPost('one'), { worker: `${index}`, now: 0, until: 9 }),
        ),
      );
      assert.equal(claims.filter((claim) => claim?.kind === 'claimed').length, 1);
      await Promise.all(storages.map((storage) => storage.close()));
      const steps = await query('select * from nhip_cau_migration');
      assert.equal(steps.length, Object.keys(MIGRATIONS).length);
    }));

  it('goes on after the server has broken every connection', () =>
    withDatabase(async ({ url, query }) => {
      const storage = await open(url);
      await storage.preferences.setLanguage(aPlace('one'), 'en');
      await query(
        'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      // The pool learns of it with the next query at the latest, which may fail for it.
      await storage.check().catch(failure('unreachable'));
      assert.equal(await storage.preferences.language(aPlace('one')), 'en');
      await storage.close();
      await storage.close();
      await assert.rejects(storage.check(), failure('closed'));
    }));

  it('quotes nothing of what was stored in an error', () =>
    withDatabase(async ({ url, query }) => {
      const storage = await open(url);
      await query("alter table preference add constraint vietnamese check (language = 'vi')");
      const saving = storage.preferences.setLanguage(aPlace('secret-group'), 'en');
      await assert.rejects(saving, failure('failed', 'secret-group', 'insert into'));
      await storage.close();
    }));

  it('refuses a database of a later version', () =>
    withDatabase(async ({ url, query }) => {
      await (await open(url)).close();
      await query("insert into nhip_cau_migration values ('9999-later', '2999-01-01T00:00:00.000Z')");
      await assert.rejects(open(url), failure('too-new'));
    }));

  it('seals everything anew under a new first key', () =>
    withDatabase(async ({ url, query }) => {
      const [old, present] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
      for (const keys of [[], [old], [present, old], [present]]) {
        const storage = await openStorage({ kind: 'postgres', url }, { keys });
        if (keys.length === 0) await storage.preferences.setLanguage(aPlace('one'), 'en');
        assert.equal(await storage.preferences.language(aPlace('one')), 'en');
        await storage.close();
      }
      const [row] = await query('select * from preference');
      assert.match(String(row?.place), /^sealed:/);
      await assert.rejects(open(url), failure('wrong-key'));
    }));
});

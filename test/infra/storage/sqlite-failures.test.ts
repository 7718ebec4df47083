import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { plainSealer } from '../../../src/infra/storage/sealer.ts';
import { migrate } from '../../../src/infra/storage/sql/migrate.ts';
import { openSqlite } from '../../../src/infra/storage/sql/open-sqlite.ts';
import { SqlDatabase } from '../../../src/infra/storage/sql/sql-database.ts';
import { SqlPreferenceStore } from '../../../src/infra/storage/sql/sql-preference-store.ts';
import { StorageError, type StorageFailure } from '../../../src/infra/storage/storage-error.ts';
import { aPlace } from '../../contracts/sample-subscription.ts';
import { asOrdinaryUser } from './ordinary-user.ts';
import { lockFile, queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newFile = (test: TestContext): string => join(temporaryFolder(test), 'bot.db');
const open = (file: string) => openStorage({ kind: 'sqlite', file, busyTimeoutMs: 1 });

/** Matches an error of that kind whose message names the file, if one is given. */
const failure =
  (kind: StorageFailure, file = '') =>
  (error: unknown) => {
    assert.ok(error instanceof StorageError, inspect(error));
    assert.equal(error.failure, kind, error.message);
    assert.equal(error.name, 'StorageError');
    assert.equal(error.cause, undefined);
    assert.ok(error.message.includes(file), error.message);
    return true;
  };

describe('a storage file', () => {
  it('is made with its folder, for the eyes of its owner only', async (test) => {
    const folder = join(temporaryFolder(test), 'data', 'bot');
    const file = join(folder, 'bot.db');
    const storage = await open(file);
    await storage.preferences.setLanguage(aPlace('one'), 'en');
    const modes = [folder, file, `${file}-wal`, `${file}-shm`].map((path) => statSync(path).mode & 0o777);
    await storage.close();
    assert.deepEqual(modes, [0o700, 0o600, 0o600, 0o600]);
  });

  it('is written so that a loss of power takes nothing that was answered', async (test) => {
    const { kysely, close } = await openSqlite(newFile(test));
    const [journal] = (await sql`pragma journal_mode`.execute(kysely)).rows;
    const [synchronous] = (await sql`pragma synchronous`.execute(kysely)).rows;
    await close();
    assert.deepEqual([journal, synchronous], [{ journal_mode: 'wal' }, { synchronous: 2 }]);
  });

  it('is the whole database once the storage is closed, and closing twice does no harm', async (test) => {
    const file = newFile(test);
    const storage = await open(file);
    await storage.preferences.setLanguage(aPlace('one'), 'en');
    await Promise.all([storage.close(), storage.close()]);
    const copy = newFile(test);
    writeFileSync(copy, readFileSync(file));
    assert.equal(queryFile(copy, 'select * from preference').length, 1);
    await assert.rejects(storage.check(), failure('closed', file));
    await assert.rejects(storage.subscriptions.remove('x' as never), failure('closed', file));
  });

  it('is refused when it is no database', async (test) => {
    const file = newFile(test);
    writeFileSync(file, 'notes of last week\n'.repeat(500));
    await assert.rejects(open(file), failure('not-a-database', file));
    assert.ok(readFileSync(file, 'utf8').startsWith('notes'), 'it is left as it was');
  });

  it('is reported when a part of it is damaged', async (test) => {
    const file = newFile(test);
    const storage = await open(file);
    for (let index = 0; index < 300; index += 1) {
      await storage.preferences.setLanguage(aPlace(`${'x'.repeat(90)}${index}`), 'en');
    }
    await storage.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, bytes.length / 2));
    const reopened = await open(file);
    const readAll = async (): Promise<void> => {
      for (let index = 0; index < 300; index += 1) {
        await reopened.preferences.language(aPlace(`${'x'.repeat(90)}${index}`));
      }
    };
    await assert.rejects(readAll, failure('corrupt', file));
    await reopened.close();
  });

  it('is refused when it may be read but not written', async (test) => {
    const folder = temporaryFolder(test);
    const file = join(folder, 'bot.db');
    await (await open(file)).close();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    await asOrdinaryUser(() => assert.rejects(open(file), failure('read-only', file)));
  });

  it('is refused when its folder lets nobody write, or is no folder', async (test) => {
    const folder = temporaryFolder(test);
    mkdirSync(join(folder, 'closed'));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0o555);
    for (const path of ['closed/bot.db', 'closed/deeper/bot.db']) {
      const file = join(folder, path);
      await asOrdinaryUser(() => assert.rejects(open(file), failure('no-permission', file)));
    }
    writeFileSync(join(folder, 'text'), '');
    await assert.rejects(open(join(folder, 'text', 'bot.db')), failure('no-permission'));
    await assert.rejects(open(folder), failure('no-permission', folder));
  });

  it('is refused while another process writes, and opens when it is done', async (test) => {
    const file = newFile(test);
    await (await open(file)).close();
    const lock = lockFile(file);
    await assert.rejects(open(file), failure('locked', file));
    lock.release();
    await (await open(file)).close();
  });

  it('keeps what is written after a write that failed on a lock', async (test) => {
    const file = newFile(test);
    const storage = await open(file);
    const lock = lockFile(file);
    await assert.rejects(storage.preferences.setLanguage(aPlace('one'), 'en'), failure('locked', file));
    await assert.rejects(storage.preferences.move(aPlace('one'), aPlace('two')), failure('locked', file));
    lock.release();
    await storage.preferences.setLanguage(aPlace('two'), 'en');
    // Seen by another connection, so it is committed.
    assert.deepEqual(queryFile(file, 'select place from preference'), [{ place: aPlace('two') }]);
    await storage.close();
  });

  it('waits for another process that is writing without holding up the thread', async (test) => {
    const file = newFile(test);
    const storage = await openStorage({ kind: 'sqlite', file });
    const lock = lockFile(file);
    // Nothing but this thread can let go of the file.
    setTimeout(() => lock.release(), 30);
    await storage.preferences.setLanguage(aPlace('one'), 'en');
    assert.equal(await storage.preferences.language(aPlace('one')), 'en');
    await storage.close();
  });

  it('reports a full disk, loses nothing, and goes on once there is room', async (test) => {
    const file = newFile(test);
    const connection = await openSqlite(file);
    const database = new SqlDatabase(connection, plainSealer);
    const preferences = new SqlPreferenceStore(database);
    await migrate(database);
    await preferences.setLanguage(aPlace('before'), 'en');
    await sql`pragma max_page_count = 1`.execute(connection.kysely);
    const long = 'x'.repeat(50_000);
    await assert.rejects(preferences.setLanguage(aPlace(long), 'en'), failure('full', file));
    await assert.rejects(preferences.move(aPlace('before'), aPlace(long)), failure('full', file));
    assert.equal(await preferences.language(aPlace('before')), 'en');
    await sql`pragma max_page_count = 1000`.execute(connection.kysely);
    await preferences.setLanguage(aPlace(long), 'vi');
    await database.close();
    assert.equal(queryFile(file, 'select * from preference').length, 2);
  });

  it('is never quoted in an error: neither what was asked for nor the statement', async (test) => {
    const file = newFile(test);
    const storage = await open(file);
    queryFile(file, 'drop table preference');
    await assert.rejects(storage.preferences.setLanguage(aPlace('secret-group'), 'en'), (error: unknown) => {
      failure('failed', file)(error);
      assert.match(inspect(error), /Could not save the language of a place: .*\(SQLITE_ERROR\)/);
      assert.doesNotMatch(inspect(error), /secret-group|insert into/);
      return true;
    });
    await storage.close();
  });
});

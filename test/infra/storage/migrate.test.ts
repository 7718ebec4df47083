import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { plainSealer } from '../../../src/infra/storage/sealer.ts';
import { migrate } from '../../../src/infra/storage/sql/migrate.ts';
import { MIGRATIONS } from '../../../src/infra/storage/sql/migrations/migrations.ts';
import { openSqlite } from '../../../src/infra/storage/sql/open-sqlite.ts';
import { SqlDatabase } from '../../../src/infra/storage/sql/sql-database.ts';
import { StorageError } from '../../../src/infra/storage/storage-error.ts';
import { queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TABLES = "select name from sqlite_master where type = 'table' and name not like 'nhip_cau%'";

describe('migrations', () => {
  it('are listed as their files are named and numbered', () => {
    const files = readdirSync('src/infra/storage/sql/migrations').filter((name) => /^\d/.test(name));
    assert.deepEqual(
      Object.keys(MIGRATIONS),
      files.sort().map((name) => name.replace('.ts', '')),
    );
    assert.ok(files.every((name, index) => Number(name.slice(0, 4)) === index + 1));
  });

  it('run once, however often the storage is opened', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    for (let times = 0; times < 2; times += 1) await (await openStorage({ kind: 'sqlite', file })).close();
    assert.equal(queryFile(file, 'select * from nhip_cau_migration').length, Object.keys(MIGRATIONS).length);
  });

  it('refuse a database of a later version, and leave it as it is', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    await (await openStorage({ kind: 'sqlite', file })).close();
    queryFile(file, "insert into nhip_cau_migration values ('9999-later', '2999-01-01T00:00:00.000Z')");
    await assert.rejects(openStorage({ kind: 'sqlite', file }), (error: unknown) => {
      assert.ok(error instanceof StorageError);
      assert.equal(error.failure, 'too-new');
      assert.equal(
        error.message,
        `Could not prepare the storage: ${file} was written by a later version of the bot. ` +
          'Start that version or a later one, or restore a backup from before it.',
      );
      return true;
    });
  });

  it('leave nothing behind when one of them fails', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    const database = new SqlDatabase(await openSqlite(file), plainSealer);
    const up = async (): Promise<void> => {
      throw new RangeError('half way');
    };
    const failing = { ...MIGRATIONS, '0999-failing': { up } };
    await assert.rejects(migrate(database, failing), StorageError);
    assert.deepEqual(queryFile(file, TABLES), []);
    await migrate(database);
    await database.close();
    assert.ok(queryFile(file, TABLES).length > 0);
  });
});

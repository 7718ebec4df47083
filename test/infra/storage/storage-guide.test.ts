import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { SEALED_COLUMNS } from '../../../src/infra/storage/sql/adopt-keys.ts';
import { aPlace } from '../../contracts/sample-subscription.ts';
import { queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const GUIDE = readFileSync('docs/storage.md', 'utf8');

/** Tables of the guide with their columns; a heading may name two tables that it describes together. */
const described = [...GUIDE.matchAll(/^### (.+)\n([\s\S]*?)(?=^##)/gm)].map(
  ([, heading = '', body = '']) => ({
    tables: [...heading.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    columns: [...body.matchAll(/^\| `(\w+)` \| (sealed)?/gm)].map(([, name = '', sealed]) => ({
      name,
      sealed,
    })),
  }),
);

describe('the guide to the storage', () => {
  it('describes every table and column there is, in their order, and no others', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    await (await openStorage({ kind: 'sqlite', file })).close();
    const tables = queryFile(file, "select name from sqlite_master where type = 'table'").map(
      ({ name }) => name,
    );
    assert.deepEqual(described.flatMap(({ tables }) => tables).sort(), tables.toSorted());
    for (const { tables, columns } of described) {
      const real = tables.flatMap((table) =>
        queryFile(file, `select name from pragma_table_info('${table}')`),
      );
      assert.deepEqual(
        columns.map(({ name }) => name),
        real.map(({ name }) => name),
      );
    }
  });

  it('calls sealed what is sealed', () => {
    const sealed = described.flatMap(({ tables, columns }) =>
      columns.filter(({ sealed }) => sealed !== undefined).map(({ name }) => `${tables[0]}.${name}`),
    );
    assert.deepEqual(
      sealed.toSorted(),
      SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted(),
    );
  });
});

describe('a backup of a storage file', () => {
  it('may be made while the bot runs, and brings back what was there then', async (test) => {
    const folder = temporaryFolder(test);
    const [file, backup] = [join(folder, 'bot.db'), join(folder, 'backup.db')];
    const storage = await openStorage({ kind: 'sqlite', file });
    await storage.preferences.setLanguage(aPlace('one'), 'en');
    queryFile(file, `vacuum into '${backup}'`);
    await storage.preferences.setLanguage(aPlace('one'), 'vi');
    await storage.close();

    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    copyFileSync(backup, file);
    const restored = await openStorage({ kind: 'sqlite', file });
    assert.equal(await restored.preferences.language(aPlace('one')), 'en');
    await restored.close();
  });

  it('may be a copy of the file once the bot has stopped', async (test) => {
    const folder = temporaryFolder(test);
    const [file, backup] = [join(folder, 'bot.db'), join(folder, 'backup.db')];
    const storage = await openStorage({ kind: 'sqlite', file });
    await storage.preferences.setLanguage(aPlace('one'), 'en');
    await storage.close();
    copyFileSync(file, backup);
    const restored = await openStorage({ kind: 'sqlite', file: backup });
    assert.equal(await restored.preferences.language(aPlace('one')), 'en');
    await restored.close();
  });
});

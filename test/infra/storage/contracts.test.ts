import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openStorage, type Storage } from '../../../src/infra/storage/open-storage.ts';
import { storageContracts } from './all-contracts.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { createTestDatabase, WHY_NO_POSTGRES } from './test-database.ts';

const KEY = Buffer.alloc(32, 7);

async function openInNewFile(keys: readonly Buffer[]): Promise<Storage> {
  const { folder, remove } = makeTemporaryFolder();
  const storage = await openStorage({ kind: 'sqlite', file: join(folder, 'bot.db') }, { keys });
  const close = async (): Promise<void> => {
    await storage.close();
    remove();
  };
  return { ...storage, close };
}

storageContracts('memory', () => openStorage({ kind: 'memory' }));
storageContracts('an SQLite file', () => openInNewFile([]));
storageContracts('a sealed SQLite file', () => openInNewFile([KEY]));

if (WHY_NO_POSTGRES === undefined) {
  for (const [name, keys] of [
    ['PostgreSQL', []],
    ['sealed PostgreSQL', [KEY]],
  ] as const) {
    // Making a database takes longer than all tests; so there is one for all, emptied before each.
    const database = createTestDatabase();
    const opened = database.then(({ url }) => openStorage({ kind: 'postgres', url }, { keys }));
    after(async () => {
      await (await opened).close();
      await (await database).drop();
    });
    storageContracts(name, async () => {
      await (await database).empty();
      return { ...(await opened), close: async () => {} };
    });
  }
} else {
  describe('the storage in PostgreSQL', () => {
    it('keeps the same promises', { skip: WHY_NO_POSTGRES }, () => {});
  });
}

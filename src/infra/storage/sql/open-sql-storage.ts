import { sql } from 'kysely';
import { assertNever } from '../../../core/assert-never.ts';
import type { Storage, StorageChoice } from '../open-storage.ts';
import type { Sealer } from '../sealer.ts';
import { adoptKeys } from './adopt-keys.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { type SqlConnection, SqlDatabase } from './sql-database.ts';
import { SqlFeedbackStore } from './sql-feedback-store.ts';
import { SqlGapStore } from './sql-gap-store.ts';
import { SqlHandledUpdates } from './sql-handled-updates.ts';
import { SqlPostLedger } from './sql-post-ledger.ts';
import { SqlPreferenceStore } from './sql-preference-store.ts';
import { SqlSubscriptionStore } from './sql-subscription-store.ts';

export type SqlStorageChoice = Exclude<StorageChoice, { readonly kind: 'memory' }>;

/** Opens a storage in a database, brought to the present form and sealed with the sealer's first key. */
export async function openSqlStorage(choice: SqlStorageChoice, sealer: Sealer): Promise<Storage> {
  const connection = await connect(choice);
  const database = new SqlDatabase(connection, sealer);
  try {
    await migrate(database);
    await adoptKeys(database);
    connection.beginServing?.();
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    preferences: new SqlPreferenceStore(database),
    feedback: new SqlFeedbackStore(database),
    subscriptions: new SqlSubscriptionStore(database),
    ledger: new SqlPostLedger(database),
    gaps: new SqlGapStore(database),
    handledUpdates: new SqlHandledUpdates(database),
    check: async () => {
      await database.run('reach the storage', (db) => sql`select 1`.execute(db));
    },
    close: () => database.close(),
  };
}

function connect(choice: SqlStorageChoice): Promise<SqlConnection> {
  switch (choice.kind) {
    case 'sqlite':
      return openSqlite(choice.file, choice.busyTimeoutMs);
    case 'postgres':
      return openPostgres(choice.url);
    default:
      return assertNever(choice);
  }
}

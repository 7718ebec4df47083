import { type Kysely, type Migration, Migrator } from 'kysely';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

/** Where the steps already taken are written down; Kysely looks for the name in every schema, so it is a rare one. */
export const MIGRATION_TABLE = 'nhip_cau_migration';
/** Kysely wants this table; the lock itself is the database's own. */
export const MIGRATION_LOCK_TABLE = 'nhip_cau_migration_lock';

/**
 * Brings a database to the present form, all steps or none. Of several processes that start at once, one does it and
 * the others wait: under an advisory lock on PostgreSQL, in a transaction that writes from its beginning on SQLite. A
 * database that knows steps unknown here is left alone and refused.
 */
export async function migrate(
  database: SqlDatabase,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const action = 'prepare the storage';
  const error = await database.run(action, async (db) => {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableName: MIGRATION_TABLE,
      migrationLockTableName: MIGRATION_LOCK_TABLE,
    });
    return (await migrator.migrateToLatest()).error;
  });
  if (error === undefined) return;
  const told = database.translate(action, error);
  // The migrator has no kind of error of its own for this, so the database is asked.
  const isTooNew =
    told.failure === 'failed' && (await database.run(action, (db) => knowsMore(db, migrations)));
  throw isTooNew ? database.error(action, 'too-new') : told;
}

async function knowsMore(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<boolean> {
  const taken = await db
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .execute();
  return taken.some(({ name }) => !(name in migrations));
}

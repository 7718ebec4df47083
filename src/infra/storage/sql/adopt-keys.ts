import { sql, type Transaction } from 'kysely';
import { PLAIN, type SealedKind } from '../sealer.ts';
import { gapLookup } from './gap-row.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

/** A column of sealed values, and how they are found. */
interface SealedColumn {
  readonly table: keyof Tables;
  readonly column: string;
  readonly kind: SealedKind;
  /** The column that values are looked up in, if they are. */
  readonly lookup?: string;
  /** What stands there for a value; absent where it is the value itself. */
  readonly lookedUpAs?: (value: string) => string;
  /** Columns that, with the lookup, no two rows may share; absent where rows may share the lookup. */
  readonly uniqueWith?: readonly string[];
}

/** Every column that tells who or where somebody is, or what somebody wrote. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'preference', column: 'place', kind: 'place', lookup: 'place_key', uniqueWith: [] },
  { table: 'feedback_vote', column: 'person', kind: 'person', lookup: 'person_key', uniqueWith: ['handle'] },
  { table: 'subscription', column: 'address', kind: 'address', lookup: 'address_key', uniqueWith: [] },
  { table: 'subscription', column: 'place', kind: 'place', lookup: 'place_key' },
  { table: 'subscription', column: 'subscriber', kind: 'person', lookup: 'subscriber_key' },
  { table: 'post_entry', column: 'detail', kind: 'detail' },
  {
    table: 'question_gap',
    column: 'question',
    kind: 'question',
    lookup: 'question_key',
    lookedUpAs: gapLookup,
    uniqueWith: [],
  },
];

const ACTION = 'take over the keys of the storage';

/** Any number will do, as long as nobody else in the database locks the same. */
const ADVISORY_LOCK = 19_950_711n;

/**
 * Makes the first key the one that everything is sealed with: what was stored plainly or under an older key is sealed
 * anew, all of it or nothing. Refused when the database was sealed with a key that is not among those given.
 */
export async function adoptKeys(database: SqlDatabase): Promise<void> {
  const { sealer, place } = database;
  await database.inTransaction(ACTION, async (db) => {
    if (place.kind === 'postgres')
      await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(db);
    const marked = (await db.selectFrom('data_key').select('fingerprint').executeTakeFirst())?.fingerprint;
    if (marked !== undefined && !sealer.opens.includes(marked)) throw database.error(ACTION, 'wrong-key');
    // With several keys, another process may have gone on for a while with one that was replaced.
    const mayHoldOthers =
      marked !== sealer.fingerprint || sealer.opens.filter((key) => key !== PLAIN).length > 1;
    if (mayHoldOthers) for (const column of SEALED_COLUMNS) await sealAnew(db, column, database);
    if (marked === sealer.fingerprint) return;
    await db.deleteFrom('data_key').execute();
    await db.insertInto('data_key').values({ fingerprint: sealer.fingerprint }).execute();
  });
}

async function sealAnew(db: Transaction<Tables>, sealed: SealedColumn, database: SqlDatabase): Promise<void> {
  const { sealer } = database;
  const [table, column] = [sql.table(sealed.table), sql.ref(sealed.column)];
  const { rows } = await sql<{ value: string }>`
    select distinct ${column} as value from ${table}
    where ${column} is not null and ${column} not like ${`${sealer.prefix}%`}`.execute(db);
  for (const { value: old } of rows) {
    const value = database.open(ACTION, sealed.kind, old);
    const anew = sql`update ${table} set ${column} = ${sealer.seal(sealed.kind, value)}`;
    if (sealed.lookup === undefined) {
      await sql`${anew} where ${column} = ${old}`.execute(db);
      continue;
    }
    const named = sealed.lookedUpAs?.(value) ?? value;
    const [lookup, key] = [sql.ref(sealed.lookup), sealer.lookup(sealed.kind, named)];
    if (sealed.uniqueWith !== undefined) {
      // A row under the present key is the later one; it stays.
      const same = sealed.uniqueWith.map(
        (name) => sql` and other.${sql.ref(name)} = ${table}.${sql.ref(name)}`,
      );
      const clash = sql`exists (select 1 from ${table} as other where other.${lookup} = ${key}${sql.join(same, sql``)})`;
      await sql`delete from ${table} where ${column} = ${old} and ${clash}`.execute(db);
    }
    await sql`${anew}, ${lookup} = ${key} where ${column} = ${old}`.execute(db);
  }
}

import type { Transaction } from 'kysely';
import type { Edtf } from '../../../core/dates/edtf.ts';
import { byUrgency } from '../../../core/gaps/keeping.ts';
import type { Gap, GapEntry, GapStore } from '../../../core/ports/gap-store.ts';
import { gapLookup, gapOf, writtenGap } from './gap-row.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

/** Questions without an answer in a database. */
export class SqlGapStore implements GapStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async add(entries: readonly GapEntry[], capacity: number): Promise<void> {
    await this.#database.inTransaction('save questions without an answer', async (db) => {
      for (const entry of entries) await this.#count(db, entry);
      await makeRoom(db, capacity);
    });
  }

  async list(from: Edtf): Promise<readonly Gap[]> {
    const action = 'list questions without an answer';
    const rows = await this.#database.run(action, (db) =>
      db.selectFrom('question_gap').selectAll().where('last_day', '>=', from).execute(),
    );
    return rows.map((row) => gapOf(row, this.#database, action)).toSorted(byUrgency);
  }

  async forgetBefore(day: Edtf): Promise<number> {
    const { numDeletedRows } = await this.#database.run('delete old questions without an answer', (db) =>
      db.deleteFrom('question_gap').where('last_day', '<', day).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  }

  async clear(): Promise<number> {
    const { numDeletedRows } = await this.#database.run('delete questions without an answer', (db) =>
      db.deleteFrom('question_gap').executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  }

  async #count(db: Transaction<Tables>, entry: GapEntry): Promise<void> {
    const { sealer } = this.#database;
    const written = writtenGap(entry);
    await db
      .insertInto('question_gap')
      .values({
        question_key: sealer.lookup('question', gapLookup(written)),
        question: sealer.seal('question', written),
        count: entry.times,
        first_day: entry.day,
        last_day: entry.day,
      })
      .onConflict((conflict) =>
        conflict.column('question_key').doUpdateSet((column) => ({
          count: column('question_gap.count', '+', entry.times),
          last_day: entry.day,
        })),
      )
      .execute();
  }
}

async function makeRoom(db: Transaction<Tables>, capacity: number): Promise<void> {
  const { held } = await db
    .selectFrom('question_gap')
    .select((select) => select.fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  const tooMany = Number(held) - capacity;
  if (tooMany <= 0) return;
  const least = db
    .selectFrom('question_gap')
    .select('question_key')
    .orderBy('count')
    .orderBy('last_day')
    .orderBy('question_key')
    .limit(tooMany);
  await db.deleteFrom('question_gap').where('question_key', 'in', least).execute();
}

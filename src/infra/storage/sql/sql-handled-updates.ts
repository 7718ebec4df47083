import { type HandledUpdates, UPDATES_REMEMBERED } from '../../../core/ports/handled-updates.ts';
import { FixedQuery } from './fixed-query.ts';
import type { SqlDatabase } from './sql-database.ts';

/** After so many new ones, old ones are looked for. */
const PRUNE_AFTER = 1000;
/** Rows of one statement; each takes three of the parameters that databases count. */
const MOST_AT_ONCE = 500;

/** Handled updates in a database. */
export class SqlHandledUpdates implements HandledUpdates {
  readonly #database: SqlDatabase;
  readonly #between = new FixedQuery((db) =>
    db
      .selectFrom('handled_update')
      .select('update_id')
      .where('bot', '=', '')
      .where('update_id', '>=', 0)
      .where('update_id', '<=', 0),
  );
  #addedSincePruning = 0;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async between(bot: string, from: number, to: number): Promise<readonly number[]> {
    const rows = await this.#database.run('look for handled updates', (db) =>
      this.#between.rows(db, [bot, from, to]),
    );
    return rows.map(({ update_id: id }) => id);
  }

  async add(bot: string, ids: readonly number[], at: number): Promise<void> {
    for (let first = 0; first < ids.length; first += MOST_AT_ONCE) {
      const some = ids.slice(first, first + MOST_AT_ONCE);
      await this.#database.run('remember handled updates', (db) =>
        db
          .insertInto('handled_update')
          .values(some.map((id) => ({ bot, update_id: id, at })))
          .onConflict((conflict) => conflict.columns(['bot', 'update_id']).doUpdateSet({ at }))
          .execute(),
      );
    }
    this.#addedSincePruning += ids.length;
    if (this.#addedSincePruning >= PRUNE_AFTER) await this.#prune(bot);
  }

  /** By time and not by number: after a week without updates, Telegram begins to count anywhere. */
  async #prune(bot: string): Promise<void> {
    this.#addedSincePruning = 0;
    await this.#database.run('forget handled updates', (db) =>
      db
        .deleteFrom('handled_update')
        .where('bot', '=', bot)
        .where('at', '<', ({ selectFrom }) =>
          selectFrom('handled_update as recent')
            .select('recent.at')
            .where('recent.bot', '=', bot)
            .orderBy('recent.at', 'desc')
            .limit(1)
            .offset(UPDATES_REMEMBERED),
        )
        .execute(),
    );
  }
}

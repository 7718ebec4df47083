import type { PlaceRef } from '../../../core/chat/identity.ts';
import { isLocale, type Locale } from '../../../core/locale.ts';
import type { PreferenceStore } from '../../../core/ports/preference-store.ts';
import { FixedQuery } from './fixed-query.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Preferences in a database. */
export class SqlPreferenceStore implements PreferenceStore {
  readonly #database: SqlDatabase;
  readonly #languages = new FixedQuery((db) =>
    db.selectFrom('preference').select('language').where('place_key', '=', ''),
  );

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async language(place: PlaceRef): Promise<Locale | undefined> {
    const action = 'read the language of a place';
    const [row] = await this.#database.run(action, (db) => this.#languages.rows(db, [this.#keyOf(place)]));
    if (row === undefined) return undefined;
    if (!isLocale(row.language)) throw this.#database.error(action, 'corrupt');
    return row.language;
  }

  async setLanguage(place: PlaceRef, language: Locale): Promise<void> {
    await this.#database.run('save the language of a place', (db) =>
      db
        .insertInto('preference')
        .values({ ...this.#columnsOf(place), language })
        .onConflict((conflict) => conflict.column('place_key').doUpdateSet({ language }))
        .execute(),
    );
  }

  async move(from: PlaceRef, to: PlaceRef): Promise<void> {
    if (from === to) return;
    await this.#database.inTransaction('move the preferences of a place', async (db) => {
      const moved = await db
        .deleteFrom('preference')
        .where('place_key', '=', this.#keyOf(from))
        .returning('language')
        .executeTakeFirst();
      if (moved === undefined) return;
      await db
        .insertInto('preference')
        .values({ ...this.#columnsOf(to), ...moved })
        .onConflict((conflict) => conflict.column('place_key').doUpdateSet(moved))
        .execute();
    });
  }

  async forgetPlace(place: PlaceRef): Promise<number> {
    const { numDeletedRows } = await this.#database.run('forget the preferences of a place', (db) =>
      db.deleteFrom('preference').where('place_key', '=', this.#keyOf(place)).executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  }

  #keyOf(place: PlaceRef): string {
    return this.#database.sealer.lookup('place', place);
  }

  #columnsOf(place: PlaceRef): { readonly place_key: string; readonly place: string } {
    return { place_key: this.#keyOf(place), place: this.#database.sealer.seal('place', place) };
  }
}

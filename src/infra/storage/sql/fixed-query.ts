import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * A query that is run at every question, made once with any values and run with others. To make one takes Kysely ten
 * times as long as SQLite needs to answer it.
 */
export class FixedQuery<Row> {
  readonly #make: (db: Kysely<Tables>) => Compilable<Row>;
  #made: CompiledQuery<Row> | undefined;

  constructor(make: (db: Kysely<Tables>) => Compilable<Row>) {
    this.#make = make;
  }

  /** `parameters` in the order in which the query names them. */
  async rows(db: Kysely<Tables>, parameters: readonly (string | number)[]): Promise<readonly Row[]> {
    this.#made ??= this.#make(db).compile();
    if (parameters.length !== this.#made.parameters.length)
      throw new RangeError(`Expected ${this.#made.parameters.length} parameters, got ${parameters.length}`);
    const query: CompiledQuery<Row> = { ...this.#made, parameters };
    return (await db.executeQuery(query)).rows;
  }
}

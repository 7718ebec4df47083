import type { PersonRef } from '../../../core/chat/identity.ts';
import {
  type CitationFeedback,
  type FeedbackStore,
  type PersonVote,
  VOTES,
  type Vote,
} from '../../../core/ports/feedback-store.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Votes in a database. */
export class SqlFeedbackStore implements FeedbackStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async vote(person: PersonRef, handle: string, vote: Vote): Promise<void> {
    const { sealer } = this.#database;
    await this.#database.run('save a vote', (db) =>
      db
        .insertInto('feedback_vote')
        .values({
          person_key: sealer.lookup('person', person),
          person: sealer.seal('person', person),
          handle,
          vote,
        })
        .onConflict((conflict) => conflict.columns(['person_key', 'handle']).doUpdateSet({ vote }))
        .execute(),
    );
  }

  async tally(): Promise<readonly CitationFeedback[]> {
    const rows = await this.#database.run('count the votes', (db) =>
      db
        .selectFrom('feedback_vote')
        .select((select) => ['handle', 'vote', select.fn.countAll<number>().as('count')])
        .groupBy(['handle', 'vote'])
        .execute(),
    );
    const counts = new Map<string, { up: number; down: number }>();
    for (const { handle, vote, count } of rows) {
      const both = counts.get(handle) ?? { up: 0, down: 0 };
      if (vote === 'up' || vote === 'down') both[vote] = count;
      counts.set(handle, both);
    }
    // Ordered here, since the two databases order letters differently.
    return [...counts]
      .map(([handle, both]) => ({ handle, ...both }))
      .toSorted(
        (one, other) => other.down - one.down || one.up - other.up || (one.handle < other.handle ? -1 : 1),
      );
  }

  async votesOf(person: PersonRef): Promise<readonly PersonVote[]> {
    const rows = await this.#database.run('tell the votes of a person', (db) =>
      db
        .selectFrom('feedback_vote')
        .select(['handle', 'vote'])
        .where('person_key', '=', this.#database.sealer.lookup('person', person))
        .execute(),
    );
    return rows
      .flatMap(({ handle, vote: stored }) => {
        const vote = VOTES.find((known) => known === stored);
        return vote === undefined ? [] : [{ handle, vote }];
      })
      .toSorted((one, other) => (one.handle < other.handle ? -1 : 1));
  }

  async forgetPerson(person: PersonRef): Promise<number> {
    const { numDeletedRows } = await this.#database.run('forget the votes of a person', (db) =>
      db
        .deleteFrom('feedback_vote')
        .where('person_key', '=', this.#database.sealer.lookup('person', person))
        .executeTakeFirstOrThrow(),
    );
    return Number(numDeletedRows);
  }
}

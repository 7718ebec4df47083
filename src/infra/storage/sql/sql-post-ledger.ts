import { sql } from 'kysely';
import type { PostKey, SubscriptionId } from '../../../core/daily/subscription.ts';
import { type Edtf, parseEdtf } from '../../../core/dates/edtf.ts';
import type { Claim, ClaimResult, PostEnd, PostEntry, PostLedger } from '../../../core/ports/post-ledger.ts';
import { handOverEntries } from './hand-over-entries.ts';
import { changeOpenEntry, endColumns } from './open-entry.ts';
import { OPEN_STATES, POST_STATES } from './post-states.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { PostEntryTable } from './tables.ts';

/** Posts in a database, for any number of processes at once. */
export class SqlPostLedger implements PostLedger {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async claim(key: PostKey, { worker, now, until, leaves }: Claim): Promise<ClaimResult> {
    const action = 'claim a post';
    // One statement, so that the database itself lets only one of many through: the first inserts, and of those who
    // come for a lapsed claim the first one moves its end ahead of the others.
    const won = await this.#database.runPatiently(action, (db) =>
      db
        .insertInto('post_entry')
        .values({
          ...columnsOf(key),
          state: leaves === true ? 'sending' : 'claimed',
          at: now,
          attempts: 1,
          detail: null,
          worker,
          held_until: until,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['subscription_id', 'day'])
            // The state stays: `sending` tells this worker, and whoever comes after, of the interruption.
            .doUpdateSet((column) => ({
              at: now,
              attempts: column('post_entry.attempts', '+', 1),
              worker,
              held_until: until,
            }))
            .where('post_entry.state', 'in', OPEN_STATES)
            .where('post_entry.held_until', '<=', now),
        )
        .returning(['state', 'attempts'])
        .executeTakeFirst(),
    );
    if (won !== undefined) {
      // The first try is the only one that has inserted.
      if (leaves === true && won.attempts === 1) return { kind: 'claimed', attempts: 1, leaves };
      return { kind: won.state === 'sending' ? 'interrupted' : 'claimed', attempts: won.attempts };
    }
    const standing = await this.#database.run(action, (db) =>
      db
        .selectFrom('post_entry')
        .select('state')
        .where('subscription_id', '=', key.subscription)
        .where('day', '=', key.day)
        .executeTakeFirst(),
    );
    const isOpen = standing === undefined || OPEN_STATES.some((state) => state === standing.state);
    return { kind: isOpen ? 'taken' : 'done' };
  }

  markSending(key: PostKey, worker: string, until: number): Promise<boolean> {
    return this.#update('mark a post as being sent', key, worker, { state: 'sending', held_until: until });
  }

  async release(key: PostKey, worker: string, retryAt: number): Promise<void> {
    const freed = { state: 'claimed', worker: null, held_until: retryAt };
    await this.#update('release a post', key, worker, freed);
  }

  finish(key: PostKey, worker: string, end: PostEnd): Promise<boolean> {
    const changes = endColumns(end, this.#database.sealer);
    return this.#update('enter the end of a post', key, worker, changes);
  }

  async latest(subscription: SubscriptionId, limit: number): Promise<readonly PostEntry[]> {
    const action = 'read the latest posts';
    const rows = await this.#database.run(action, (db) =>
      db
        .selectFrom('post_entry')
        .selectAll()
        .where('subscription_id', '=', subscription)
        .orderBy('day', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => this.#entryOf(row, action));
  }

  async forget(subscription: SubscriptionId): Promise<void> {
    await this.#database.run('forget the posts of a subscription', (db) =>
      db.deleteFrom('post_entry').where('subscription_id', '=', subscription).execute(),
    );
  }

  async handOver(from: SubscriptionId, to: SubscriptionId): Promise<void> {
    await this.#database.inTransaction('hand over the posts of a subscription', (db) =>
      handOverEntries(db, from, to),
    );
  }

  async prune(day: Edtf, limit: number): Promise<number> {
    const { numDeletedRows } = await this.#database.run('remove old posts', (db) => {
      const old = db
        .selectFrom('post_entry as old')
        .select(['old.subscription_id', 'old.day'])
        .where('old.day', '<', day)
        .where(({ exists }) =>
          exists(
            db
              .selectFrom('post_entry as later')
              .select('later.day')
              .where('later.subscription_id', '=', sql.ref<string>('old.subscription_id'))
              .where('later.day', '>', sql.ref<string>('old.day')),
          ),
        )
        .orderBy('old.day')
        .limit(limit);
      return db
        .deleteFrom('post_entry')
        .where(({ eb, refTuple }) =>
          eb(refTuple('subscription_id', 'day'), 'in', old.$asTuple('subscription_id', 'day')),
        )
        .executeTakeFirstOrThrow();
    });
    return Number(numDeletedRows);
  }

  /** Changes an entry if it is the worker's and open, and tells whether it was. */
  async #update(
    action: string,
    key: PostKey,
    worker: string,
    changes: Partial<PostEntryTable>,
  ): Promise<boolean> {
    return this.#database.runPatiently(action, (db) => changeOpenEntry(db, key, worker, changes));
  }

  #entryOf(row: PostEntryTable, action: string): PostEntry {
    const day = parseEdtf(row.day);
    const state = POST_STATES.find((each) => each === row.state);
    if (day === undefined || state === undefined) throw this.#database.error(action, 'corrupt');
    return {
      key: { subscription: row.subscription_id as SubscriptionId, day },
      state,
      at: row.at,
      attempts: row.attempts,
      ...(row.detail === null ? {} : { detail: this.#database.open(action, 'detail', row.detail) }),
    };
  }
}

const columnsOf = ({ subscription, day }: PostKey) => ({ subscription_id: subscription, day });

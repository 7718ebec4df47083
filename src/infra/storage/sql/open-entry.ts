import type { Kysely } from 'kysely';
import type { PostKey } from '../../../core/daily/subscription.ts';
import type { PostEnd } from '../../../core/ports/post-ledger.ts';
import type { Sealer } from '../sealer.ts';
import { OPEN_STATES } from './post-states.ts';
import type { PostEntryTable, Tables } from './tables.ts';

/** Changes the entry of a post if it is the worker's and open, and tells whether it was. */
export async function changeOpenEntry(
  db: Kysely<Tables>,
  key: PostKey,
  worker: string,
  changes: Partial<PostEntryTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('post_entry')
    .set(changes)
    .where('subscription_id', '=', key.subscription)
    .where('day', '=', key.day)
    .where('worker', '=', worker)
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** What is stored of the end of a post. */
export const endColumns = ({ outcome, at, detail }: PostEnd, sealer: Sealer): Partial<PostEntryTable> => ({
  state: outcome,
  at,
  worker: null,
  held_until: at,
  // A link tells in which chat it is.
  detail: detail === undefined ? null : sealer.seal('detail', detail),
});

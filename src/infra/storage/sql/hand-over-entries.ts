import type { Transaction } from 'kysely';
import type { SubscriptionId } from '../../../core/daily/subscription.ts';
import { OPEN_STATES } from './post-states.ts';
import type { Tables } from './tables.ts';

/** Makes the entries of one subscription another's; see `PostLedger.handOver`. */
export async function handOverEntries(
  db: Transaction<Tables>,
  from: SubscriptionId,
  to: SubscriptionId,
): Promise<void> {
  const daysOf = (subscription: SubscriptionId) =>
    db.selectFrom('post_entry').select('day').where('subscription_id', '=', subscription);
  await db
    .deleteFrom('post_entry')
    .where('subscription_id', '=', to)
    .where('state', 'in', OPEN_STATES)
    .where('day', 'in', daysOf(from).where('state', 'not in', OPEN_STATES))
    .execute();
  await db
    .deleteFrom('post_entry')
    .where('subscription_id', '=', from)
    .where('day', 'in', daysOf(to))
    .execute();
  await db
    .updateTable('post_entry')
    .set({ subscription_id: to })
    .where('subscription_id', '=', from)
    .execute();
}

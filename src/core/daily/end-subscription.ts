import type { PostLedger } from '../ports/post-ledger.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import { EVERY_DAY } from './setting-words.ts';
import type { PostSettings, Subscription, WallTime } from './subscription.ts';

/** In some zone or other a day is still going on two days after it began; the third is for clocks that differ. */
const ENTRIES_KEPT_MS = 3 * 86_400_000;

/** What stands where settings stood. */
const NO_SETTINGS: PostSettings = {
  time: '00:00' as WallTime,
  zone: 'UTC',
  language: 'vi',
  topics: [],
  weekdays: EVERY_DAY,
  silent: false,
  emptyDays: 'skip',
};

/**
 * Unsubscribes: settings and subscriber go at once. Where something was posted of late, the address stays known for
 * three days with it, so that whoever subscribes there again gets no second post for a day that had one. `now` in
 * milliseconds of the epoch.
 */
export async function endSubscription(
  { id, address, place }: Subscription,
  store: SubscriptionStore,
  ledger: PostLedger,
  now: number,
): Promise<void> {
  const [latest] = await ledger.latest(id, 1);
  if (latest === undefined || latest.at <= now - ENTRIES_KEPT_MS) return store.remove(id);
  const dueAt = now + ENTRIES_KEPT_MS;
  await store.save({ id, address, place, settings: NO_SETTINGS, state: 'ended', dueAt, refusals: 0 });
}

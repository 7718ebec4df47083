import type { SubscriptionStore } from '../ports/subscription-store.ts';
import { nextDue } from './next-due.ts';
import type { Address } from './subscription.ts';

/**
 * The bot may post at an address again: a subscription that was given up because the place refused goes on with its
 * next post. One that somebody paused stays paused. `now` in milliseconds of the epoch.
 */
export async function resumeWhereReachable(
  address: Address,
  store: SubscriptionStore,
  now: number,
): Promise<void> {
  const subscription = await store.findAt(address);
  if (subscription?.state !== 'unreachable') return;
  const dueAt = nextDue(subscription.settings, now);
  await store.save({ ...subscription, state: 'active', refusals: 0, dueAt });
}

import type { Clock } from '../../core/ports/clock.ts';
import type { SubscriptionStore } from '../../core/ports/subscription-store.ts';
import type { Timer } from '../../core/ports/timer.ts';
import type { Metrics } from './metrics.ts';
import { within } from './within.ts';

/** More are not counted: whether a thousand or ten thousand wait, somebody has to look. */
const MOST_COUNTED = 1000;
/** A scrape waits no longer for the storage. */
const PATIENCE_MS = 2000;
const SECOND_MS = 1000;

/** Asks the storage how many posts wait and when the next is due; a storage that is silent is told as such. */
export async function measureStorage(
  { storageUp, overduePosts, nextPost }: Metrics,
  store: Pick<SubscriptionStore, 'due' | 'nextDue'>,
  { clock, timer }: { readonly clock: Clock; readonly timer: Timer },
): Promise<void> {
  const now = clock.now();
  const asked = Promise.all([store.due(now, MOST_COUNTED), store.nextDue()]);
  const told = await within(asked, PATIENCE_MS, timer).catch(() => undefined);
  storageUp.set(told === undefined ? 0 : 1);
  if (told === undefined) return;
  const [due, next] = told;
  overduePosts.set(due.length);
  nextPost.set((next ?? 0) / SECOND_MS);
}

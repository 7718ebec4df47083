import { dayIn } from '../dates/zones.ts';
import type { Clock } from '../ports/clock.ts';
import type { PostLedger } from '../ports/post-ledger.ts';
import type { SubscriptionStore } from '../ports/subscription-store.ts';
import type { Timer } from '../ports/timer.ts';

/** What tidying takes. */
export interface TidyDependencies {
  readonly store: SubscriptionStore;
  readonly ledger: PostLedger;
  readonly clock: Clock;
  readonly timer: Timer;
}

const DAY_MS = 86_400_000;
/** How long what became of a post is kept. Whoever asks for the status sees the last five. */
export const ENTRIES_KEPT_DAYS = 90;
/** Not while the bot takes up what fell due while it was away. */
const FIRST_WAIT_MS = 5 * 60_000;
/** A batch takes a few milliseconds, in which nothing else is written. */
const BATCH = 200;
const PAUSE_MS = 250;

/**
 * Removes once a day what is no longer needed: entries of posts older than {@link ENTRIES_KEPT_DAYS}, and subscriptions
 * that ended some days ago. Every process does it; what one has removed another does not find. Runs until the signal
 * aborts; `guard` handles what fails.
 */
export async function keepTidy(
  { clock, ledger, store, timer }: TidyDependencies,
  guard: (work: () => Promise<void>) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const inBatches = async (remove: () => Promise<number>): Promise<void> => {
    while (!signal.aborted && (await remove()) >= BATCH) await timer.sleep(PAUSE_MS, signal);
  };
  await timer.sleep(FIRST_WAIT_MS, signal);
  while (!signal.aborted) {
    await guard(async () => {
      const now = clock.now();
      const oldest = dayIn('UTC', now - ENTRIES_KEPT_DAYS * DAY_MS);
      await inBatches(() => store.removeEnded(now, BATCH));
      await inBatches(() => ledger.prune(oldest, BATCH));
    });
    await timer.sleep(DAY_MS, signal);
  }
}

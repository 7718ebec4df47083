import type { Timer } from '../ports/timer.ts';

/** How a platform that was up has ended. */
export type PlatformEnd =
  | { readonly kind: 'stopped' }
  /** It was told to stop, and gave up what was in hand. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What is in hand when a platform stops may take so long; the rest of the process has to end after that. */
export const SETTLE_MS = 15_000;

/** Whether the work ends within the time; where it does not, it goes on unheard. */
export async function endsWithin(ms: number, work: Promise<unknown>, timer: Timer): Promise<boolean> {
  const waiting = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  const isDone = await Promise.race([ended, timer.sleep(ms, waiting.signal).then(() => false)]);
  waiting.abort();
  return isDone;
}

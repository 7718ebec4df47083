import type { Timer } from './ports/timer.ts';

/** When work counts as late, and what is done then. */
export interface Lateness {
  /** Milliseconds. */
  readonly afterMs: number;
  readonly timer: Timer;
  /** Done once where the work is not ended by then; must not reject. The end of the work waits for its end. */
  readonly onLate: () => Promise<unknown>;
}

/**
 * Does work, and something else where that takes long. Nearly all work is ended before anything else gets its turn, and
 * then costs no wait that would have to be given up again.
 */
export async function whileWaiting<Value>(
  work: () => Promise<Value>,
  { afterMs, timer, onLate }: Lateness,
): Promise<Value> {
  let isDone = false;
  let waiting: AbortController | undefined;
  let told: Promise<unknown> | undefined;
  void timer.sleep(0).then(() => {
    if (isDone) return;
    waiting = new AbortController();
    told = timer.sleep(afterMs, waiting.signal).then(() => (isDone ? undefined : onLate()));
  });
  try {
    return await work();
  } finally {
    isDone = true;
    // A reason of its own is cheaper than the error made for want of one.
    waiting?.abort('done');
    await told;
  }
}

import type { Timer } from '../../core/ports/timer.ts';

/** What the work comes to, or `undefined` when it takes longer than so many milliseconds; then it goes on unheard. */
export async function within<Value>(
  work: Promise<Value>,
  ms: number,
  timer: Timer,
): Promise<Value | undefined> {
  const done = new AbortController();
  try {
    return await Promise.race([work, timer.sleep(ms, done.signal).then(() => undefined)]);
  } finally {
    done.abort();
    work.catch(() => undefined);
  }
}

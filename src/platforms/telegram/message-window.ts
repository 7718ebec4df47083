import type { Transformer } from 'grammy';
import type { SlidingWindow } from '../../core/pace/sliding-window.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { SPARE_FOR_ANSWERS } from './limits.ts';

/** What waiting for one's place takes. */
export interface WindowGround {
  readonly clock: Clock;
  readonly timer: Timer;
}

/** What Telegram counts as a message. */
const COUNTED = /^(?:send(?!ChatAction)|edit|copy|forward)/;

/** Every try to say something waits for its place among all that the bot sends; a second try for one of its own. */
export function inWindow(
  window: SlidingWindow,
  { clock, timer, signal }: WindowGround & { readonly signal: AbortSignal },
): Transformer {
  return async (call, method, payload, callSignal) => {
    const waitMs = COUNTED.test(method) ? window.reserve(clock.now()) : 0;
    if (waitMs > 0) await timer.sleep(waitMs, signal);
    return call(method, payload, callSignal);
  };
}

/** Resolves when a post has its place beside the answers, for which some are left free, or when the signal aborts. */
export async function roomForPost(
  window: SlidingWindow,
  { clock, timer }: WindowGround,
  signal: AbortSignal | undefined,
): Promise<void> {
  while (signal?.aborted !== true) {
    const waitMs = window.takeBeside(SPARE_FOR_ANSWERS, clock.now());
    if (waitMs === 0) return;
    await timer.sleep(waitMs, signal);
  }
}

import { setMaxListeners } from 'node:events';
import type { Timer } from '../../core/ports/timer.ts';

/** The longest delay that Node's timers take; more fires at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Real waiting. */
export const systemTimer: Timer = {
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timeout);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timeout = setTimeout(end, Math.min(Math.max(ms, 0), LONGEST_DELAY_MS));
      // Any number of sleepers may wait for one signal; Node would take more than ten for a leak and warn of it.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener('abort', end, { once: true });
    }),
};

import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { DISCORD } from './address.ts';
import { isUnreachable, TooManyRefusals } from './failures.ts';
import type { RefusalBudget } from './refusal-budget.ts';

/** What sending requests takes. */
export interface PatienceOptions {
  readonly timer: Timer;
  readonly clock: Clock;
  readonly log: Log;
  readonly budget: RefusalBudget;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** The bot's own token was refused. */
  readonly onTokenRefused: () => void;
}

/** Before the second try, the third … */
const DELAYS_MS = [300, 1500, 4000] as const;
/** discord.js gives a request fifteen seconds, waiting included. */
const LONGEST_WAIT_MS = 8000;
const REFUSED: readonly number[] = [401, 403, 429];

type MakeRequest = RESTOptions['makeRequest'];

/**
 * How requests leave: slower and slower when Discord refuses many, again when no connection was made. What Discord
 * answers with 429 or 5xx discord.js itself repeats, and the nonce keeps a message from being sent twice.
 */
export function patientRequests({
  timer,
  clock,
  log,
  budget,
  signal,
  onTokenRefused,
}: PatienceOptions): MakeRequest {
  async function sendOnce(...[url, init]: Parameters<MakeRequest>): ReturnType<MakeRequest> {
    const leave = budget.leave(clock.now());
    if (leave.kind === 'stop') throw new TooManyRefusals(leave.retryAfterMs);
    if (leave.afterMs > 0) await timer.sleep(Math.min(leave.afterMs, LONGEST_WAIT_MS), signal);
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (REFUSED.includes(response.status) && response.headers.get('x-ratelimit-scope') !== 'shared') {
      const count = budget.refused(clock.now());
      if (count !== undefined)
        log.write({
          event: 'request-failed',
          platform: DISCORD,
          method: 'all',
          reason: `${count} requests refused within ten minutes; Discord bans at 10000`,
        });
    }
    // Requests that prove themselves by an interaction's token are refused when that has expired.
    if (response.status === 401 && isSigned(init)) onTokenRefused();
    return response;
  }

  return async (url, init) => {
    for (const delayMs of DELAYS_MS) {
      try {
        return await sendOnce(url, init);
      } catch (error) {
        if (!isUnreachable(error) || signal.aborted) throw error;
        await timer.sleep(delayMs, signal);
      }
    }
    return sendOnce(url, init);
  };
}

const isSigned = ({ headers }: Parameters<MakeRequest>[1]): boolean =>
  typeof headers === 'object' && headers !== null && 'Authorization' in headers;

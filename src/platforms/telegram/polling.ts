import { setImmediate as others } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { AT_A_STRETCH } from '../../core/door.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { TELEGRAM } from './address.ts';
import { UPDATE_KINDS } from './dispatch.ts';
import { describeFailure, readFailure, type TelegramFailure } from './failures.ts';

/** What the polling loop works with. */
export interface PollingDependencies {
  readonly api: Api;
  readonly handle: (update: Update) => Promise<void>;
  /** Resolves when all that has been handled is written down. */
  readonly recorded: () => Promise<void>;
  /** Updates being handled at this moment. */
  readonly pending: () => number;
  readonly timer: Timer;
  readonly log: Log;
}

/** How long Telegram keeps a request open until there is an update, in seconds. */
const LONG_POLL_S = 30;
const BATCH = 100;
/** A chat that has to wait for Telegram's limits holds the others up no longer than this. */
const PATIENCE_MS = 2000;
/** More than so many updates under way are not added to. */
const MAXIMUM_PENDING = 500;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

/** Why polling ended. */
export type PollingEnd = { readonly kind: 'stopped' } | { readonly kind: 'refused'; readonly reason: string };

/**
 * Receives updates until the signal aborts or Telegram refuses the bot. A batch is confirmed, by asking for the next,
 * only when it has been handled, so that what was under way when the process died is delivered again; what had been
 * answered by then is known by the record of handled updates.
 */
export async function poll(dependencies: PollingDependencies, signal: AbortSignal): Promise<PollingEnd> {
  const { api, handle, recorded, pending, timer, log } = dependencies;
  let offset = 0;
  let delayMs = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, limit: BATCH, timeout: LONG_POLL_S, allowed_updates: UPDATE_KINDS },
        // grammY brings its own type of signal, which Node's satisfies.
        signal as never,
      );
      if (delayMs > 0) log.write({ event: 'platform-online', platform: TELEGRAM, name: 'long polling' });
      delayMs = 0;
      const begun: Promise<void>[] = [];
      for (const update of updates) {
        begun.push(handle(update));
        // Answers are made without a pause: a hundred of them would keep everybody else waiting, on other platforms too.
        if (begun.length % AT_A_STRETCH === 0) await others();
      }
      const done = Promise.all(begun);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      if (updates.length > 0) {
        await firstOf(done, PATIENCE_MS, timer, signal);
        await recorded();
      }
      while (pending() > MAXIMUM_PENDING && !signal.aborted) await timer.sleep(PATIENCE_MS / 10, signal);
    } catch (error) {
      if (signal.aborted) break;
      const failure = readFailure(error);
      const refusal = refusalOf(failure);
      if (refusal !== undefined) return { kind: 'refused', reason: refusal };
      if (delayMs === 0) {
        const reason = describeFailure(failure);
        log.write({ event: 'platform-unreachable', platform: TELEGRAM, reason });
      }
      delayMs = Math.min(Math.max(FIRST_DELAY_MS, delayMs * 2), LONGEST_DELAY_MS);
      await timer.sleep(failure.kind === 'rate-limited' ? failure.retryAfterMs : delayMs, signal);
    }
  }
  await confirm(api, offset, timer);
  return { kind: 'stopped' };
}

/** What waiting cannot mend, told in a sentence. */
export function refusalOf(failure: TelegramFailure): string | undefined {
  if (failure.kind === 'wrong-token')
    return 'Telegram does not know the token in TELEGRAM_TOKEN. @BotFather shows the right one (/mybots, API Token).';
  if (failure.kind === 'conflict')
    return 'Another process receives with the same TELEGRAM_TOKEN (409). Stop it, or use a webhook (TELEGRAM_WEBHOOK_URL) for several processes.';
  return undefined;
}

async function firstOf(done: Promise<unknown>, ms: number, timer: Timer, signal: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  const stop = (): void => waiting.abort();
  signal.addEventListener('abort', stop, { once: true });
  await Promise.race([done, timer.sleep(ms, waiting.signal)]);
  waiting.abort();
  signal.removeEventListener('abort', stop);
}

/** Tells Telegram that the last batch was handled; otherwise the next start would answer it again. */
async function confirm(api: Api, offset: number, timer: Timer): Promise<void> {
  if (offset === 0) return;
  const patience = new AbortController();
  const confirmed = api
    .getUpdates({ offset, limit: 1, timeout: 0 }, patience.signal as never)
    .catch(() => []);
  await firstOf(confirmed, PATIENCE_MS, timer, patience.signal);
  patience.abort();
}

import { GrammyError, HttpError, type Transformer } from 'grammy';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { TELEGRAM } from './address.ts';
import { describeFailure, readFailure, type TelegramFailure } from './failures.ts';

/** What repeating a request takes. */
export interface PatienceOptions {
  readonly timer: Timer;
  readonly log: Log;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

/** Longer than this is not waited for; the request fails instead. */
const LONGEST_WAIT_MS = 60_000;
/** Before the second try, the third … */
const DELAYS_MS = [500, 2000, 5000] as const;
/** What a person waits for is tried for ten minutes in all: an outage that long still has people who want to know. */
const OUTAGE_DELAY_MS = 10_000;
const OUTAGE_TRIES = 60;

/** Methods that come to the same however often they are called; sending is not among them. */
const HARMLESS = /^(?:get|set|delete|edit|answerCallbackQuery|answerInlineQuery|sendChatAction)/;
/** What people wait for. */
const AWAITED = /^(?:send(?!ChatAction)|edit|answer)/;
/** The polling loop waits in its own way. */
const OWN_WAY = ['getUpdates'];

/**
 * Repeats requests that were not carried out, and harmless ones that perhaps were not. A request to send that went out
 * and got no answer is never repeated: Telegram cannot tell a repetition, and most of them did arrive. An answer that
 * tells of trouble (502) is an answer: nothing was said.
 */
export function patient({ timer, log, signal }: PatienceOptions): Transformer {
  return async (call, method, payload, callSignal) => {
    for (let attempt = 0; ; attempt += 1) {
      const tried = await attemptOnce(() => call(method, payload, callSignal));
      if (tried.kind === 'response') return tried.response;
      const delayMs = delayBefore(tried.failure, method, attempt);
      if (delayMs === undefined || signal.aborted || callSignal?.aborted === true) return tried.giveUp();
      if (tried.failure.kind === 'rate-limited')
        log.write({ event: 'request-delayed', platform: TELEGRAM, method, retryAfterMs: delayMs });
      await timer.sleep(delayMs, signal);
    }
  };
}

type Tried<Response> =
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'failure'; readonly failure: TelegramFailure; readonly giveUp: () => Response };

interface Refusal {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
}

/** A transformer sees refusals as responses and silence as an error. */
async function attemptOnce<Response extends Refusal>(
  call: () => Promise<Response>,
): Promise<Tried<Response>> {
  try {
    const response = await call();
    if (response.ok) return { kind: 'response', response };
    const { error_code: code = 0, description = '' } = response;
    const refusal = { ...response, ok: false as const, error_code: code, description };
    const failure = readFailure(new GrammyError('', refusal, '', {}));
    return { kind: 'failure', failure, giveUp: () => response };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return {
      kind: 'failure',
      failure: readFailure(error),
      giveUp: () => {
        throw error;
      },
    };
  }
}

function delayBefore(failure: TelegramFailure, method: string, attempt: number): number | undefined {
  if (OWN_WAY.includes(method)) return undefined;
  const growing = DELAYS_MS[attempt];
  switch (failure.kind) {
    case 'rate-limited':
      return failure.retryAfterMs <= LONGEST_WAIT_MS ? failure.retryAfterMs : undefined;
    case 'unreachable':
    case 'server-trouble':
      return growing ?? (AWAITED.test(method) && attempt < OUTAGE_TRIES ? OUTAGE_DELAY_MS : undefined);
    case 'unanswered':
      return HARMLESS.test(method) ? growing : undefined;
    default:
      return undefined;
  }
}

/** Tells the operator of a request that failed for good. */
export function logFailure(log: Log, method: string, failure: TelegramFailure): void {
  log.write({ event: 'request-failed', platform: TELEGRAM, method, reason: describeFailure(failure) });
}

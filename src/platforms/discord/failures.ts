import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from 'discord.js';
import type { Log } from '../../core/ports/log.ts';
import { DISCORD } from './address.ts';

/** A permission the bot may lack, by its key in the bot's words. */
export type PermissionKey =
  | 'viewChannel'
  | 'sendMessages'
  | 'sendInThreads'
  | 'readHistory'
  | 'manageThreads';

/** Why a request to Discord did not do what it was for. */
export type DiscordFailure =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** The channel, the server or the person's inbox is not there, or no longer. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'forbidden'; readonly missing: PermissionKey }
  /** The message to edit, delete or reply to is gone. */
  | { readonly kind: 'message-gone' }
  /** The interaction is no longer, or already, answered: Discord takes no more of it. */
  | { readonly kind: 'too-late' }
  /** Discord does not take the body. */
  | { readonly kind: 'bad-form'; readonly code: number }
  | { readonly kind: 'wrong-token' }
  | { readonly kind: 'rejected'; readonly code: number }
  /** Discord itself is in trouble; what was asked may or may not have been done. */
  | { readonly kind: 'server-trouble' }
  /** No connection was made, so nothing was done. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The request left and no answer came. */
  | { readonly kind: 'unanswered'; readonly reason: string };

/** Refusals by Discord's own numbers. */
const CODES: ReadonlyMap<number, DiscordFailure> = new Map<number, DiscordFailure>([
  [10003, { kind: 'gone' }],
  [10004, { kind: 'gone' }],
  [10013, { kind: 'gone' }],
  [50007, { kind: 'gone' }],
  [10008, { kind: 'message-gone' }],
  [10015, { kind: 'too-late' }],
  [10062, { kind: 'too-late' }],
  [40060, { kind: 'too-late' }],
  [50027, { kind: 'too-late' }],
  [50001, { kind: 'forbidden', missing: 'viewChannel' }],
  [50013, { kind: 'forbidden', missing: 'sendMessages' }],
  [50083, { kind: 'forbidden', missing: 'manageThreads' }],
  [160002, { kind: 'forbidden', missing: 'readHistory' }],
  [50006, { kind: 'bad-form', code: 50006 }],
  [50035, { kind: 'bad-form', code: 50035 }],
]);

/** So many refused requests were made that any more would get the bot's address banned. */
export class TooManyRefusals extends Error {
  override readonly name = 'TooManyRefusals' as const;
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super(`Discord refused too many requests; the next goes out in ${retryAfterMs} ms`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Reads an error that discord.js threw; whatever it does not know is thrown again. */
export function readFailure(error: unknown): DiscordFailure {
  if (error instanceof DiscordAPIError) return readRefusal(error);
  if (error instanceof HTTPError) return { kind: 'server-trouble' };
  if (error instanceof RateLimitError) return { kind: 'rate-limited', retryAfterMs: error.timeToReset };
  if (error instanceof TooManyRefusals) return { kind: 'rate-limited', retryAfterMs: error.retryAfterMs };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return { kind: 'wrong-token' };
  const silence = readSilence(error);
  if (silence === undefined) throw error;
  return silence;
}

function readRefusal({ code, status }: DiscordAPIError): DiscordFailure {
  const known = typeof code === 'number' ? CODES.get(code) : undefined;
  if (known !== undefined) return known;
  if (status === 401) return { kind: 'wrong-token' };
  if (status === 403) return { kind: 'forbidden', missing: 'sendMessages' };
  return { kind: 'rejected', code: typeof code === 'number' ? code : status };
}

/** What a system says when no connection was made. */
const NO_CONNECTION: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
];
const NO_ANSWER: readonly string[] = [
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_ABORTED',
];

/** Only the code of a network error is kept: its message may hold an address, and that the token of an interaction. */
function readSilence(error: unknown): DiscordFailure | undefined {
  const code = networkCode(error);
  if (code !== undefined && NO_CONNECTION.includes(code)) return { kind: 'unreachable', reason: code };
  if (code !== undefined && NO_ANSWER.includes(code)) return { kind: 'unanswered', reason: code };
  if (error instanceof Error && error.name === 'AbortError')
    return { kind: 'unanswered', reason: 'AbortError' };
  // discord.js forgets the token once Discord has refused it, and says so in words only.
  if (error instanceof Error && /^Expected token to be set/.test(error.message))
    return { kind: 'wrong-token' };
  return undefined;
}

function networkCode(error: unknown): string | undefined {
  for (const each of [error, error instanceof Error ? error.cause : undefined]) {
    if (each instanceof Error && 'code' in each && typeof each.code === 'string') return each.code;
  }
  return undefined;
}

/** Whether a request surely did nothing, because no connection was made. */
export const isUnreachable = (error: unknown): boolean => readSilence(error)?.kind === 'unreachable';

/** A failure for a log or for the operator; holds neither a token nor what anybody wrote. */
export function describeFailure(failure: DiscordFailure): string {
  switch (failure.kind) {
    case 'rate-limited':
      return `rate-limited for ${failure.retryAfterMs} ms`;
    case 'forbidden':
      return `forbidden: ${failure.missing}`;
    case 'bad-form':
    case 'rejected':
      return `${failure.kind}: ${failure.code}`;
    case 'unreachable':
    case 'unanswered':
      return `${failure.kind}: ${failure.reason}`;
    default:
      return failure.kind;
  }
}

/** Tells the operator of a request that failed for good. */
export function logFailure(log: Log, method: string, failure: DiscordFailure): void {
  if (failure.kind === 'too-late')
    log.write({ event: 'update-dropped', platform: DISCORD, reason: `too late: ${method}` });
  else log.write({ event: 'request-failed', platform: DISCORD, method, reason: describeFailure(failure) });
}

/** What became of one request. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: DiscordFailure };

/** Does one request and tells what became of it. */
export async function attempt<Value>(act: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'done', value: await act() };
  } catch (error) {
    return { kind: 'failed', failure: readFailure(error) };
  }
}

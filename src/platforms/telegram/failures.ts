import { GrammyError, HttpError } from 'grammy';

/** Why a request to Telegram did not do what it was for. */
export type TelegramFailure =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** The group lives on under another id. */
  | { readonly kind: 'moved'; readonly chatId: number }
  /** Blocked by the person, put out of the group, or the chat is deleted. */
  | { readonly kind: 'gone' }
  /** `missing` names the right that lacks. */
  | { readonly kind: 'forbidden'; readonly missing: string }
  | { readonly kind: 'topic-closed' }
  /** An edit that changes nothing. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'bad-markup' }
  /** A button was pressed so long ago that Telegram takes no answer. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'wrong-token' }
  /** Another process receives with the same token. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Telegram itself is in trouble; what was asked may or may not have been done. */
  | { readonly kind: 'server-trouble' }
  /** No connection was made, so nothing was done. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The request left and no answer came. */
  | { readonly kind: 'unanswered'; readonly reason: string };

const SECOND_MS = 1000;

/** What Telegram says in words only; checked in order. */
const DESCRIPTIONS: readonly (readonly [RegExp, TelegramFailure])[] = [
  [/message is not modified/i, { kind: 'unchanged' }],
  [/can't parse entities|unsupported start tag|can't find end tag/i, { kind: 'bad-markup' }],
  [/query is too old|query id is invalid/i, { kind: 'too-late' }],
  [/TOPIC_CLOSED|TOPIC_DELETED|message thread not found/i, { kind: 'topic-closed' }],
  [
    /not enough rights to send|CHAT_WRITE_FORBIDDEN|need administrator rights|CHAT_RESTRICTED/i,
    { kind: 'forbidden', missing: 'Send Messages' },
  ],
  [
    /chat not found|chat was deleted|group chat was deactivated|PEER_ID_INVALID|user is deactivated/i,
    { kind: 'gone' },
  ],
];

/** Reads an error that grammY threw; whatever it does not know is thrown again. */
export function readFailure(error: unknown): TelegramFailure {
  if (error instanceof GrammyError) return readRefusal(error);
  if (error instanceof HttpError) return readSilence(error.error);
  throw error;
}

function readRefusal({ error_code: code, description, parameters }: GrammyError): TelegramFailure {
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chatId: parameters.migrate_to_chat_id };
  if (code === 429) return { kind: 'rate-limited', retryAfterMs: (parameters.retry_after ?? 1) * SECOND_MS };
  if (code === 401 || code === 404) return { kind: 'wrong-token' };
  if (code === 409) return { kind: 'conflict' };
  const told = DESCRIPTIONS.find(([pattern]) => pattern.test(description));
  if (told !== undefined) return told[1];
  if (code === 403) return { kind: 'gone' };
  if (code >= 500) return { kind: 'server-trouble' };
  return { kind: 'rejected', reason: description };
}

/** What a system says when no connection was made. */
const NO_CONNECTION = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
];

/** The message of a network error holds the address, and the address holds the token; only its code is kept. */
function readSilence(error: unknown): TelegramFailure {
  const code = codeOf(error) ?? codeOf(causeOf(error));
  // Telegram's front servers answer with a page instead of JSON when they are in trouble.
  if (error instanceof SyntaxError || codeOf(error) === 'invalid-json' || typeOf(error) === 'invalid-json')
    return { kind: 'server-trouble' };
  if (code !== undefined && NO_CONNECTION.includes(code)) return { kind: 'unreachable', reason: code };
  return { kind: 'unanswered', reason: code ?? nameOf(error) };
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
const causeOf = (error: unknown): unknown => fieldOf(error, 'cause');
const typeOf = (error: unknown): unknown => fieldOf(error, 'type');

function codeOf(error: unknown): string | undefined {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** A failure for a log or for the operator; holds neither the token nor what anybody wrote. */
export function describeFailure(failure: TelegramFailure): string {
  switch (failure.kind) {
    case 'rate-limited':
      return `rate-limited for ${failure.retryAfterMs} ms`;
    case 'forbidden':
      return `forbidden: ${failure.missing}`;
    case 'rejected':
    case 'unreachable':
    case 'unanswered':
      return `${failure.kind}: ${failure.reason}`;
    default:
      return failure.kind;
  }
}

import type { ApiResponse, Update } from 'grammy/types';

/** The parameters of one call, as parsed from JSON, a form or a query string. */
export type CallParameters = Readonly<Record<string, unknown>>;

/** What became of a call: an answer as JSON, an answer that is no JSON, or a connection that broke. */
export type CallAnswer =
  | { readonly kind: 'json'; readonly status: number; readonly body: ApiResponse<unknown> }
  | { readonly kind: 'html'; readonly status: number; readonly body: string }
  | { readonly kind: 'cut' };

/** One call of the bot, in the order in which the server finished them. */
export interface RecordedCall {
  readonly method: string;
  readonly parameters: CallParameters;
  readonly answer: CallAnswer;
  /** Whether Telegram did what was asked; a connection cut afterwards does not undo it. */
  readonly processed: boolean;
}

/** An update without its number. */
export type UpdateBody = Omit<Update, 'update_id'>;

/** An update that Telegram keeps to itself, and why. */
export interface WithheldUpdate {
  readonly body: UpdateBody;
  readonly reason: 'privacy mode' | 'not among the allowed updates' | 'the bot is not in the chat';
}

/** Milliseconds of the epoch; decides the dates of messages and the flood limits. */
export interface ServerClock {
  now(): number;
}

/** Flood limits to enforce; what is left out is not limited. */
export interface FloodLimits {
  /** Messages to all chats together in any second. */
  readonly perSecond?: number;
  /** Messages to one chat in any second. */
  readonly perChatPerSecond?: number;
  /** Messages to one group or channel in any minute. */
  readonly perGroupPerMinute?: number;
}

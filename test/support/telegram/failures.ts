import type { ResponseParameters } from 'grammy/types';

/** A call that Telegram refuses; the bot gets it as an answer with `ok: false`. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400: the call itself is wrong. */
export const badRequest = (reason: string, parameters?: ResponseParameters): ApiFailure =>
  new ApiFailure(400, `Bad Request: ${reason}`, parameters);

/** 403: the call is right, but this bot may not make it. */
export const forbidden = (reason: string): ApiFailure => new ApiFailure(403, `Forbidden: ${reason}`);

/** 409: two programs want the same updates. */
export const conflict = (reason: string): ApiFailure => new ApiFailure(409, `Conflict: ${reason}`);

/** 429: too many calls; `seconds` is how long the bot has to wait. */
export const tooManyRequests = (seconds: number): ApiFailure =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

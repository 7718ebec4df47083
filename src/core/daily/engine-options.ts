const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How patient the engine of daily posts is. All times are in milliseconds. */
export interface PostEngineOptions {
  /** A post may come so late, but never on another local day. */
  readonly catchUpMs: number;
  /** How long another worker waits before it takes over a post whose worker has fallen silent. */
  readonly leaseMs: number;
  /** How long the same nonce certainly makes no second post, where a platform promises that. */
  readonly repeatWindowMs: number;
  /** How long to wait for a platform's answer. */
  readonly sendTimeoutMs: number;
  /** The first wait after a platform could not be reached; each further one is twice as long. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** How long to leave alone a post that another worker has, or that storage failed on. */
  readonly backOffMs: number;
  /** The longest sleep: so late a new subscription may be noticed. */
  readonly longestSleepMs: number;
  /** Refusals in a row, one a day, after which a place is taken to be gone. */
  readonly refusalsBeforePause: number;
  /** Posts taken up at once. */
  readonly batch: number;
}

/** See {@link PostEngineOptions}. */
export const DEFAULT_ENGINE_OPTIONS: PostEngineOptions = {
  catchUpMs: 6 * 60 * MINUTE_MS,
  leaseMs: 90 * SECOND_MS,
  repeatWindowMs: 3 * MINUTE_MS,
  sendTimeoutMs: 30 * SECOND_MS,
  firstRetryMs: 5 * SECOND_MS,
  longestRetryMs: 30 * MINUTE_MS,
  backOffMs: 15 * SECOND_MS,
  longestSleepMs: MINUTE_MS,
  refusalsBeforePause: 3,
  batch: 200,
};

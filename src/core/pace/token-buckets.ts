import { RecentMap } from '../recent-map.ts';

/** How fast something may go on. */
export interface Pace {
  /** So many at once, after a rest. */
  readonly burst: number;
  /** So many a second in the long run. */
  readonly perSecond: number;
}

interface Bucket {
  readonly tokens: number;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

const SECOND_MS = 1000;
/** How many keys are remembered at once; a forgotten one begins with a full bucket. */
const MAXIMUM_KEYS = 20_000;

/** One token bucket for each key: a person, a chat, a whole platform. */
export class TokenBuckets {
  readonly #pace: Pace;
  readonly #buckets = new RecentMap<string, Bucket>(MAXIMUM_KEYS);

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Takes a token if there is one. */
  take(key: string, now: number): boolean {
    return this.reserve(key, now, 0) === 0;
  }

  /**
   * Takes a token, if need be one of those to come, and tells after how many milliseconds it may be used. Nothing is
   * taken when that would be more than `patienceMs`; then the answer is `undefined`.
   */
  reserve(key: string, now: number, patienceMs = Number.POSITIVE_INFINITY): number | undefined {
    const { perSecond } = this.#pace;
    const tokens = this.#tokensOf(key, now);
    const waitMs = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * SECOND_MS);
    if (waitMs > patienceMs) return undefined;
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
    return waitMs;
  }

  /** Milliseconds until the next token; 0 when there is one. */
  waitMs(key: string, now: number): number {
    const tokens = this.#tokensOf(key, now);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / this.#pace.perSecond) * SECOND_MS);
  }

  #tokensOf(key: string, now: number): number {
    const { burst, perSecond } = this.#pace;
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return burst;
    const gained = (Math.max(0, now - bucket.at) / SECOND_MS) * perSecond;
    return Math.min(burst, bucket.tokens + gained);
  }
}

import type { Clock } from '../ports/clock.ts';
import type { Timer } from '../ports/timer.ts';

/** How fast a platform lets a bot send. */
export interface SendLimits {
  /** Posts in a second, to all places together. */
  readonly perSecond: number;
  /** Posts in a second to one place; absent is no limit of its own. */
  readonly perPlacePerSecond?: number;
  /** Posts on their way at the same time. */
  readonly concurrency: number;
}

/** How many places a limiter remembers before it looks for ones it may forget. */
const PLACES_TO_REMEMBER = 1000;
const SECOND_MS = 1000;

/**
 * A bucket that holds one token and drips evenly: no second, wherever it begins, sees more than its share, as it would
 * if tokens could pile up.
 */
class DrippingBucket {
  readonly #intervalMs: number;
  #freeAt = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number) {
    this.#intervalMs = SECOND_MS / perSecond;
  }

  /** Takes the next token and tells when it is there, in milliseconds of the epoch. */
  reserve(now: number): number {
    const at = Math.max(now, this.#freeAt);
    this.#freeAt = at + this.#intervalMs;
    return at;
  }

  isFull(now: number): boolean {
    return this.#freeAt <= now;
  }
}

/** Makes senders wait until a platform's limits let them go. */
export class RateLimiter {
  readonly #limits: SendLimits;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #all: DrippingBucket;
  readonly #places = new Map<string, DrippingBucket>();

  constructor(limits: SendLimits, clock: Clock, timer: Timer) {
    this.#limits = limits;
    this.#clock = clock;
    this.#timer = timer;
    this.#all = new DrippingBucket(limits.perSecond);
  }

  /** Resolves when a post may go to a place, or at once when the signal aborts. */
  async take(place: string, signal?: AbortSignal): Promise<void> {
    await this.#waitFor(this.#bucketOf(place), signal);
    await this.#waitFor(this.#all, signal);
  }

  #bucketOf(place: string): DrippingBucket | undefined {
    const { perPlacePerSecond } = this.#limits;
    if (perPlacePerSecond === undefined) return undefined;
    const known = this.#places.get(place);
    if (known !== undefined) return known;
    this.#forgetIdlePlaces();
    const bucket = new DrippingBucket(perPlacePerSecond);
    this.#places.set(place, bucket);
    return bucket;
  }

  #forgetIdlePlaces(): void {
    if (this.#places.size < PLACES_TO_REMEMBER) return;
    const now = this.#clock.now();
    for (const [place, bucket] of this.#places) if (bucket.isFull(now)) this.#places.delete(place);
  }

  async #waitFor(bucket: DrippingBucket | undefined, signal: AbortSignal | undefined): Promise<void> {
    if (bucket === undefined) return;
    const now = this.#clock.now();
    const at = bucket.reserve(now);
    if (at > now) await this.#timer.sleep(Math.ceil(at - now), signal);
  }
}

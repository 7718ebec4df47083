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
 * Whoever is late is followed after this share of the usual space, until what was lost is made up for. On a busy machine
 * every timer is late, by a third of a usual space of ours and more.
 */
const HURRIED_SHARE = 0.3;

/**
 * Lets one after the other go, evenly spaced and in the order of asking. A process that was busy for a while lets
 * nobody leave in a bunch, as a platform counts in every second, wherever it begins: where time was lost, the spaces get
 * smaller, and no second sees more than its share and one. With `isStrict`, no space is ever smaller.
 */
class EvenGate {
  readonly #intervalMs: number;
  readonly #share: number;
  readonly #isStrict: boolean;
  readonly #clock: Clock;
  readonly #timer: Timer;
  /** When the next would leave if no time was ever lost. */
  #plannedAt = Number.NEGATIVE_INFINITY;
  #freeAt = Number.NEGATIVE_INFINITY;
  /** The latest departures, as many as may leave in a second, oldest first. */
  #departures: readonly number[] = [];
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(perSecond: number, isStrict: boolean, clock: Clock, timer: Timer) {
    this.#intervalMs = SECOND_MS / perSecond;
    this.#share = Math.floor(perSecond) + 1;
    this.#isStrict = isStrict;
    this.#clock = clock;
    this.#timer = timer;
  }

  /** Resolves when it is the asker's turn. */
  pass(signal: AbortSignal | undefined): Promise<void> {
    // Time in which nobody wanted to leave is not lost.
    if (this.#waiting === 0) this.#plannedAt = Math.max(this.#plannedAt, this.#clock.now());
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#wait(signal));
    return this.#last;
  }

  /** Whether nobody waits and whoever comes may go at once. */
  isOpen(): boolean {
    return this.#waiting === 0 && Math.max(this.#freeAt, this.#plannedAt) <= this.#clock.now();
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    const waitMs = Math.max(this.#freeAt, this.#plannedAt) - this.#clock.now();
    if (waitMs > 0) await this.#timer.sleep(Math.ceil(waitMs), signal);
    const now = this.#clock.now();
    // No more than a second is made up for.
    this.#plannedAt = Math.max(this.#plannedAt + this.#intervalMs, this.#isStrict ? now : now - SECOND_MS);
    this.#departures = [...this.#departures, now].slice(-this.#share);
    const [first = now] = this.#departures;
    this.#freeAt = Math.max(
      now + this.#intervalMs * (this.#isStrict ? 1 : HURRIED_SHARE),
      this.#departures.length < this.#share ? now : first + SECOND_MS,
    );
    this.#waiting -= 1;
  }
}

/** Makes senders wait until a platform's limits let them go. */
export class RateLimiter {
  readonly #limits: SendLimits;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #all: EvenGate;
  readonly #places = new Map<string, EvenGate>();

  constructor(limits: SendLimits, clock: Clock, timer: Timer) {
    this.#limits = limits;
    this.#clock = clock;
    this.#timer = timer;
    this.#all = new EvenGate(limits.perSecond, false, clock, timer);
  }

  /** Resolves when a post may go to a place, or soon when the signal aborts. */
  async take(place: string, signal?: AbortSignal): Promise<void> {
    await this.#gateOf(place)?.pass(signal);
    await this.#all.pass(signal);
  }

  #gateOf(place: string): EvenGate | undefined {
    const { perPlacePerSecond } = this.#limits;
    if (perPlacePerSecond === undefined) return undefined;
    const known = this.#places.get(place);
    if (known !== undefined) return known;
    this.#forgetIdlePlaces();
    const gate = new EvenGate(perPlacePerSecond, true, this.#clock, this.#timer);
    this.#places.set(place, gate);
    return gate;
  }

  #forgetIdlePlaces(): void {
    if (this.#places.size < PLACES_TO_REMEMBER) return;
    for (const [place, gate] of this.#places) if (gate.isOpen()) this.#places.delete(place);
  }
}

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
 * Lets one after the other go, evenly spaced: no second, wherever it begins, sees more than its share and one, as it
 * would if tokens could pile up. The spaces are counted from when somebody really left: a process that was busy
 * for a while lets nobody catch up in a bunch, but for the one who was late.
 */
class EvenGate {
  readonly #intervalMs: number;
  readonly #clock: Clock;
  readonly #timer: Timer;
  #freeAt = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(perSecond: number, clock: Clock, timer: Timer) {
    this.#intervalMs = SECOND_MS / perSecond;
    this.#clock = clock;
    this.#timer = timer;
  }

  /** Resolves when it is the asker's turn, in the order of asking. */
  pass(signal: AbortSignal | undefined): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#wait(signal));
    return this.#last;
  }

  /** Whether nobody waits and whoever comes may go at once. */
  isOpen(): boolean {
    return this.#waiting === 0 && this.#freeAt <= this.#clock.now();
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    const dueAt = Math.max(this.#freeAt, this.#clock.now());
    const waitMs = dueAt - this.#clock.now();
    if (waitMs > 0) await this.#timer.sleep(Math.ceil(waitMs), signal);
    this.#freeAt = Math.max(dueAt + this.#intervalMs, this.#clock.now());
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
    this.#all = new EvenGate(limits.perSecond, clock, timer);
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
    const gate = new EvenGate(perPlacePerSecond, this.#clock, this.#timer);
    this.#places.set(place, gate);
    return gate;
  }

  #forgetIdlePlaces(): void {
    if (this.#places.size < PLACES_TO_REMEMBER) return;
    for (const [place, gate] of this.#places) if (gate.isOpen()) this.#places.delete(place);
  }
}

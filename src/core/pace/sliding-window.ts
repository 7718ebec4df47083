const SECOND_MS = 1000;

/** Lets so many go within any second, wherever that begins; who may wait leaves room for who may not. */
export class SlidingWindow {
  readonly #perSecond: number;
  /** When those go that still count, in milliseconds of the epoch and in order; the last may be to come. */
  #goings: readonly number[] = [];

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Takes the next place and tells after how many milliseconds it is there. */
  reserve(now: number): number {
    const waitMs = Math.max(0, this.#opensAt(this.#perSecond, now) - now);
    this.#take(now + waitMs);
    return waitMs;
  }

  /** Takes a place if as many as `spare` are left beside it; else tells after how many milliseconds to try again. */
  takeBeside(spare: number, now: number): number {
    const waitMs = this.#opensAt(Math.max(1, this.#perSecond - spare), now) - now;
    if (waitMs > 0) return waitMs;
    this.#take(now);
    return 0;
  }

  /** When fewer than `most` lie within the last second, and nobody waits who came before. */
  #opensAt(most: number, now: number): number {
    this.#goings = this.#goings.filter((at) => at > now - SECOND_MS);
    const blocking = this.#goings.at(-most);
    return Math.max(blocking === undefined ? now : blocking + SECOND_MS, this.#goings.at(-1) ?? now);
  }

  #take(at: number): void {
    this.#goings = [...this.#goings, at];
  }
}

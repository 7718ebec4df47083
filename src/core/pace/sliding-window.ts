/** Lets so many go within any stretch of time, wherever that begins; who may wait leaves room for who may not. */
export class SlidingWindow {
  readonly #most: number;
  readonly #lengthMs: number;
  /** When those go that still count, in milliseconds of the epoch and in order; the last may be to come. */
  #goings: readonly number[] = [];

  constructor(most: number, lengthMs: number) {
    this.#most = most;
    this.#lengthMs = lengthMs;
  }

  /** Takes the next place and tells after how many milliseconds it is there. */
  reserve(now: number): number {
    const waitMs = Math.max(0, this.#opensAt(this.#most, now) - now);
    this.#take(now + waitMs);
    return waitMs;
  }

  /** Takes a place if as many as `spare` are left beside it; else tells after how many milliseconds to try again. */
  takeBeside(spare: number, now: number): number {
    const waitMs = this.#opensAt(Math.max(1, this.#most - spare), now) - now;
    if (waitMs > 0) return waitMs;
    this.#take(now);
    return 0;
  }

  /** When fewer than `most` lie within the window, and nobody waits who came before. */
  #opensAt(most: number, now: number): number {
    this.#goings = this.#goings.filter((at) => at > now - this.#lengthMs);
    const blocking = this.#goings.at(-most);
    return Math.max(blocking === undefined ? now : blocking + this.#lengthMs, this.#goings.at(-1) ?? now);
  }

  #take(at: number): void {
    this.#goings = [...this.#goings, at];
  }
}

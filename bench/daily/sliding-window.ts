const SECOND_MS = 1000;

/** Allows so many requests within any second, wherever it begins. */
export class SlidingWindow {
  readonly #perSecond: number;
  #admitted: number[] = [];

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts a request in, unless it is one too many. */
  admit(now: number): boolean {
    const [oldest] = this.#admitted;
    if (oldest !== undefined && oldest <= now - SECOND_MS)
      this.#admitted = this.#admitted.filter((at) => at > now - SECOND_MS);
    if (this.#admitted.length >= this.#perSecond) return false;
    this.#admitted.push(now);
    return true;
  }
}

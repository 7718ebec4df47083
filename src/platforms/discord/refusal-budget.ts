/** What may be refused before something is done about it. */
export interface RefusalLimits {
  /** The operator is told after each so many. */
  readonly warnEvery: number;
  /** From here on requests wait, so that the rest of the budget lasts for the rest of the window. */
  readonly slowFrom: number;
  /** From here on nothing goes out until the window ends. */
  readonly stopAt: number;
}

/** Discord bans an address for some time after 10 000 refused requests in ten minutes. */
export const REFUSAL_LIMITS: RefusalLimits = { warnEvery: 500, slowFrom: 5000, stopAt: 9500 };

const WINDOW_MS = 10 * 60 * 1000;

/** What the budget allows the next request. */
export type RefusalLeave =
  | { readonly kind: 'go'; readonly afterMs: number }
  | { readonly kind: 'stop'; readonly retryAfterMs: number };

/** Counts requests that Discord refused (401, 403, 429) and slows down long before it bans the bot. */
export class RefusalBudget {
  readonly #limits: RefusalLimits;
  #windowEnds = 0;
  #count = 0;

  constructor(limits: RefusalLimits = REFUSAL_LIMITS) {
    this.#limits = limits;
  }

  /** Counts a refusal; the count so far whenever the operator is to be told. `now` in milliseconds of the epoch. */
  refused(now: number): number | undefined {
    if (now >= this.#windowEnds) {
      this.#windowEnds = now + WINDOW_MS;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count % this.#limits.warnEvery === 0 ? this.#count : undefined;
  }

  /** Whether and when the next request may go out. */
  leave(now: number): RefusalLeave {
    const leftMs = this.#windowEnds - now;
    const { slowFrom, stopAt } = this.#limits;
    if (leftMs <= 0 || this.#count < slowFrom) return { kind: 'go', afterMs: 0 };
    if (this.#count >= stopAt) return { kind: 'stop', retryAfterMs: leftMs };
    return { kind: 'go', afterMs: Math.ceil(leftMs / (stopAt - this.#count)) };
  }
}

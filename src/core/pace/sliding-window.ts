/** A place that somebody has taken in a {@link SlidingWindow}. All times are milliseconds of the epoch. */
export interface Place {
  /** Whoever has it is on the way: nobody knows when the other side counts, so the place is kept until it is told. */
  leaves(now: number): void;
  /** The other side has counted by now: the place is free again when the window has slid past. */
  counted(now: number): void;
}

/** What came of asking for a place. */
export type Taken =
  | { readonly kind: 'place'; readonly place: Place }
  /** None is free; asking again makes sense after `waitMs` at the earliest. */
  | { readonly kind: 'full'; readonly waitMs: number };

interface Entry {
  isUnderWay: boolean;
  /** From then on somebody else may have the place. */
  freeAt: number;
}

/**
 * Lets so many through within any stretch of time, wherever that begins and whoever measures it: what counts is not
 * when something left but when it surely had arrived, so that a late timer or a slow line brings no two closer together
 * at the other end than here.
 */
export class SlidingWindow {
  readonly #most: number;
  readonly #lengthMs: number;
  readonly #patienceMs: number;
  readonly #entries = new Set<Entry>();

  /** Of what never came to an end, nobody holds a place longer than `patienceMs` after it left. */
  constructor(most: number, lengthMs: number, patienceMs: number) {
    this.#most = most;
    this.#lengthMs = lengthMs;
    this.#patienceMs = patienceMs;
  }

  /** Takes a place if as many as `spare` are left beside it. */
  take(spare: number, now: number): Taken {
    const waitMs = this.opensIn(spare, now);
    return waitMs > 0 ? { kind: 'full', waitMs } : { kind: 'place', place: this.force(now) };
  }

  /** Takes a place whether there is one or not, for what cannot wait any more: others wait the longer. */
  force(now: number): Place {
    const entry: Entry = { isUnderWay: false, freeAt: now + this.#lengthMs };
    this.#entries.add(entry);
    const keep = (isUnderWay: boolean, freeAt: number): void => {
      entry.isUnderWay = isUnderWay;
      entry.freeAt = freeAt;
      this.#entries.add(entry);
    };
    return {
      leaves: (at) => keep(true, at + this.#patienceMs + this.#lengthMs),
      counted: (at) => keep(false, at + this.#lengthMs),
    };
  }

  /** After how many milliseconds there may be a place with `spare` beside it: 0 is now, and no sooner is certain. */
  opensIn(spare: number, now: number): number {
    for (const entry of this.#entries) if (entry.freeAt <= now) this.#entries.delete(entry);
    const most = Math.max(1, this.#most - spare);
    const tooMany = this.#entries.size - most;
    if (tooMany < 0) return 0;
    const soonest = [...this.#entries]
      .map(({ isUnderWay, freeAt }) => (isUnderWay ? Math.min(freeAt, now + this.#lengthMs) : freeAt))
      .sort((a, b) => a - b);
    return (soonest[tooMany] ?? now) - now;
  }
}

import { createRandom, type Random } from '../workload/random.ts';

/** What a platform does to a request instead of serving it, or after. */
export type Fault =
  | 'none'
  /** Too many requests, though there were not. */
  | 'limited'
  | 'server-error'
  /** The connection is cut before anything is done. */
  | 'cut-before'
  /** The post is there, and the connection is cut before the answer. */
  | 'cut-after';

/** Shares of all requests. */
export interface FaultShares {
  readonly limited: number;
  readonly serverError: number;
  readonly cut: number;
}

export const NO_FAULTS: FaultShares = { limited: 0, serverError: 0, cut: 0 };

/** Chooses what happens to each request. */
export class Faults {
  readonly #shares: FaultShares;
  readonly random: Random;

  constructor(shares: FaultShares, seed: number) {
    this.#shares = shares;
    this.random = createRandom(seed);
  }

  next(): Fault {
    const { limited, serverError, cut } = this.#shares;
    const drawn = this.random();
    if (drawn < limited) return 'limited';
    if (drawn < limited + serverError) return 'server-error';
    if (drawn < limited + serverError + cut / 2) return 'cut-before';
    return drawn < limited + serverError + cut ? 'cut-after' : 'none';
  }
}

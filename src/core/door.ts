/**
 * Lets work in that came at the same time: some together, and then everybody else has a turn before more of it. What
 * goes in together is done in step where it is made of the same steps, so that each finds in the processor's caches
 * what the one before it has used.
 */
export class Door {
  readonly #most: number;
  readonly #nextTurn: (open: () => void) => void;
  readonly #waiting: (() => void)[] = [];

  /** `most` go in together; `nextTurn` calls back when others have had their turn. */
  constructor(most: number, nextTurn: (open: () => void) => void) {
    this.#most = most;
    this.#nextTurn = nextTurn;
  }

  /** Resolves when it is this one's turn. */
  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) this.#nextTurn(() => this.#open());
    });
  }

  #open(): void {
    for (const enter of this.#waiting.splice(0, this.#most)) enter();
    if (this.#waiting.length > 0) this.#nextTurn(() => this.#open());
  }
}

/** So many answers, some milliseconds each, are made before others are served. */
export const AT_A_STRETCH = 8;

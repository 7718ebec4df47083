const GENEROUS_MS = 10_000;

interface Waiter {
  look(): void;
  /** Gives up; `why` begins a sentence. */
  fail(why: string): void;
}

/** Lets tests wait for what happens, without asking again and again and without sleeping. */
export class Watch {
  readonly #waiters = new Set<Waiter>();
  readonly #whatHappened: () => string;

  /** `whatHappened` tells a person what came instead of what was awaited. */
  constructor(whatHappened: () => string) {
    this.#whatHappened = whatHappened;
  }

  /** Something changed: everybody who waits looks again. */
  changed(): void {
    for (const waiter of [...this.#waiters]) waiter.look();
  }

  /** The first thing that `look` finds. Fails after `timeoutMs` with what happened instead. */
  until<Found>(
    awaited: string,
    look: () => Found | undefined | false,
    timeoutMs = GENEROUS_MS,
  ): Promise<Found> {
    return new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        act();
      };
      const waiter: Waiter = {
        look: () => {
          try {
            const found = look();
            if (found !== undefined && found !== false) finish(() => resolve(found));
          } catch (reason) {
            finish(() => reject(reason));
          }
        },
        fail: (why) =>
          finish(() => reject(new Error(`${why} while waiting for ${awaited}.\n${this.#whatHappened()}`))),
      };
      const timer = setTimeout(() => waiter.fail('Time is up'), timeoutMs);
      this.#waiters.add(waiter);
      waiter.look();
    });
  }

  /** Fails everybody who still waits. */
  close(): void {
    for (const waiter of [...this.#waiters]) waiter.fail('The server was stopped');
  }
}

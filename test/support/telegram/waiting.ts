const GENEROUS_MS = 10_000;

interface Waiter {
  look(): void;
  fail(reason: Error): void;
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
    const failure = (reason: string) =>
      new Error(`${reason} while waiting for ${awaited}.\n${this.#whatHappened()}`);
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
        fail: (reason) => finish(() => reject(reason)),
      };
      const timer = setTimeout(() => waiter.fail(failure('Time is up')), timeoutMs);
      this.#waiters.add(waiter);
      this.#stopped = () => {
        for (const other of [...this.#waiters]) other.fail(failure('The server was stopped'));
      };
      waiter.look();
    });
  }

  /** Fails everybody who still waits. */
  close(): void {
    this.#stopped();
  }

  #stopped: () => void = () => undefined;
}

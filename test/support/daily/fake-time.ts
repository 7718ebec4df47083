import type { Clock } from '../../../src/core/ports/clock.ts';
import type { Timer } from '../../../src/core/ports/timer.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that moves only when told, and the timer that goes by it. */
export class FakeTime implements Clock, Timer {
  #now: number;
  #sleepers: readonly Sleeper[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        until: this.#now + ms,
        wake: () => {
          this.#sleepers = this.#sleepers.filter((each) => each !== sleeper);
          resolve();
        },
      };
      this.#sleepers = [...this.#sleepers, sleeper];
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /** Lets everything run that waits for no time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves to an instant, waking sleepers in their order on the way. */
  async advanceTo(now: number): Promise<void> {
    await this.settle();
    for (;;) {
      const next = this.#sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (next === undefined || next.until > now) break;
      this.#now = Math.max(this.#now, next.until);
      next.wake();
      await this.settle();
    }
    this.#now = Math.max(this.#now, now);
  }

  /** Jumps without waking anybody, as when a process was not running. */
  jumpTo(now: number): void {
    this.#now = now;
  }

  /** Moves on until the work is done. */
  async finish(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const watched = work.finally(() => {
      isDone = true;
    });
    for (let turn = 0; turn < 10_000; turn += 1) {
      await this.settle();
      if (isDone) break;
      const next = this.#sleepers.toSorted((a, b) => a.until - b.until)[0];
      if (next !== undefined) await this.advanceTo(next.until);
    }
    await watched;
  }
}

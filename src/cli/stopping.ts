import type { Timer } from '../core/ports/timer.ts';

/** What is in hand may take so long once the process is to stop; whoever supervises it should wait longer. */
export const STOP_DEADLINE_MS = 20_000;

/** The one end of a process, whoever asks for it. */
export class Stopping {
  readonly #timer: Timer;
  readonly #begun = new AbortController();
  readonly #ended = new AbortController();
  #late: () => void = () => undefined;
  /** Resolves with `late` when the deadline has passed after {@link request}. */
  readonly late: Promise<'late'>;

  constructor(timer: Timer) {
    this.#timer = timer;
    this.late = new Promise((resolve) => {
      this.#late = () => resolve('late');
    });
  }

  /** Aborts when the process is to stop. */
  get signal(): AbortSignal {
    return this.#begun.signal;
  }

  /** From now on the process stops; again does no harm. */
  request(): void {
    if (this.#begun.signal.aborted) return;
    this.#begun.abort();
    void this.#timer.sleep(STOP_DEADLINE_MS, this.#ended.signal).then(() => {
      if (!this.#ended.signal.aborted) this.#late();
    });
  }

  /** Everything has ended: there is nothing to be late with. */
  end(): void {
    this.#ended.abort();
  }
}

/** Runs tasks side by side, but only so many at once; one that fails disturbs no other. */
export class Lane {
  readonly #width: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  #running = 0;
  #idle: (() => void)[] = [];

  constructor(width: number) {
    this.#width = Math.max(1, width);
  }

  /** `task` never rejects. With `isFirst` it comes before all that wait. */
  add(task: () => Promise<void>, isFirst = false): void {
    if (isFirst) this.#waiting.unshift(task);
    else this.#waiting.push(task);
    this.#pump();
  }

  /** Drops what has not begun. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void> {
    if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #pump(): void {
    while (this.#running < this.#width) {
      const task = this.#waiting.shift();
      if (task === undefined) break;
      this.#running += 1;
      void task().finally(() => {
        this.#running -= 1;
        this.#pump();
      });
    }
    if (this.#running > 0) return;
    const resolved = this.#idle;
    this.#idle = [];
    for (const resolve of resolved) resolve();
  }
}

/** Work that belongs together is done one after the other, all other work at the same time. */
export class KeyedQueues {
  readonly #last = new Map<string, Promise<void>>();

  /** Keys of which something is being done or waits. */
  get size(): number {
    return this.#last.size;
  }

  /** Does work after all that came before it under the same key. `work` must not reject. */
  async run(key: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work);
    this.#last.set(key, turn);
    await turn;
    if (this.#last.get(key) === turn) this.#last.delete(key);
  }

  /** Resolves when nothing is being done any more. */
  async settle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}

/** Integers of one kind for each of a sequence of things, kept in one array. */
export class Ragged {
  readonly #values: number[] = [];
  readonly #starts: number[] = [0];

  push(values: Iterable<number>): void {
    for (const value of values) this.#values.push(value);
    this.#starts.push(this.#values.length);
  }

  freeze(): { readonly values: Int32Array; readonly starts: Int32Array } {
    return { values: Int32Array.from(this.#values), starts: Int32Array.from(this.#starts) };
  }
}

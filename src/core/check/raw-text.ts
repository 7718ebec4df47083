/** Place of some words in a file. */
export interface RawPlace {
  /** Offset to search on from; means nothing outside the {@link RawText} that gave it. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** How much of a sentence is looked for when the whole is not there, as in quoted YAML with doubled quotes. UTF-16 units. */
const BEGINNING = 30;

/**
 * The text of a file in which words are found however their lines were broken: every run of white space counts as one
 * space.
 */
export class RawText {
  readonly text: string;
  readonly #squeezed: string;
  /** Where each line begins in the squeezed text. */
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const lines = text.split('\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').trim());
    const starts: number[] = [];
    let squeezed = '';
    for (const line of lines) {
      if (squeezed !== '' && line !== '') squeezed += ' ';
      starts.push(squeezed.length);
      squeezed += line;
    }
    this.#squeezed = squeezed;
    this.#lineStarts = starts;
  }

  /** Where words stand first at or after `from`; failing that, where their beginning does. */
  find(words: string, from = 0): RawPlace | undefined {
    const whole = words.replaceAll(/\s+/g, ' ').trim();
    const at = this.#squeezed.indexOf(whole, from);
    const offset = at === -1 ? this.#squeezed.indexOf(whole.slice(0, BEGINNING), from) : at;
    return offset === -1 ? undefined : { offset, line: this.#lineAt(offset) };
  }

  /** Where a line begins, to search on from; `line` is 1-based. */
  startOf(line: number): number {
    return this.#lineStarts[line - 1] ?? 0;
  }

  /** The last line that begins at or before the offset. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  }
}

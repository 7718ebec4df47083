/** What the doctor has looked at and how it is. */
export interface Finding {
  readonly state: 'well' | 'doubtful' | 'ill';
  /** What was looked at, such as `telegram`. */
  readonly about: string;
  readonly message: string;
  /** What to do about it; absent where all is well. */
  readonly remedy?: string;
}

const MARKS = { well: '✓', doubtful: '!', ill: '✗' } as const;

/** A line for what was found, and another for what to do. */
export const wordFinding = ({ state, about, message, remedy }: Finding): string =>
  `${MARKS[state]} ${about}: ${message}${remedy === undefined ? '' : `\n    → ${remedy}`}`;

/** Findings about one thing. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #about: string;

  constructor(about: string) {
    this.#about = about;
  }

  well(message: string): void {
    this.list.push({ state: 'well', about: this.#about, message });
  }

  /** The bot works, though perhaps not as the operator thinks. */
  doubt(message: string, remedy: string): void {
    this.list.push({ state: 'doubtful', about: this.#about, message, remedy });
  }

  ill(message: string, remedy: string): void {
    this.list.push({ state: 'ill', about: this.#about, message, remedy });
  }
}

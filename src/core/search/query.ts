/** A word of a question, as far as search is concerned. */
export interface QueryWord {
  /** Lower case, NFC, one tone placement, as {@link tokenise} gives it. */
  readonly word: string;
  /** How much the word says about what is asked, from 0 ("bao nhiêu") by way of function words to 1. */
  readonly weight: number;
  /** Whether it was written with a capital, as names are. */
  readonly capitalised?: boolean;
  /** Read from a misspelling or from keystrokes: other readings of the same word. */
  readonly alternatives?: readonly string[];
}

/** A question, as far as search is concerned. */
export interface SearchQuery {
  /** In the order of the question. */
  readonly words: readonly QueryWord[];
  /** Whether it was typed with diacritics, so that "ma" is not "má". */
  readonly marked: boolean;
}

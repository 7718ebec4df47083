import { hasDiacritics } from '../text/fold.ts';
import { termOf } from '../text/tokenise.ts';

/** Stands among numbers for what is not there: a word or term that no text has, a slot, a twin. */
export const UNSEEN = -1;

/**
 * Numbers for the words and terms of the indexed texts, so that ranking compares integers. Several words (má, mà,
 * ma) share one term (ma).
 */
export class Lexicon {
  readonly #wordIds = new Map<string, number>();
  readonly #termIds = new Map<string, number>();
  readonly #termOfWord: number[] = [];
  readonly #marked: boolean[] = [];
  readonly #terms: string[] = [];

  /** The words in the order of their numbers: what {@link Lexicon.of} makes the same lexicon from. */
  get words(): readonly string[] {
    return [...this.#wordIds.keys()];
  }

  /** `terms[t]` is term `t`, and `termOfWord[w]` the term of word `w`. */
  static of(words: readonly string[], terms: readonly string[], termOfWord: Int32Array): Lexicon {
    const lexicon = new Lexicon();
    words.forEach((word, id) => {
      lexicon.#wordIds.set(word, id);
      lexicon.#termOfWord.push(termOfWord[id] ?? UNSEEN);
      lexicon.#marked.push(hasDiacritics(word));
    });
    terms.forEach((term, id) => {
      lexicon.#termIds.set(term, id);
      lexicon.#terms.push(term);
    });
    return lexicon;
  }

  get terms(): readonly string[] {
    return this.#terms;
  }

  /** The number of a word of the texts, made at its first occurrence. */
  addWord(word: string): number {
    const known = this.#wordIds.get(word);
    if (known !== undefined) return known;
    const id = this.#termOfWord.length;
    this.#wordIds.set(word, id);
    this.#termOfWord.push(this.#addTerm(termOf(word)));
    this.#marked.push(hasDiacritics(word));
    return id;
  }

  #addTerm(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#termIds.set(term, id);
    this.#terms.push(term);
    return id;
  }

  wordId(word: string): number {
    return this.#wordIds.get(word) ?? UNSEEN;
  }

  termId(term: string): number {
    return this.#termIds.get(term) ?? UNSEEN;
  }

  /** The term of a word made by {@link addWord}. */
  termOfWord(wordId: number): number {
    return this.#termOfWord[wordId] ?? UNSEEN;
  }

  /** Whether a word is written with diacritics. */
  isMarked(wordId: number): boolean {
    return this.#marked[wordId] === true;
  }

  term(termId: number): string {
    return this.#terms[termId] ?? '';
  }

  get termCount(): number {
    return this.#terms.length;
  }
}

import { fold, hasDiacritics } from '../text/fold.ts';
import { termOf, tokenise } from '../text/tokenise.ts';

/** Wordings that mean the same, in whatever language; the concept's number is its place in the list. */
export interface ConceptForms {
  readonly forms: readonly string[];
}

/** Words `from` (inclusive) to `to` (exclusive) name the concept. */
export interface ConceptSpan {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

interface Form {
  readonly concept: number;
  readonly words: readonly string[];
}

/**
 * `strict`: an unmarked word stands for a marked one only inside a longer name ("Ho Chi Minh"), for texts that are
 * written with care. `lenient`: also alone ("my" for "mỹ"), for questions typed without diacritics.
 */
export type MarkRule = 'strict' | 'lenient';

/** Finds the glossary's concepts in a sequence of words; the longest wording wins. */
export class ConceptFinder {
  readonly #byFirstTerm = new Map<string, Form[]>();
  readonly count: number;

  constructor(concepts: readonly ConceptForms[]) {
    this.count = concepts.length;
    concepts.forEach(({ forms }, concept) => {
      for (const form of forms) this.#add(concept, form);
    });
    for (const forms of this.#byFirstTerm.values()) forms.sort((a, b) => b.words.length - a.words.length);
  }

  #add(concept: number, form: string): void {
    const words = tokenise(form).map((token) => token.word);
    const [first] = words;
    if (first === undefined) return;
    const key = termOf(first);
    const forms = this.#byFirstTerm.get(key) ?? [];
    forms.push({ concept, words });
    this.#byFirstTerm.set(key, forms);
  }

  /** Whether a wording of some concept begins with this term. */
  knows(term: string): boolean {
    return this.#byFirstTerm.has(term);
  }

  /**
   * The spans of concepts, from left to right; two concepts may share a wording, and a span may begin in the one before
   * if it ends behind it ("tàu hải quân Hoa Kỳ" is both a "tàu hải quân" and of the "hải quân Hoa Kỳ"), but none lies
   * within another. Where a wording stands as it is written, readings that need folding or an ending are not
   * considered: "Nha Trang" is not the White House (Nhà Trắng).
   */
  find(words: readonly string[], terms: readonly string[], rule: MarkRule): readonly ConceptSpan[] {
    const spans: ConceptSpan[] = [];
    let coveredUntil = 0;
    for (let at = 0; at < words.length; at += 1) {
      const forms = this.#byFirstTerm.get(terms[at] ?? '');
      if (forms === undefined) continue;
      const shortest = coveredUntil - at + 1;
      const length = this.#longest(forms, words, at, rule, shortest, spans);
      if (length > 0) coveredUntil = at + length;
    }
    return spans;
  }

  /** Adds the concepts of the longest wording of at least so many words that begins at a word; its length, or 0. */
  #longest(
    forms: readonly Form[],
    words: readonly string[],
    at: number,
    rule: MarkRule,
    shortest: number,
    spans: ConceptSpan[],
  ): number {
    let length = 0;
    let exactness = 0;
    let concepts: number[] = [];
    for (const form of forms) {
      if (form.words.length < Math.max(length, shortest)) break;
      const found = exactnessOf(form, words, at, rule);
      if (found === 0 || found < exactness) continue;
      if (found > exactness) concepts = [];
      exactness = found;
      length = form.words.length;
      if (!concepts.includes(form.concept)) concepts.push(form.concept);
    }
    for (const concept of concepts) spans.push({ concept, from: at, to: at + length });
    return length;
  }
}

/** 2 when the words stand there as the wording has them, 1 when up to marks and endings, 0 when not. */
function exactnessOf(form: Form, words: readonly string[], at: number, rule: MarkRule): 0 | 1 | 2 {
  const alone = form.words.length === 1;
  let exactness: 1 | 2 = 2;
  let isMarked = false;
  let isUnmarked = false;
  for (let offset = 0; offset < form.words.length; offset += 1) {
    const word = words[at + offset];
    const wanted = form.words[offset];
    if (word === undefined || wanted === undefined) return 0;
    if (hasDiacritics(word)) isMarked = true;
    if (word === wanted) continue;
    exactness = 1;
    if (hasDiacritics(wanted)) isUnmarked = true;
    if (hasDiacritics(word) || !isInflection(word, fold(wanted))) return 0;
    if (alone && rule === 'strict' && hasDiacritics(wanted)) return 0;
  }
  // Whoever writes one word with its marks writes the next with them too: "đưa quan hệ" is not "đưa quân".
  return isMarked && isUnmarked ? 0 : exactness;
}

/** Shorter words are too like others to be told by an ending: "aids" is no aid, "used" not the US. */
const SHORTEST_INFLECTED = 4;
const ENDINGS: ReadonlySet<string> = new Set(['s', 'es', 'd', 'ed', 'ing']);

/** Whether a word is another one, perhaps with an English ending: "normalised" of "normalise". */
function isInflection(word: string, base: string): boolean {
  if (word === base) return true;
  if (base.length < SHORTEST_INFLECTED) return false;
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  if (word.startsWith(base) && ENDINGS.has(word.slice(base.length))) return true;
  return word.startsWith(stem) && ENDINGS.has(word.slice(stem.length));
}

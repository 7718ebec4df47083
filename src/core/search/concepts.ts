import { hasDiacritics } from '../text/fold.ts';
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
  readonly terms: readonly string[];
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
    const terms = words.map(termOf);
    const key = termOf(first);
    const forms = this.#byFirstTerm.get(key) ?? [];
    forms.push({ concept, words, terms });
    this.#byFirstTerm.set(key, forms);
  }

  /** Whether a wording of some concept begins with this term. */
  knows(term: string): boolean {
    return this.#byFirstTerm.has(term);
  }

  /** The spans of concepts, from left to right; two concepts may share a wording, but spans never partly overlap. */
  find(words: readonly string[], terms: readonly string[], rule: MarkRule): readonly ConceptSpan[] {
    const spans: ConceptSpan[] = [];
    let at = 0;
    while (at < words.length) {
      const forms = this.#byFirstTerm.get(terms[at] ?? '');
      let length = 0;
      for (const form of forms ?? []) {
        if (form.words.length < length) break;
        if (!matches(form, words, terms, at, rule)) continue;
        length = form.words.length;
        if (!spans.some((span) => span.from === at && span.concept === form.concept)) {
          spans.push({ concept: form.concept, from: at, to: at + length });
        }
      }
      at += Math.max(1, length);
    }
    return spans;
  }
}

function matches(
  form: Form,
  words: readonly string[],
  terms: readonly string[],
  at: number,
  rule: MarkRule,
): boolean {
  const alone = form.words.length === 1;
  for (let offset = 0; offset < form.words.length; offset += 1) {
    const word = words[at + offset];
    const wanted = form.words[offset];
    if (word === undefined || wanted === undefined || terms[at + offset] !== form.terms[offset]) return false;
    if (word === wanted) continue;
    if (hasDiacritics(word)) return false;
    if (alone && rule === 'strict' && hasDiacritics(wanted)) return false;
  }
  return true;
}

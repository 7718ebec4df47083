import type { GlossaryEntry } from '../knowledge/glossary.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { fold } from '../text/fold.ts';
import type { Question } from './question.ts';

/** Ids of the countries that the subject is, and of the capitals that stand for their governments. */
const GOVERNMENTS: ReadonlySet<string> = new Set(['united-states', 'vietnam', 'washington-dc', 'hanoi']);

/** So many telling words name a subject of their own ("gia nhập WTO"). */
const WORDS_OF_SUBJECT = 2;

/** Whether the words of a question, without those that were just quoted, name a subject of their own. */
export const hasSubject = ({ words }: Question): boolean =>
  words.filter(({ weight }) => weight === 1).length >= WORDS_OF_SUBJECT;

/** Tells which concepts of the glossary are names, and what a question is about by them. */
export class Subjects {
  readonly #index: SearchIndex;
  readonly #glossary: readonly GlossaryEntry[];
  /** Folded wordings of the concepts that were named so far. */
  readonly #wordings = new Map<number, readonly string[]>();
  /** Concepts that name a person, place, institution or treaty. */
  readonly #names: ReadonlySet<number>;
  readonly #people: ReadonlySet<number>;
  readonly #thirdCountries: ReadonlySet<number>;
  readonly #governments: ReadonlySet<number>;
  /** Places that mean themselves. */
  readonly #places: ReadonlySet<number>;
  /** Those of them that a question can be about by themselves: people and treaties. */
  readonly #subjects: ReadonlySet<number>;

  /** `glossary` must be the one the index was built with. */
  constructor(glossary: readonly GlossaryEntry[], index: SearchIndex) {
    const conceptsOf = (kinds: (kind: GlossaryEntry['kind']) => boolean): ReadonlySet<number> =>
      new Set(glossary.flatMap(({ kind }, concept) => (kinds(kind) ? [concept] : [])));
    this.#index = index;
    this.#glossary = glossary;
    this.#places = new Set(
      glossary.flatMap(({ kind, id }, concept) =>
        kind === 'place' && !GOVERNMENTS.has(id ?? '') ? [concept] : [],
      ),
    );
    this.#names = conceptsOf((kind) => kind !== 'term');
    this.#governments = new Set(
      glossary.flatMap(({ id }, concept) => (GOVERNMENTS.has(id ?? '') ? [concept] : [])),
    );
    this.#thirdCountries = new Set(
      glossary.flatMap(({ kind, id }, concept) =>
        kind === 'country' && !GOVERNMENTS.has(id ?? '') ? [concept] : [],
      ),
    );
    this.#people = conceptsOf((kind) => kind === 'person');
    this.#subjects = conceptsOf((kind) => kind === 'person' || kind === 'treaty');
  }

  /** Whether it is a place, and neither one of the two countries nor a capital, which may mean a government. */
  isPlace(concept: number): boolean {
    return this.#places.has(concept);
  }

  /** Whether it is one of the two countries or their capitals, which as often mean a government. */
  isGovernment(concept: number): boolean {
    return this.#governments.has(concept);
  }

  /** Whether it is a country other than the two. */
  isThirdCountry(concept: number): boolean {
    return this.#thirdCountries.has(concept);
  }

  isPerson(concept: number): boolean {
    return this.#people.has(concept);
  }

  isName(concept: number): boolean {
    return this.#names.has(concept);
  }

  /** Whether a question names a subject of its own: a rare word, or somebody's or a treaty's name. */
  isSpecific(question: Question): boolean {
    return (
      this.#index.hasRareWord(question) ||
      this.#index.conceptsIn(question).some(({ concept }) => this.#subjects.has(concept))
    );
  }

  /** The question with every other wording of the names in it; see {@link Question.named}. */
  withWordings(question: Question): Question {
    // Nothing else is compared by names.
    if (question.wanted.kind !== 'person' && question.wanted.kind !== 'place') return question;
    const named = new Set<string>();
    for (const { concept } of this.#index.conceptsIn(question)) {
      if (this.#names.has(concept)) for (const wording of this.#wordingsOf(concept)) named.add(wording);
    }
    return named.size === 0 ? question : { ...question, named };
  }

  #wordingsOf(concept: number): readonly string[] {
    const known = this.#wordings.get(concept);
    if (known !== undefined) return known;
    const entry = this.#glossary[concept];
    const wordings = [...(entry?.vi ?? []), ...(entry?.en ?? []), ...(entry?.also ?? [])].map(fold);
    this.#wordings.set(concept, wordings);
    return wordings;
  }

  /** Words of a question that name somebody or something, by their capital or by the glossary. */
  namesIn(question: Question): ReadonlySet<string> {
    const names = new Set(
      question.words.filter(({ capitalised }) => capitalised === true).map(({ word }) => word),
    );
    for (const { concept, from, to } of this.#index.conceptsIn(question)) {
      if (!this.#names.has(concept)) continue;
      for (const { word } of question.words.slice(from, to)) names.add(word);
    }
    return names;
  }
}

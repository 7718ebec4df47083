import type { GlossaryEntry } from '../knowledge/glossary.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Question } from './question.ts';

/** Ids of the places that stand for the two countries or their governments. */
const WHOLE_COUNTRIES: ReadonlySet<string> = new Set(['united-states', 'vietnam', 'washington-dc', 'hanoi']);

/** Tells which concepts of the glossary are names, and what a question is about by them. */
export class Subjects {
  readonly #index: SearchIndex;
  /** Concepts that name a person, place, institution or treaty. */
  readonly #names: ReadonlySet<number>;
  /** Places that mean themselves. */
  readonly #places: ReadonlySet<number>;
  /** Those of them that a question can be about by themselves: people and treaties. */
  readonly #subjects: ReadonlySet<number>;

  /** `glossary` must be the one the index was built with. */
  constructor(glossary: readonly GlossaryEntry[], index: SearchIndex) {
    const conceptsOf = (kinds: (kind: GlossaryEntry['kind']) => boolean): ReadonlySet<number> =>
      new Set(glossary.flatMap(({ kind }, concept) => (kinds(kind) ? [concept] : [])));
    this.#index = index;
    this.#places = new Set(
      glossary.flatMap(({ kind, id }, concept) =>
        kind === 'place' && !WHOLE_COUNTRIES.has(id ?? '') ? [concept] : [],
      ),
    );
    this.#names = conceptsOf((kind) => kind !== 'term');
    this.#subjects = conceptsOf((kind) => kind === 'person' || kind === 'treaty');
  }

  /** Whether it is a place, and neither one of the two countries nor a capital, which may mean a government. */
  isPlace(concept: number): boolean {
    return this.#places.has(concept);
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

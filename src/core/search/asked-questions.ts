import type { KnowledgeDocument } from '../knowledge/document.ts';
import { wordWeight } from '../text/function-words.ts';
import type { ConceptSpan } from './concepts.ts';
import { type Lexicon, UNSEEN } from './lexicon.ts';
import { Ragged } from './ragged.ts';

/**
 * The questions that people ask as integers, in groups: those of an event in both languages are one group. A document
 * is found by them besides by its own words (expansion of documents by questions: Nogueira, Yang, Lin and Cho,
 * "Document Expansion by Query Prediction", 2019; here the questions are an editor's).
 */
export interface AskedQuestions {
  /** The group of each document; {@link UNSEEN} when nobody wrote down how it is asked for. */
  readonly askedGroupOf: Int32Array;
  /** First question of each group (one more than there are groups). */
  readonly askedGroupStarts: Int32Array;
  /** Words and concepts of each question; the words a concept spans are counted from 0 in its question. */
  readonly askedWords: Int32Array;
  readonly askedStarts: Int32Array;
  /** How much each word of the lexicon tells in such a question: its rarity, by its role. */
  readonly askedWeightOf: Float32Array;
  readonly askedConcepts: Int32Array;
  readonly askedConceptFrom: Int32Array;
  readonly askedConceptTo: Int32Array;
  readonly askedConceptStarts: Int32Array;
  /** Words and concepts of each group's questions that none of its documents has in title or text, each once. */
  readonly addedWords: Int32Array;
  readonly addedStarts: Int32Array;
  readonly addedConcepts: Int32Array;
  readonly addedConceptStarts: Int32Array;
}

/** A text as numbers. */
export interface NumberedText {
  readonly ids: readonly number[];
  readonly spans: readonly ConceptSpan[];
}

interface Group {
  readonly questions: NumberedText[];
  readonly ownTerms: Set<number>;
  readonly ownConcepts: Set<number>;
}

/** Collects how documents are asked for while a corpus is built. */
export class AskedQuestionsBuilder {
  readonly #lexicon: Lexicon;
  readonly #groups = new Map<string, Group>();
  readonly #keys: (string | undefined)[] = [];

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Takes in the next document; `own` are its title and sentences. */
  add(
    { kind, id }: KnowledgeDocument,
    questions: readonly NumberedText[],
    own: readonly NumberedText[],
  ): void {
    const key = `${kind} ${id}`;
    const known = this.#groups.get(key);
    if (known === undefined && questions.length === 0) {
      this.#keys.push(undefined);
      return;
    }
    const group = known ?? { questions: [], ownTerms: new Set(), ownConcepts: new Set() };
    this.#groups.set(key, group);
    this.#keys.push(key);
    group.questions.push(...questions);
    for (const { ids, spans } of own) {
      for (const word of ids) group.ownTerms.add(this.#lexicon.termOfWord(word));
      for (const { concept } of spans) group.ownConcepts.add(concept);
    }
  }

  /** How many groups have a term in their questions. */
  groupFrequency(): ReadonlyMap<number, number> {
    const frequency = new Map<number, number>();
    for (const { questions } of this.#groups.values()) {
      const terms = new Set(
        questions.flatMap(({ ids }) => ids.map((word) => this.#lexicon.termOfWord(word))),
      );
      for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
    return frequency;
  }

  /** All that was taken in; `rarityOf` tells how rare a word is among the texts. */
  build(rarityOf: (word: number) => number): AskedQuestions {
    const roles = this.#lexicon.words.map((word) => wordWeight(word, true));
    const words = new Ragged();
    const concepts = new Ragged();
    const from = new Ragged();
    const to = new Ragged();
    const addedWords = new Ragged();
    const addedConcepts = new Ragged();
    const groupStarts = [0];
    const numbers = new Map<string, number>();
    let questions = 0;
    for (const [key, group] of this.#groups) {
      numbers.set(key, numbers.size);
      for (const { ids, spans } of group.questions) {
        words.push(ids);
        concepts.push(spans.map(({ concept }) => concept));
        from.push(spans.map((span) => span.from));
        to.push(spans.map((span) => span.to));
      }
      questions += group.questions.length;
      groupStarts.push(questions);
      addedWords.push(addedWordsOf(group, this.#lexicon, roles));
      addedConcepts.push(
        new Set(
          group.questions
            .flatMap(({ spans }) => spans.map(({ concept }) => concept))
            .filter((concept) => !group.ownConcepts.has(concept)),
        ),
      );
    }
    const askedWords = words.freeze();
    const askedConcepts = concepts.freeze();
    const added = addedWords.freeze();
    const addedOfGlossary = addedConcepts.freeze();
    return {
      askedGroupOf: Int32Array.from(this.#keys, (key) => numbers.get(key ?? '') ?? UNSEEN),
      askedGroupStarts: Int32Array.from(groupStarts),
      askedWords: askedWords.values,
      askedStarts: askedWords.starts,
      askedWeightOf: Float32Array.from(roles, (role, word) => rarityOf(word) * role),
      askedConcepts: askedConcepts.values,
      askedConceptFrom: from.freeze().values,
      askedConceptTo: to.freeze().values,
      askedConceptStarts: askedConcepts.starts,
      addedWords: added.values,
      addedStarts: added.starts,
      addedConcepts: addedOfGlossary.values,
      addedConceptStarts: addedOfGlossary.starts,
    };
  }
}

/** Words that tell something and stand in no text of the group. */
function addedWordsOf(
  { questions, ownTerms }: Group,
  lexicon: Lexicon,
  roles: readonly number[],
): ReadonlySet<number> {
  const asked = questions.flatMap(({ ids }) => ids);
  return new Set(asked.filter((word) => roles[word] === 1 && !ownTerms.has(lexicon.termOfWord(word))));
}

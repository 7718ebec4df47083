import { hasDiacritics } from '../text/fold.ts';
import { termOf } from '../text/tokenise.ts';
import type { ConceptFinder } from './concepts.ts';
import { type Corpus, pairKey } from './corpus.ts';
import { markDateNumbers } from './date-numbers.ts';
import { UNSEEN } from './lexicon.ts';
import type { SearchQuery } from './query.ts';
import { rarity } from './rarity.ts';

/** Something of the question to look for: a word or, by any of its wordings, a concept of the glossary. */
export interface Slot {
  readonly weight: number;
  /** Words of the question it stands for: first (inclusive) and last (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly concept?: number;
  /** A literal word of a wording that a concept stands for already. */
  readonly underConcept: boolean;
  /** The exact word; {@link UNSEEN} when no text has it. */
  readonly word: number;
  readonly term: number;
  /** Whether the word was typed with diacritics. */
  readonly marked: boolean;
  /** What a match counts whose word has no marks where this one has, or the other way round. */
  readonly unmarkedQuality: number;
  /** What a match counts whose word has other marks. */
  readonly otherMarksQuality: number;
}

/** Two neighbouring words of the question that are neighbours in some text. */
export interface PairSlot {
  readonly weight: number;
}

/** A question against one corpus: what to look for and how much each thing tells. */
export interface QueryPlan {
  readonly slots: readonly Slot[];
  /** Slots of a term; a term that the question repeats has one. */
  readonly slotOfTerm: ReadonlyMap<number, number>;
  /** The same as an array over all terms, {@link UNSEEN} where there is none: what the ranker walks by. */
  readonly slotByTerm: Int16Array;
  readonly slotOfConcept: ReadonlyMap<number, number>;
  /** By {@link pairKey}. */
  readonly pairs: ReadonlyMap<number, PairSlot>;
  /** Share of the neighbouring words of the question that are neighbours in any text at all: 0 to 1. */
  readonly familiarity: number;
  /** Sum of the slots' weights: what a sentence that has everything would reach. */
  readonly totalWeight: number;
  /** Weight of a word that no sentence has: the scale of weights in this corpus. */
  readonly greatestRarity: number;
}

/** Literal words under a concept still count a little, so that among wordings the asker's own wins. */
const LITERAL_UNDER_CONCEPT = 0.3;
/** In a question with marks "ma" may be a slip for "má"; "mà" is another word, though people do mistype marks. */
const UNMARKED_IN_MARKED_QUESTION = 0.45;
const OTHER_MARKS_IN_MARKED_QUESTION = 0.2;
/** What a slot is worth whose word was found under another reading. */
export const ALTERNATIVE_QUALITY = 0.7;
const PAIR_WEIGHT = 0.5;
/** What each further word of a concept's wording adds, as a share: "Hiệp định Paris" says more than "hiệp định". */
const FURTHER_WORD = 0.25;
/** Of an unmarked word with fewer letters, too many are the same up to marks ("ma", "con"). */
const SHORTEST_SURE = 4;

/** What to look for in a corpus; `finder` must be the one the corpus was built with. */
export function planQuery(query: SearchQuery, corpus: Corpus, finder: ConceptFinder): QueryPlan {
  const total = corpus.passages.length;
  const { lexicon } = corpus;
  const words = markDateNumbers(query.words.map((word) => word.word));
  const terms = words.map(termOf);
  const spans = finder.count === 0 ? [] : finder.find(words, terms, query.marked ? 'strict' : 'lenient');
  const underConcept = new Array<boolean>(words.length).fill(false);
  const slots: Slot[] = [];
  const slotOfTerm = new Map<number, number>();
  const slotOfConcept = new Map<number, number>();

  for (const span of spans) {
    const role = Math.max(...query.words.slice(span.from, span.to).map((word) => word.weight));
    if (role === 0 || slotOfConcept.has(span.concept)) continue;
    underConcept.fill(true, span.from, span.to);
    const frequency = corpus.conceptFrequency[span.concept] ?? 0;
    slotOfConcept.set(span.concept, slots.length);
    slots.push({
      weight: rarity(frequency, total) * (1 + FURTHER_WORD * (span.to - span.from - 1)),
      from: span.from,
      to: span.to,
      concept: span.concept,
      underConcept: false,
      word: UNSEEN,
      term: UNSEEN,
      marked: false,
      unmarkedQuality: 0,
      otherMarksQuality: 0,
    });
  }
  query.words.forEach(({ weight, alternatives }, at) => {
    const word = words[at] ?? '';
    if (weight === 0) return;
    const term = lexicon.termId(terms[at] ?? '');
    if (term !== UNSEEN && slotOfTerm.has(term)) return;
    const frequency = term === UNSEEN ? 0 : (corpus.termFrequency[term] ?? 0);
    const slot = slots.length;
    const careful = query.marked && (hasDiacritics(word) || word.length < SHORTEST_SURE);
    slots.push({
      weight: rarity(frequency, total) * weight * (underConcept[at] ? LITERAL_UNDER_CONCEPT : 1),
      from: at,
      to: at + 1,
      underConcept: underConcept[at] === true,
      word: lexicon.wordId(word),
      term,
      marked: hasDiacritics(word),
      unmarkedQuality: careful ? UNMARKED_IN_MARKED_QUESTION : 1,
      otherMarksQuality: careful ? OTHER_MARKS_IN_MARKED_QUESTION : 1,
    });
    if (term !== UNSEEN) slotOfTerm.set(term, slot);
    for (const alternative of alternatives ?? []) {
      const other = lexicon.termId(termOf(alternative));
      if (other !== UNSEEN && !slotOfTerm.has(other)) slotOfTerm.set(other, slot);
    }
  });
  return {
    slots,
    slotOfTerm,
    slotByTerm: asArray(slotOfTerm, lexicon.termCount),
    slotOfConcept,
    ...planPairs(query, terms, corpus),
    greatestRarity: rarity(0, total),
    totalWeight: slots.reduce((sum, slot) => sum + slot.weight, 0),
  };
}

function asArray(slotOfTerm: ReadonlyMap<number, number>, terms: number): Int16Array {
  const slots = new Int16Array(terms).fill(UNSEEN);
  for (const [term, slot] of slotOfTerm) slots[term] = slot;
  return slots;
}

function planPairs(
  query: SearchQuery,
  terms: readonly string[],
  corpus: Corpus,
): Pick<QueryPlan, 'pairs' | 'familiarity'> {
  const pairs = new Map<number, PairSlot>();
  let asked = 0;
  let familiar = 0;
  for (let at = 0; at + 1 < terms.length; at += 1) {
    const first = query.words[at]?.weight ?? 0;
    const second = query.words[at + 1]?.weight ?? 0;
    if (first === 0 || second === 0) continue;
    const role = (first + second) / 2;
    asked += role;
    const key = pairKey(corpus.lexicon.termId(terms[at] ?? ''), corpus.lexicon.termId(terms[at + 1] ?? ''));
    const frequency = corpus.pairFrequency.get(key);
    if (frequency === undefined) continue;
    familiar += role;
    if (pairs.has(key)) continue;
    pairs.set(key, { weight: rarity(frequency, corpus.passages.length) * PAIR_WEIGHT * role });
  }
  return { pairs, familiarity: asked === 0 ? 1 : familiar / asked };
}

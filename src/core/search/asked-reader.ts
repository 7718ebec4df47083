import type { Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryPlan } from './query-plan.ts';
import { Tally } from './tally.ts';

/** How much the share of the written-down question that was asked counts beside the other share. */
const PRECISION = 0.65;

/** Compares a question with those that documents are known to be asked for by. */
export class AskedReader {
  readonly #corpus: Corpus;
  #index: AddedIndex | undefined;
  /** The question read last; it is asked about again for every sentence that is explained. */
  #last: { readonly plan: QueryPlan; readonly tallies: ReadonlyMap<number, Tally> } | undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** What of a question documents are asked for by and do not say themselves, by their groups. */
  added(plan: QueryPlan): ReadonlyMap<number, Tally> {
    if (this.#last?.plan === plan) return this.#last.tallies;
    const { addedWords, lexicon } = this.#corpus;
    this.#index ??= indexAdded(this.#corpus);
    const { words, concepts } = this.#index;
    const tallies = new Map<number, Tally>();
    const tallyOf = (group: number): Tally => {
      const known = tallies.get(group);
      if (known !== undefined) return known;
      const tally = new Tally(plan.slots.length);
      tallies.set(group, tally);
      return tally;
    };
    for (const [term, index] of plan.slotOfTerm) {
      for (const at of placesOf(words, term))
        tallyOf(words.owner[at] ?? UNSEEN).hit(plan, index, addedWords[at] ?? UNSEEN, lexicon);
    }
    for (const [concept, index] of plan.slotOfConcept) {
      for (const at of placesOf(concepts, concept)) tallyOf(concepts.owner[at] ?? UNSEEN).hitConcept(index);
    }
    this.#last = { plan, tallies };
    return tallies;
  }

  /** The group of a document; {@link UNSEEN} when nobody wrote down how it is asked for. */
  groupOf(document: number): number {
    return this.#corpus.askedGroupOf[document] ?? UNSEEN;
  }

  /**
   * How like a question is to the likest of those a document is asked for by, 0 to 1: the geometric mean of the share of
   * the question that is in the other and of the share of the other that is in the question, by weight. The latter counts
   * more: a short question is part of many that ask for something else besides.
   */
  likeness(plan: QueryPlan, document: number): number {
    const { askedGroupOf, askedGroupStarts } = this.#corpus;
    const group = askedGroupOf[document] ?? UNSEEN;
    if (group === UNSEEN) return 0;
    let best = 0;
    const end = askedGroupStarts[group + 1] ?? 0;
    for (let question = askedGroupStarts[group] ?? 0; question < end; question += 1)
      best = Math.max(best, this.#likenessTo(plan, question));
    return best;
  }

  #likenessTo(plan: QueryPlan, question: number): number {
    const corpus = this.#corpus;
    const tally = new Tally(plan.slots.length);
    const start = corpus.askedStarts[question] ?? 0;
    const end = corpus.askedStarts[question + 1] ?? start;
    let concept = corpus.askedConceptStarts[question] ?? 0;
    const lastConcept = corpus.askedConceptStarts[question + 1] ?? concept;
    let metUntil = start;
    let met = 0;
    let whole = 0;
    for (let at = start; at < end; at += 1) {
      while (concept < lastConcept && (corpus.askedConceptFrom[concept] ?? 0) <= at - start) {
        const index = plan.slotOfConcept.get(corpus.askedConcepts[concept] ?? UNSEEN);
        if (index !== undefined) {
          tally.hitConcept(index);
          metUntil = Math.max(metUntil, start + (corpus.askedConceptTo[concept] ?? 0));
        }
        concept += 1;
      }
      const word = corpus.askedWords[at] ?? UNSEEN;
      const weight = corpus.askedWeightOf[word] ?? 0;
      whole += weight;
      const index = plan.slotByTerm[corpus.lexicon.termOfWord(word)] ?? UNSEEN;
      if (index !== UNSEEN) tally.hit(plan, index, word, corpus.lexicon);
      if (index !== UNSEEN || at < metUntil) met += weight;
    }
    if (whole === 0 || plan.totalWeight === 0) return 0;
    return (tally.weighed(plan) / plan.totalWeight) ** (1 - PRECISION) * (met / whole) ** PRECISION;
  }
}

/** The places of numbers in a list: the last place of each number, and for each place the one before of the same number. */
interface Places {
  readonly last: Int32Array;
  readonly before: Int32Array;
  /** The stretch of the list that each place lies in. */
  readonly owner: Int32Array;
}

interface AddedIndex {
  readonly words: Places;
  readonly concepts: Places;
}

const indexAdded = (corpus: Corpus): AddedIndex => ({
  words: indexPlaces(
    corpus.addedWords.map((word) => corpus.lexicon.termOfWord(word)),
    corpus.addedStarts,
    corpus.lexicon.termCount,
  ),
  concepts: indexPlaces(corpus.addedConcepts, corpus.addedConceptStarts, corpus.conceptFrequency.length),
});

/** `starts` are the beginnings of the stretches and the end of the last; numbers are below `count`. */
function indexPlaces(numbers: Int32Array, starts: Int32Array, count: number): Places {
  const last = new Int32Array(count).fill(UNSEEN);
  const before = new Int32Array(numbers.length);
  const owner = new Int32Array(numbers.length);
  for (let stretch = 0; stretch + 1 < starts.length; stretch += 1) {
    for (let at = starts[stretch] ?? 0; at < (starts[stretch + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      before[at] = last[number] ?? UNSEEN;
      last[number] = at;
      owner[at] = stretch;
    }
  }
  return { last, before, owner };
}

function* placesOf({ last, before }: Places, number: number): Generator<number> {
  for (let at = last[number] ?? UNSEEN; at !== UNSEEN; at = before[at] ?? UNSEEN) yield at;
}

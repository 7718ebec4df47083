import type { KnowledgeDocument } from '../knowledge/document.ts';
import { termOf } from '../text/tokenise.ts';
import { CandidateIndex } from './candidates.ts';
import { ConceptFinder, type ConceptForms } from './concepts.ts';
import { buildCorpus, type Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { SearchQuery } from './query.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { DEFAULT_WEIGHTS, type Match, Ranker, type RankingWeights, type SlotQualities } from './ranker.ts';

/** Words shorter than this are not looked up with a slip: too many others are one slip away. */
const SHORTEST_MENDABLE = 4;

/** A word is rare when no more sentences than this have it: a count for a small library, a share for a large one. */
const RARE_COUNT = 3;
const RARE_SHARE = 0.004;

export interface Ranking {
  readonly plan: QueryPlan;
  /** Best first. */
  readonly matches: readonly Match[];
}

/** Finds the sentences that match a question's words, best first: the whole of retrieval behind one method. */
export class SearchIndex {
  readonly corpus: Corpus;
  readonly finder: ConceptFinder;
  readonly #candidates: CandidateIndex;
  readonly #ranker: Ranker;

  constructor(
    documents: readonly KnowledgeDocument[],
    concepts: readonly ConceptForms[],
    weights: RankingWeights = DEFAULT_WEIGHTS,
  ) {
    this.finder = new ConceptFinder(concepts);
    this.corpus = buildCorpus(documents, this.finder);
    this.#candidates = new CandidateIndex(this.corpus);
    this.#ranker = new Ranker(this.corpus, weights);
  }

  /** `also`: sentences to rank besides those the words lead to. */
  search(query: SearchQuery, also: Iterable<number> = []): Ranking {
    const plan = planQuery(this.#withReadings(query), this.corpus, this.finder);
    const candidates = new Set(this.#candidates.find(plan));
    for (const sentence of also) candidates.add(sentence);
    return { plan, matches: this.#ranker.rank(plan, candidates) };
  }

  /** How well each part of a question was found in and around a sentence. */
  explain(plan: QueryPlan, sentence: number): SlotQualities {
    return this.#ranker.explain(plan, sentence);
  }

  /** Whether some text has this folded word. */
  knows(folded: string): boolean {
    return this.corpus.lexicon.termId(folded) !== UNSEEN;
  }

  /** Whether a question has a word or concept that few sentences share, so that it names a subject of its own. */
  hasRareWord(query: SearchQuery): boolean {
    const plan = planQuery(query, this.corpus, this.finder);
    const frequent = Math.max(RARE_COUNT, RARE_SHARE * this.corpus.passages.length);
    return plan.slots.some((slot) => {
      const word = query.words[slot.from];
      if (word === undefined || word.weight < 1) return false;
      const frequency =
        slot.concept === undefined
          ? (this.corpus.termFrequency[slot.term] ?? 0)
          : (this.corpus.conceptFrequency[slot.concept] ?? 0);
      return frequency <= frequent;
    });
  }

  /** Gives words that no text has the readings that are one slip away. */
  #withReadings(query: SearchQuery): SearchQuery {
    const { lexicon } = this.corpus;
    return {
      ...query,
      words: query.words.map((word) => {
        const term = termOf(word.word);
        if (word.weight < 1 || term.length < SHORTEST_MENDABLE || /^\d/.test(term)) return word;
        if (lexicon.termId(term) !== UNSEEN || this.finder.knows(term)) return word;
        const readings = this.#candidates.similarTerms(term);
        return readings.length === 0 ? word : { ...word, alternatives: readings };
      }),
    };
  }
}

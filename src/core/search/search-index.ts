import { hasDiacritics } from '../text/fold.ts';
import { isVietnameseSyllable } from '../text/syllables.ts';
import { termOf } from '../text/tokenise.ts';
import { CandidateIndex } from './candidates.ts';
import type { ConceptFinder, ConceptSpan } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryWord, SearchQuery } from './query.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { DEFAULT_WEIGHTS, type Match, Ranker, type RankingWeights, type SlotQualities } from './ranker.ts';
import { similarTerms } from './similar-terms.ts';

/** The first questions are answered by scoring everything, in a library of at most so many sentences. */
const SCANNED_QUESTIONS = 3;
const SCANNED_SENTENCES = 20_000;

/** Words shorter than this are not looked up with a slip: too many others are one slip away. */
const SHORTEST_MENDABLE = 4;

/** A question has few slips. Whatever has more words that nobody knows is no question, and not worth the look-ups. */
const MOST_MENDED = 12;

/** A word is rare when no more sentences than this have it: a count for a small library, a share for a large one. */
const RARE_COUNT = 3;
const RARE_SHARE = 0.004;

/** What a search gives: the question as it was looked for, and what was found. */
export interface Ranking {
  readonly plan: QueryPlan;
  /** Best first. */
  readonly matches: readonly Match[];
}

/** Finds the sentences that match a question's words, best first: the whole of retrieval behind one method. */
export class SearchIndex {
  readonly corpus: Corpus;
  readonly finder: ConceptFinder;
  #candidates: CandidateIndex | undefined;
  #asked = 0;
  readonly #ranker: Ranker;

  /** `finder` must be the one the corpus was built with. */
  constructor(corpus: Corpus, finder: ConceptFinder, weights: RankingWeights = DEFAULT_WEIGHTS) {
    this.corpus = corpus;
    this.finder = finder;
    this.#ranker = new Ranker(corpus, weights);
  }

  /**
   * Builds the index of candidates now instead of at a later question, for whoever will ask many: until it exists
   * every sentence of the library is scored.
   */
  prepare(): void {
    this.#candidates ??= CandidateIndex.of(this.corpus);
  }

  /** The same, with rests in which others may work. */
  async prepareInSlices(rest: () => Promise<void>): Promise<void> {
    if (this.#candidates !== undefined) return;
    const candidates = await CandidateIndex.inSlices(this.corpus, rest);
    this.#candidates ??= candidates;
  }

  /** Counts a question; the index, unless so few were asked of so small a library that building it would not have paid. */
  #candidatesForNext(): CandidateIndex | undefined {
    this.#asked += 1;
    if (this.#asked > SCANNED_QUESTIONS || this.corpus.passages.length > SCANNED_SENTENCES) this.prepare();
    return this.#candidates;
  }

  /** `also`: sentences to rank besides those the words lead to. */
  search(query: SearchQuery, also: Iterable<number> = []): Ranking {
    const index = this.#candidatesForNext();
    const plan = planQuery(this.#withReadings(query, index), this.corpus, this.finder);
    const candidates = new Set(index === undefined ? this.corpus.passages.keys() : index.find(plan));
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

  /** The concepts of the glossary that a question names, with the words that name them. */
  conceptsIn({ words, marked }: SearchQuery): readonly ConceptSpan[] {
    const spelt = words.map(({ word }) => word);
    return this.finder.find(spelt, spelt.map(termOf), marked ? 'strict' : 'lenient');
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
  #withReadings(query: SearchQuery, index: CandidateIndex | undefined): SearchQuery {
    const { lexicon } = this.corpus;
    let lookedUp = 0;
    return {
      ...query,
      words: query.words.map((word) => {
        const term = termOf(word.word);
        if (word.weight < 1 || term.length < SHORTEST_MENDABLE || /^\d/.test(term)) return word;
        if (lexicon.termId(term) !== UNSEEN || this.finder.knows(term) || isMeant(word)) return word;
        lookedUp += 1;
        if (lookedUp > MOST_MENDED) return word;
        const readings = index === undefined ? similarTerms(term, lexicon.terms) : index.similarTerms(term);
        return readings.length === 0 ? word : { ...word, alternatives: readings };
      }),
    };
  }
}

/** A name that is a syllable with its marks ("Gươm") is no slip for a common word ("gồm"). */
const isMeant = ({ word, capitalised }: QueryWord): boolean =>
  capitalised === true && hasDiacritics(word) && isVietnameseSyllable(word);

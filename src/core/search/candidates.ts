import MiniSearch from 'minisearch';
import type { Corpus } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryPlan } from './query-plan.ts';

/** Words of the sentence, of its title, and of how it is asked for; looked up at different prices. */
const FIELDS = ['text', 'title', 'asked'] as const;

interface IndexedSentence {
  readonly id: number;
  readonly text: string;
  readonly title: string;
  readonly asked: string;
}

/**
 * How many occurrences one question may walk through, as a share of the sentences. The rarest words of a question point
 * to its answer; walking the lists of "quan", "hệ" and "Việt" as well would make the cost grow with the knowledge and
 * change nothing.
 */
const SHARE_OF_SENTENCES = 0.06;
/** Whatever the size of the library, the budget is no smaller and no larger. */
const FEWEST_OCCURRENCES = 54;
const MOST_OCCURRENCES = 500;
/** A question has so many telling parts at most, however rare they are. */
const MAXIMUM_KEYS = 14;
/** So many sentences are indexed in a few milliseconds. */
const SENTENCES_IN_SLICE = 50;

/** Which sentences deserve a look: a MiniSearch index of terms and concepts. */
export class CandidateIndex {
  readonly #corpus: Corpus;
  readonly #index: MiniSearch<IndexedSentence>;
  readonly #budget: number;

  private constructor(corpus: Corpus) {
    this.#corpus = corpus;
    const share = Math.round(SHARE_OF_SENTENCES * corpus.passages.length);
    this.#budget = Math.min(MOST_OCCURRENCES, Math.max(FEWEST_OCCURRENCES, share));
    this.#index = new MiniSearch<IndexedSentence>({
      fields: [...FIELDS],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      searchOptions: { combineWith: 'OR', boost: { title: 0.5, asked: 0.5 } },
    });
  }

  static of(corpus: Corpus): CandidateIndex {
    const candidates = new CandidateIndex(corpus);
    for (const sentence of sentencesAsTerms(corpus)) candidates.#index.add(sentence);
    return candidates;
  }

  /** The same, with rests in which others may work. */
  static async inSlices(corpus: Corpus, rest: () => Promise<void>): Promise<CandidateIndex> {
    const candidates = new CandidateIndex(corpus);
    for (const sentence of sentencesAsTerms(corpus)) {
      candidates.#index.add(sentence);
      if (sentence.id % SENTENCES_IN_SLICE === SENTENCES_IN_SLICE - 1) await rest();
    }
    return candidates;
  }

  /** Sentences that share the most telling parts of the question, best first; at most about the budget. */
  find(plan: QueryPlan): readonly number[] {
    const keys = this.#affordableKeys(plan);
    if (keys.length === 0) return [];
    const found = this.#index.search({ combineWith: 'OR', queries: [...keys] });
    return found.map((result) => result.id as number);
  }

  /** Index terms one slip away from a word that no text has. */
  similarTerms(term: string): readonly string[] {
    const similar = new Set<string>();
    for (const result of this.#index.search(term, { fuzzy: 1, fields: ['text'] })) {
      for (const found of Object.keys(result.match)) if (!found.startsWith('#')) similar.add(found);
    }
    return [...similar];
  }

  #affordableKeys(plan: QueryPlan): readonly string[] {
    const { lexicon, termFrequency, conceptFrequency } = this.#corpus;
    const keys: { readonly key: string; readonly frequency: number }[] = [];
    for (const term of plan.slotOfTerm.keys()) {
      keys.push({ key: lexicon.term(term), frequency: termFrequency[term] ?? 0 });
    }
    for (const concept of plan.slotOfConcept.keys()) {
      keys.push({ key: `#${concept}`, frequency: conceptFrequency[concept] ?? 0 });
    }
    keys.sort((a, b) => a.frequency - b.frequency);
    const affordable: string[] = [];
    let spent = 0;
    for (const { key, frequency } of keys) {
      if (affordable.length > 0 && (spent + frequency > this.#budget || affordable.length >= MAXIMUM_KEYS))
        break;
      affordable.push(key);
      spent += frequency;
    }
    return affordable;
  }
}

function* sentencesAsTerms(corpus: Corpus): Generator<IndexedSentence> {
  for (const id of corpus.passages.keys()) {
    const keys: string[] = [];
    for (let at = corpus.wordStarts[id] ?? 0; at < (corpus.wordStarts[id + 1] ?? 0); at += 1) {
      keys.push(corpus.lexicon.term(corpus.lexicon.termOfWord(corpus.words[at] ?? UNSEEN)));
    }
    for (let at = corpus.conceptStarts[id] ?? 0; at < (corpus.conceptStarts[id + 1] ?? 0); at += 1) {
      keys.push(`#${corpus.concepts[at]}`);
    }
    yield { id, text: keys.join(' '), title: titleAsTerms(corpus, id), asked: askedAsTerms(corpus, id) };
  }
}

function titleAsTerms(corpus: Corpus, sentence: number): string {
  const document = corpus.documentOf[corpus.paragraphOf[sentence] ?? 0] ?? 0;
  const keys: string[] = [];
  for (let at = corpus.titleStarts[document] ?? 0; at < (corpus.titleStarts[document + 1] ?? 0); at += 1) {
    keys.push(corpus.lexicon.term(corpus.lexicon.termOfWord(corpus.titleWords[at] ?? UNSEEN)));
  }
  return keys.join(' ');
}

/** What people ask for the document by and its texts do not say; with the first sentence of a paragraph only. */
function askedAsTerms(corpus: Corpus, sentence: number): string {
  const paragraph = corpus.paragraphOf[sentence] ?? 0;
  const group = corpus.askedGroupOf[corpus.documentOf[paragraph] ?? 0] ?? UNSEEN;
  if (group === UNSEEN || corpus.paragraphStarts[paragraph] !== sentence) return '';
  const keys: string[] = [];
  for (let at = corpus.addedStarts[group] ?? 0; at < (corpus.addedStarts[group + 1] ?? 0); at += 1) {
    keys.push(corpus.lexicon.term(corpus.lexicon.termOfWord(corpus.addedWords[at] ?? UNSEEN)));
  }
  for (
    let at = corpus.addedConceptStarts[group] ?? 0;
    at < (corpus.addedConceptStarts[group + 1] ?? 0);
    at += 1
  ) {
    keys.push(`#${corpus.addedConcepts[at]}`);
  }
  return keys.join(' ');
}

import { AskedReader } from './asked-reader.ts';
import { type Corpus, pairKey } from './corpus.ts';
import { UNSEEN } from './lexicon.ts';
import type { QueryPlan } from './query-plan.ts';
import { Tally } from './tally.ts';

/** How well one sentence, read in its paragraph and under its title, matches a question. */
export interface Match {
  /** Number of the sentence in the corpus. */
  readonly sentence: number;
  /** About 0 to 3; comparable between questions, since each part is a share of what the question could get. */
  readonly score: number;
  /** Share of the question that the title holds: 0 to 1. */
  readonly titleCoverage: number;
  /** Share of the sentence that is about the question: 0 to 1. */
  readonly focus: number;
}

/** For each slot of a plan, how exactly it was found in three places; and how what was found hangs together. */
export interface SlotQualities {
  readonly own: readonly number[];
  readonly near: readonly number[];
  readonly title: readonly number[];
  /** In what the document is asked for by and does not say itself. */
  readonly added: readonly number[];
  /** Share of the question's neighbouring words that are neighbours in the paragraph too; 0.5 when none could be. */
  readonly pairs: number;
  /** How near each other the words are that the sentence shares with the question; 1 when all are neighbours. */
  readonly closeness: number;
}

/** What each part of the score counts; found by trying on several sets of questions, see docs/ranking.md. */
export interface RankingWeights {
  /** BM25 of the sentence, of its paragraph, and what the title holds. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly title: number;
  /** What neither has and the document is asked for by. */
  readonly added: number;
  /** Words that stand next to each other in the question and in the text, and the sentence's share in them. */
  readonly pairs: number;
  readonly ownPairs: number;
  /** How near each other the matching words of the sentence are. */
  readonly closeness: number;
  /** Share of the question that is found anywhere: in the paragraph, the title, or what the document is asked for by. */
  readonly coverage: number;
  /** BM25's k1, and its b for sentences and paragraphs. */
  readonly saturation: number;
  readonly sentenceLength: number;
  readonly paragraphLength: number;
}

/** The weights in use. */
export const DEFAULT_WEIGHTS: RankingWeights = {
  sentence: 0.78,
  paragraph: 1.53,
  title: 0.24,
  added: 1,
  pairs: 0.97,
  ownPairs: 0.68,
  closeness: 0.43,
  coverage: 0.4,
  saturation: 0.29,
  sentenceLength: 0.18,
  paragraphLength: 0.67,
};

/** What is known of one question while its sentences are scored. */
interface RankReading {
  readonly plan: QueryPlan;
  /** What the titles of documents hold, as far as they were read. */
  readonly titles: Map<number, Tally>;
  /** What documents are asked for by and do not say, by their groups. */
  readonly added: ReadonlyMap<number, Tally>;
  readonly matches: Match[];
}

/** Scores sentences against one question. */
export class Ranker {
  readonly #corpus: Corpus;
  readonly #weights: RankingWeights;
  readonly #asked: AskedReader;

  constructor(corpus: Corpus, weights: RankingWeights = DEFAULT_WEIGHTS) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#asked = new AskedReader(corpus);
  }

  /** All sentences of the paragraphs that hold the candidates, best first. */
  rank(plan: QueryPlan, candidates: Iterable<number>): readonly Match[] {
    const paragraphs = new Set<number>();
    for (const candidate of candidates) paragraphs.add(this.#corpus.paragraphOf[candidate] ?? 0);
    const matches: Match[] = [];
    const reading = { plan, titles: new Map<number, Tally>(), added: this.#asked.added(plan), matches };
    for (const paragraph of paragraphs) this.#scoreParagraph(reading, paragraph);
    return matches.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  }

  /** How well each slot was found in a sentence, around it (its paragraph), and in its title: 0 to 1 each. */
  explain(plan: QueryPlan, sentence: number): SlotQualities {
    const corpus = this.#corpus;
    const paragraph = corpus.paragraphOf[sentence] ?? 0;
    const whole = new Tally(plan.slots.length);
    const last = corpus.paragraphStarts[paragraph + 1] ?? 0;
    for (let other = corpus.paragraphStarts[paragraph] ?? 0; other < last; other += 1) {
      whole.add(this.#readSentence(plan, other));
    }
    const own = this.#readSentence(plan, sentence);
    let pairs = 0;
    for (const pair of plan.pairs.values()) pairs += pair.weight;
    return {
      own: own.quality,
      pairs: pairs === 0 ? 0.5 : whole.pairWeight / pairs,
      closeness: own.closeness() / Math.max(plan.totalWeight, Number.EPSILON),
      near: whole.quality,
      title: this.#readTitle(plan, corpus.documentOf[paragraph] ?? 0).quality,
      added:
        this.#asked.added(plan).get(this.#asked.groupOf(corpus.documentOf[paragraph] ?? 0))?.quality ?? [],
    };
  }

  #scoreParagraph({ plan, titles, added, matches }: RankReading, paragraph: number): void {
    const corpus = this.#corpus;
    const weights = this.#weights;
    const first = corpus.paragraphStarts[paragraph] ?? 0;
    const last = corpus.paragraphStarts[paragraph + 1] ?? first;
    const document = corpus.documentOf[paragraph] ?? 0;
    const title = titles.get(document) ?? this.#readTitle(plan, document);
    titles.set(document, title);
    const sentences: Tally[] = [];
    for (let sentence = first; sentence < last; sentence += 1)
      sentences.push(this.#readSentence(plan, sentence));
    const whole = sumOf(sentences, plan.slots.length);
    const total = Math.max(plan.totalWeight, Number.EPSILON);
    const addedWeight = added.get(this.#asked.groupOf(document))?.weighedBeyond(plan, whole, title) ?? 0;
    const shared =
      weights.paragraph * this.#saturated(plan, whole, weights.paragraphLength, corpus.meanParagraphLength) +
      weights.title * title.weighed(plan) +
      weights.added * addedWeight +
      weights.coverage * (whole.weighed(plan) + title.weighedBeyond(plan, whole) + addedWeight) +
      weights.pairs * (1 - weights.ownPairs) * whole.pairWeight;
    // An event's sentences are read under its title: what that says already does not make one of them the better.
    const spoken = corpus.passages[first]?.document.kind === 'article' ? undefined : title;
    const titleCoverage = title.weighed(plan) / total;
    for (let offset = 0; offset < sentences.length; offset += 1) {
      const tally = sentences[offset];
      if (tally === undefined) continue;
      const own =
        weights.sentence *
          this.#saturated(plan, tally, weights.sentenceLength, corpus.meanSentenceLength, spoken) +
        weights.pairs * weights.ownPairs * tally.pairWeight +
        weights.closeness * tally.closeness();
      matches.push({
        sentence: first + offset,
        score: (shared + own) / total,
        titleCoverage,
        focus: Math.min(1, tally.weighed(plan) / Math.max(corpus.mass[first + offset] ?? 0, Number.EPSILON)),
      });
    }
  }

  /** BM25's sum over the question's parts; `spoken`: what counts as said once, though it does not stand there. */
  #saturated(plan: QueryPlan, tally: Tally, lengthShare: number, meanLength: number, spoken?: Tally): number {
    const k = this.#weights.saturation;
    const norm = k * (1 - lengthShare + (lengthShare * tally.length) / Math.max(1, meanLength));
    let sum = 0;
    for (const index of tally.found) {
      const count = tally.count[index] ?? 0;
      sum += (plan.slots[index]?.weight ?? 0) * (tally.quality[index] ?? 0) * (count / (count + norm));
    }
    for (const index of spoken?.found ?? []) {
      if ((tally.count[index] ?? 0) === 0)
        sum += ((plan.slots[index]?.weight ?? 0) * (spoken?.quality[index] ?? 0)) / (1 + norm);
    }
    return sum * (k + 1);
  }

  #readSentence(plan: QueryPlan, sentence: number): Tally {
    const corpus = this.#corpus;
    const tally = new Tally(plan.slots.length);
    const start = corpus.wordStarts[sentence] ?? 0;
    const end = corpus.wordStarts[sentence + 1] ?? start;
    const links = new LinkReader(plan, tally);
    let concept = corpus.conceptStarts[sentence] ?? 0;
    const lastConcept = corpus.conceptStarts[sentence + 1] ?? concept;
    let previousTerm = UNSEEN;
    for (let at = start; at < end; at += 1) {
      while (concept < lastConcept && (corpus.conceptFrom[concept] ?? 0) <= at - start) {
        const index = plan.slotOfConcept.get(corpus.concepts[concept] ?? UNSEEN);
        if (index !== undefined) {
          tally.hitConcept(index);
          links.meet(index, at, start + (corpus.conceptTo[concept] ?? 0));
        }
        concept += 1;
      }
      const term = corpus.terms[at] ?? 0;
      const index = plan.slotByTerm[term] ?? UNSEEN;
      if (index === UNSEEN) {
        previousTerm = UNSEEN;
        continue;
      }
      tally.hit(plan, index, corpus.words[at] ?? UNSEEN, corpus.lexicon);
      links.meet(index, at, at + 1);
      if (previousTerm !== UNSEEN) {
        const pair = plan.pairs.get(pairKey(previousTerm, term));
        if (pair !== undefined) tally.addPair(pair);
      }
      previousTerm = term;
    }
    tally.length = end - start;
    return tally;
  }

  #readTitle(plan: QueryPlan, document: number): Tally {
    const corpus = this.#corpus;
    const tally = new Tally(plan.slots.length);
    for (let at = corpus.titleStarts[document] ?? 0; at < (corpus.titleStarts[document + 1] ?? 0); at += 1) {
      const index = plan.slotByTerm[corpus.titleTerms[at] ?? 0] ?? UNSEEN;
      if (index !== UNSEEN) tally.hit(plan, index, corpus.titleWords[at] ?? UNSEEN, corpus.lexicon);
    }
    const end = corpus.titleConceptStarts[document + 1] ?? 0;
    for (let at = corpus.titleConceptStarts[document] ?? 0; at < end; at += 1) {
      const index = plan.slotOfConcept.get(corpus.titleConcepts[at] ?? UNSEEN);
      if (index !== undefined) tally.hitConcept(index);
    }
    return tally;
  }
}

/** What the sentences of a paragraph have together; most paragraphs are one sentence, and then it is that one's. */
function sumOf(sentences: readonly Tally[], slots: number): Tally {
  const [only, second] = sentences;
  if (only !== undefined && second === undefined) return only;
  const whole = new Tally(slots);
  for (const tally of sentences) whole.add(tally);
  return whole;
}

/** Walks through a sentence and notes how close what matches stands together, a concept as one whole. */
class LinkReader {
  readonly #plan: QueryPlan;
  readonly #tally: Tally;
  #slot = UNSEEN;
  /** Where the last match ended: the word behind it. */
  #end = 0;

  constructor(plan: QueryPlan, tally: Tally) {
    this.#plan = plan;
    this.#tally = tally;
  }

  /** A slot was found at words `from` to `to` (exclusive). */
  meet(index: number, from: number, to: number): void {
    // The words of a concept are parts of it, not its neighbours.
    if (from < this.#end && this.#slot !== UNSEEN) return;
    const { slots } = this.#plan;
    if (this.#slot !== UNSEEN && this.#slot !== index) {
      const weight = Math.min(slots[index]?.weight ?? 0, slots[this.#slot]?.weight ?? 0);
      this.#tally.link(index, weight / (from - this.#end + 1));
    }
    this.#slot = index;
    this.#end = to;
  }
}

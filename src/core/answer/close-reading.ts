import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { Corpus } from '../search/corpus.ts';
import { UNSEEN } from '../search/lexicon.ts';
import type { Match } from '../search/ranker.ts';
import { dateFit, kindFit } from './fit.ts';
import type { Question } from './question.ts';
import type { SentenceFactsReader } from './sentence-facts.ts';

/** A sentence judged by what it says, not only by its words. */
export interface Reading {
  readonly match: Match;
  /** The sentence to quote: the matched one, or the one that says the same in the language of the question. */
  readonly sentence: number;
  readonly score: number;
  /** Whether it holds the kind of thing asked for, 0 to 1; see {@link kindFit}. */
  readonly kindFit: number;
  /** Whether its dates agree with the question's, -1 to 1; see {@link dateFit}. */
  readonly dateFit: number;
}

/** What each consideration adds to the lexical score, whose parts are about 0 to 1 each. */
const KIND_BONUS = 0.25;
const DATE_BONUS = 0.25;
const TOPIC_BONUS = 0.35;
const OTHER_LANGUAGE_PENALTY = 0.3;
const ASKING_PENALTY = 0.3;
const UNSURE_PENALTY = 0.15;

export interface CloseReaderDependencies {
  readonly corpus: Corpus;
  readonly facts: SentenceFactsReader;
  readonly twins: Int32Array;
}

/** Re-orders sentences that match in words by kind of answer, dates, language and trust. */
export class CloseReader {
  readonly #corpus: Corpus;
  readonly #facts: SentenceFactsReader;
  readonly #twins: Int32Array;

  constructor({ corpus, facts, twins }: CloseReaderDependencies) {
    this.#corpus = corpus;
    this.#facts = facts;
    this.#twins = twins;
  }

  /** `topic`: the document just talked about, which a follow-up is likely to stay with. Best first. */
  read(
    question: Question,
    matches: readonly Match[],
    topic: KnowledgeDocument | undefined,
  ): readonly Reading[] {
    const best = new Map<number, Reading>();
    for (const match of matches) {
      const reading = this.#readOne(question, match, topic);
      const known = best.get(reading.sentence);
      if (known === undefined || known.score < reading.score) best.set(reading.sentence, reading);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  }

  #readOne(question: Question, match: Match, topic: KnowledgeDocument | undefined): Reading {
    const sentence = this.#inLanguage(match.sentence, question);
    const passage = this.#corpus.passages[sentence];
    if (passage === undefined) throw new RangeError(`There is no sentence ${sentence}.`);
    const facts = this.#facts.of(sentence);
    const { document } = passage;
    const { masked, doubtful, text } = passage.sentence;
    const eventDates: readonly Edtf[] =
      document.kind === 'article' || document.date === undefined ? [] : [document.date];
    const asksFigures = question.wanted.kind === 'date' || question.wanted.kind === 'number';
    const unsure = masked || doubtful;
    const kind = unsure && asksFigures ? 0 : kindFit(question, text, facts, eventDates[0]);
    const date = dateFit(question, facts, eventDates);
    const onTopic =
      topic !== undefined &&
      document.kind === topic.kind &&
      (document.id === topic.id || document.translationOf === topic.id);
    const score =
      match.score +
      KIND_BONUS * kind +
      DATE_BONUS * date +
      (onTopic ? TOPIC_BONUS : 0) -
      (document.language === question.language ? 0 : OTHER_LANGUAGE_PENALTY) -
      (facts.asks ? ASKING_PENALTY : 0) -
      (unsure ? UNSURE_PENALTY : 0);
    return { match, sentence, score, kindFit: kind, dateFit: date };
  }

  #inLanguage(sentence: number, question: Question): number {
    const twin = this.#twins[sentence] ?? UNSEEN;
    if (twin === UNSEEN) return sentence;
    return this.#corpus.passages[sentence]?.document.language === question.language ? sentence : twin;
  }
}

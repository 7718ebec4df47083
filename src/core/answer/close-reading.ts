import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import { AsideReader, type Standing } from '../search/aside.ts';
import type { Corpus } from '../search/corpus.ts';
import { UNSEEN } from '../search/lexicon.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import type { Match } from '../search/ranker.ts';
import type { Ranking } from '../search/search-index.ts';
import { dateFit, kindFit } from './fit.ts';
import { ordinalFit } from './ordinals.ts';
import type { Question } from './question.ts';
import type { SentenceFactsReader } from './sentence-facts.ts';
import { isOnTopic, type TopicScope, topicBonus } from './topic-scope.ts';

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
  /** Whether it is the first, second … that was asked for, -1 to 1; see {@link ordinalFit}. */
  readonly ordinalFit: number;
  /** How what it shares with the question stands in it; see {@link Standing}. */
  readonly standing: Standing;
  /** It would have to tell a figure or date that is masked or not established. */
  readonly unsure: boolean;
  /** It is the figure of the series and year that the question names, in whatever words. */
  readonly askedFigure: boolean;
  /** It belongs to what was just talked about, and was not told already unless it answers something else now. */
  readonly continuesTopic: boolean;
}

/** What each consideration adds to the lexical score, whose parts are about 0 to 1 each; see docs/ranking.md. */
const READING_WEIGHTS = {
  kind: 0.39,
  date: 0.38,
  /** A claim to be checked may have its date wrong; that must not decide what it is checked against. */
  dateOfClaim: 0.15,
  /** The title of an event says what its date is the date of. */
  eventTitle: 0.22,
  focus: 0.07,
  /** What is only mentioned, stands at the beginning, is of another office-holder, or is not yet so. */
  aside: -0.2,
  /** The date of a sentence is not the date of what it only mentions. */
  asideOfDate: -0.28,
  lead: 0.18,
  modified: -0.37,
  hypothetical: -0.11,
  /** A figure of another year is another figure. */
  dateOfFigure: 0.6,
  ordinal: 0.28,
  /** The twentieth is no other than the twentieth. */
  numberedOrdinal: 0.5,
  /** For each step from a detail to a landmark. */
  importance: 0.06,
  /** A figure of the series that is asked for, and of the year too; or of another series. */
  askedSeries: 0.15,
  askedFigure: 1.3,
  otherSeries: -0.5,
  otherLanguage: -0.3,
  asking: -1.2,
  unsure: -0.15,
  unsureOfFigures: -0.5,
} as const;

/** What a question is read beside. */
export interface ReadingScope {
  /** What was just talked about, when the question is a follow-up. */
  readonly talk: TopicScope | undefined;
  /** Ids of the yearly series that the question asks about, and of the figures of them for the year it names. */
  readonly series: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

/** Neither a detail nor a landmark. */
export const ORDINARY_IMPORTANCE = 2;

/** Of the sentences ranked by words, so many are read for what they hold. */
const READ_CLOSELY = 30;

/** The best by words, and whatever a conversation or a yearly series is about. */
export function worthReading(matches: readonly Match[], always: ReadonlySet<number>): readonly Match[] {
  const best = matches.slice(0, READ_CLOSELY);
  if (always.size === 0) return best;
  return [...best, ...matches.slice(READ_CLOSELY).filter(({ sentence }) => always.has(sentence))];
}

/** What a {@link CloseReader} reads from. */
export interface CloseReaderDependencies {
  readonly corpus: Corpus;
  readonly facts: SentenceFactsReader;
  readonly twins: Int32Array;
  /** 1 (a detail) to 3 (a landmark); {@link ORDINARY_IMPORTANCE} where nobody judged it. */
  readonly importanceOf: (document: KnowledgeDocument) => number;
}

/** Re-orders sentences that match in words by kind of answer, dates, language and trust. */
export class CloseReader {
  readonly #corpus: Corpus;
  readonly #facts: SentenceFactsReader;
  readonly #twins: Int32Array;
  readonly #asides: AsideReader;
  readonly #importanceOf: (document: KnowledgeDocument) => number;

  constructor({ corpus, facts, twins, importanceOf }: CloseReaderDependencies) {
    this.#corpus = corpus;
    this.#facts = facts;
    this.#twins = twins;
    this.#importanceOf = importanceOf;
    this.#asides = new AsideReader(corpus);
  }

  /** Best first; two matches that are quoted as one sentence are one reading. */
  read(question: Question, { plan, matches }: Ranking, scope: ReadingScope): readonly Reading[] {
    const best = new Map<number, Reading>();
    for (const match of matches) {
      const reading = this.#readOne(question, plan, match, scope);
      const known = best.get(reading.sentence);
      if (known === undefined || known.score < reading.score) best.set(reading.sentence, reading);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  }

  #readOne(question: Question, plan: QueryPlan, match: Match, scope: ReadingScope): Reading {
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
    const date = dateFit(question, text, facts, eventDates);
    const ordinal = question.ordinals.size === 0 ? 0 : ordinalFit(question.ordinals, facts.ordinals);
    const standing = this.#asides.read(plan, sentence);
    const bonus =
      scope.talk === undefined ? 0 : topicBonus(scope.talk, passage, facts, question.wanted.kind, kind);
    const score =
      match.score +
      READING_WEIGHTS.kind * kind +
      dateWeight(question) * date +
      ordinalWeight(question) * ordinal +
      READING_WEIGHTS.focus * match.focus +
      (document.kind === 'event' && question.wanted.kind === 'date'
        ? READING_WEIGHTS.eventTitle * match.titleCoverage * (1 - standing.aside)
        : 0) +
      READING_WEIGHTS.importance * (this.#importanceOf(document) - ORDINARY_IMPORTANCE) +
      bonus +
      figureBonus(document, scope) +
      (document.language === question.language ? 0 : READING_WEIGHTS.otherLanguage) +
      (facts.asks ? READING_WEIGHTS.asking : 0) +
      (question.wanted.kind === 'date' ? READING_WEIGHTS.asideOfDate : READING_WEIGHTS.aside) *
        standing.aside +
      READING_WEIGHTS.lead * standing.lead +
      (standing.modified ? READING_WEIGHTS.modified : 0) +
      (facts.hypothetical ? READING_WEIGHTS.hypothetical : 0) +
      (unsure ? (asksFigures ? READING_WEIGHTS.unsureOfFigures : READING_WEIGHTS.unsure) : 0);
    return {
      match,
      sentence,
      score,
      kindFit: kind,
      dateFit: date,
      ordinalFit: ordinal,
      standing,
      unsure: unsure && asksFigures,
      askedFigure: scope.figures.has(document.id),
      continuesTopic: bonus > 0 && scope.talk !== undefined && isOnTopic(scope.talk, passage),
    };
  }

  #inLanguage(sentence: number, question: Question): number {
    const twin = this.#twins[sentence] ?? UNSEEN;
    if (twin === UNSEEN) return sentence;
    return this.#corpus.passages[sentence]?.document.language === question.language ? sentence : twin;
  }
}

function ordinalWeight({ ordinals }: Question): number {
  return [...ordinals].some((ordinal) => ordinal > 1)
    ? READING_WEIGHTS.numberedOrdinal
    : READING_WEIGHTS.ordinal;
}

function dateWeight({ confirmation, wanted }: Question): number {
  if (confirmation) return READING_WEIGHTS.dateOfClaim;
  return wanted.kind === 'number' ? READING_WEIGHTS.dateOfFigure : READING_WEIGHTS.date;
}

/** A figure answers questions about its own series, however well it matches others in words. */
function figureBonus({ kind, id }: KnowledgeDocument, { series, figures }: ReadingScope): number {
  if (kind !== 'figure') return 0;
  if (figures.has(id)) return READING_WEIGHTS.askedFigure;
  return series.has(id.split(':')[1] ?? '') ? READING_WEIGHTS.askedSeries : READING_WEIGHTS.otherSeries;
}

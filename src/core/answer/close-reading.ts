import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import { AsideReader, type Standing } from '../search/aside.ts';
import { AskedReader } from '../search/asked-reader.ts';
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
import { missesVisit } from './visits.ts';

/** A sentence judged by what it says, not only by its words. */
export interface Reading {
  readonly match: Match;
  /** The sentence to quote: the matched one, or the one that says the same in the language of the question. */
  readonly sentence: number;
  /** What it is a sentence of. */
  readonly document: KnowledgeDocument;
  readonly score: number;
  /** Whether it holds the kind of thing asked for, 0 to 1; see {@link kindFit}. */
  readonly kindFit: number;
  /** Whether its dates agree with the question's, -1 to 1; see {@link dateFit}. */
  readonly dateFit: number;
  /** Whether it is the first, second … that was asked for, -1 to 1; see {@link ordinalFit}. */
  readonly ordinalFit: number;
  /** How like the question is to those that its document is known to be asked for by: 0 to 1. */
  readonly likeness: number;
  /** How what it shares with the question stands in it; see {@link Standing}. */
  readonly standing: Standing;
  /** It dates something else than the visit that is asked for. */
  readonly missesVisit: boolean;
  /** It would have to tell a figure or date that is masked or not established. */
  readonly unsure: boolean;
  /** It is the figure of the series and year that the question names, in whatever words. */
  readonly askedFigure: boolean;
  /** It belongs to what was just talked about, and was not told already unless it answers something else now. */
  readonly continuesTopic: boolean;
}

/** What each consideration adds to the lexical score, whose parts are about 0 to 1 each; see docs/ranking.md. */
const READING_WEIGHTS = {
  kind: 0.53,
  kindInArticle: 0.39,
  date: 0.5,
  /** A claim to be checked may have its date wrong; that must not decide what it is checked against. */
  dateOfClaim: 0.15,
  /** The question is much like one that an editor wrote down for the document. */
  likeness: 0.98,
  /** An article has no questions written down, and so no likeness: what that would be on average. */
  notAsked: 0.63,
  /** The title of an event says what its date is the date of. */
  eventTitle: 0.18,
  focus: 0.07,
  /** Besides, where little is asked: who asks in a few words is answered in a few. */
  focusOfBrief: 0.5,
  /** What is only mentioned, stands at the beginning, is of another office-holder, or is not yet so. */
  aside: -0.02,
  /** The date of a sentence is not the date of what it only mentions. */
  asideOfDate: -0.38,
  lead: 0.23,
  leadInArticle: 0.15,
  modified: -0.15,
  modifiedInArticle: -0.37,
  hypothetical: -0.2,
  /** A figure of another year is another figure. */
  dateOfFigure: 0.58,
  ordinal: 0.25,
  /** The twentieth is no other than the twentieth. */
  numberedOrdinal: 0.26,
  /** For each step from a detail to a landmark: whoever asks in a few words means what everybody knows. */
  importance: 0.4,
  /** A figure of the series that is asked for, and of the year too; or of another series. */
  askedSeries: 0.2,
  askedFigure: 1.7,
  /** Somebody else's count of the same, which the editor put behind the first. */
  furtherCount: -0.15,
  otherSeries: -0.5,
  /** In a conversation, what was said now tells what is asked for; the words before it only of what. */
  said: 0.4,
  otherLanguage: -0.28,
  asking: -1.2,
  unsure: -0.11,
  unsureOfFigures: -0.28,
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
const READ_CLOSELY = 24;

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
  readonly #asked: AskedReader;
  readonly #importanceOf: (document: KnowledgeDocument) => number;

  constructor({ corpus, facts, twins, importanceOf }: CloseReaderDependencies) {
    this.#corpus = corpus;
    this.#facts = facts;
    this.#twins = twins;
    this.#importanceOf = importanceOf;
    this.#asides = new AsideReader(corpus);
    this.#asked = new AskedReader(corpus);
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
    const standing = this.#asides.read(plan, sentence, question.said);
    const brevity = brevityOf(plan);
    const likeness = this.#asked.likeness(plan, this.#documentOf(sentence));
    const bonus =
      scope.talk === undefined ? 0 : topicBonus(scope.talk, passage, facts, question.wanted.kind, kind);
    const score =
      match.score +
      (document.kind === 'article' ? READING_WEIGHTS.kindInArticle : READING_WEIGHTS.kind) * kind +
      dateWeight(question) * date +
      ordinalWeight(question) * ordinal +
      (READING_WEIGHTS.focus + READING_WEIGHTS.focusOfBrief * brevity) * match.focus +
      (document.kind === 'article' ? READING_WEIGHTS.notAsked : READING_WEIGHTS.likeness * likeness) +
      (document.kind === 'event' && question.wanted.kind === 'date'
        ? READING_WEIGHTS.eventTitle * match.titleCoverage * (1 - standing.aside)
        : 0) +
      READING_WEIGHTS.importance * brevity * (this.#importanceOf(document) - ORDINARY_IMPORTANCE) +
      bonus +
      (scope.talk === undefined ? 0 : READING_WEIGHTS.said * saidShare(question, plan, standing)) +
      figureBonus(document, scope) +
      (document.language === question.language ? 0 : READING_WEIGHTS.otherLanguage) +
      (facts.asks ? READING_WEIGHTS.asking : 0) +
      (question.wanted.kind === 'date' ? READING_WEIGHTS.asideOfDate : READING_WEIGHTS.aside) *
        standing.aside +
      (document.kind === 'article' ? READING_WEIGHTS.leadInArticle : READING_WEIGHTS.lead) * standing.lead +
      (standing.modified
        ? document.kind === 'article'
          ? READING_WEIGHTS.modifiedInArticle
          : READING_WEIGHTS.modified
        : 0) +
      (facts.hypothetical ? READING_WEIGHTS.hypothetical : 0) +
      (unsure ? (asksFigures ? READING_WEIGHTS.unsureOfFigures : READING_WEIGHTS.unsure) : 0);
    return {
      match,
      sentence,
      document,
      score,
      kindFit: kind,
      dateFit: date,
      ordinalFit: ordinal,
      likeness,
      standing,
      missesVisit: question.wanted.kind === 'date' && missesVisit(question, `${document.title}. ${text}`),
      unsure: unsure && asksFigures,
      askedFigure: scope.figures.has(document.id),
      continuesTopic: bonus > 0 && scope.talk !== undefined && isOnTopic(scope.talk, passage),
    };
  }

  #documentOf(sentence: number): number {
    return this.#corpus.documentOf[this.#corpus.paragraphOf[sentence] ?? 0] ?? 0;
  }

  #inLanguage(sentence: number, question: Question): number {
    const twin = this.#twins[sentence] ?? UNSEEN;
    if (twin === UNSEEN) return sentence;
    return this.#corpus.passages[sentence]?.document.language === question.language ? sentence : twin;
  }
}

/** A question of so many rarest words' weight, and whatever is longer, says itself what it is about. */
const DETAILED = 3;

/** How little a question says: 1 for next to nothing, 0 for one that goes into details. */
const brevityOf = ({ totalWeight, greatestRarity }: QueryPlan): number =>
  Math.max(0, 1 - totalWeight / (DETAILED * greatestRarity));

/** Share of what was said now that a sentence has, by weight. */
function saidShare({ said }: Question, { slots }: QueryPlan, { saidWeight }: Standing): number {
  let whole = 0;
  for (const slot of slots) if (slot.concept === undefined && slot.from < said) whole += slot.weight;
  return whole === 0 ? 0 : saidWeight / whole;
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
  const [, one, , counter] = id.split(':');
  if (figures.has(id))
    return READING_WEIGHTS.askedFigure + (counter === undefined ? 0 : READING_WEIGHTS.furtherCount);
  return series.has(one ?? '') ? READING_WEIGHTS.askedSeries : READING_WEIGHTS.otherSeries;
}

import type { Reading } from './close-reading.ts';
import type { Evidence } from './evidence.ts';
import { claimsDate } from './fit.ts';
import type { Question } from './question.ts';
import type { WantedKind } from './wanted-kind.ts';

/** Kinds whose presence in a sentence can be told from its form. */
const TELLABLE: ReadonlySet<WantedKind> = new Set([
  'date',
  'number',
  'person',
  'place',
  'reason',
  'frequency',
]);

/**
 * Weights of a logistic regression over the project's question sets, each question seen twice: with the sentence that
 * answers it, and with the best one left when that sentence is taken away. See docs/ranking.md.
 */
const WEIGHTS = {
  bias: -6.32,
  covered: -0.31,
  own: 3.36,
  missingNames: -1.15,
  /** Who or what no text names, the texts do not know; set by hand, there are too few such questions. */
  unheardNames: -1.7,
  /** Set by hand: what is told of no place that is asked about most often happened in another. */
  elsewhere: -1,
  /** Set by hand: there are too few such questions to learn that nothing makes up for it. */
  missingParticulars: -8,
  missingPeople: -0.49,
  missingCountries: -1.94,
  /** Set by hand: nothing here tells what to do, or what is so today unless it says that it is of today. */
  practical: -2.5,
  amount: 0.62,
  pairs: 1.03,
  closeness: 0.89,
  focus: 1.8,
  familiarity: -1.76,
  counted: 1.45,
  formless: 0.39,
  kindFit: 1.98,
  /** Set by hand: a sentence without any number tells no number, whatever else it shares with the question. */
  noNumber: -2,
  dateFit: 1.43,
  ordinalFit: 0.85,
  /** Set by hand: the nineteenth is not answered by the twentieth. */
  otherOrdinal: -3,
  likeness: 1.73,
  /** A follow-up leaves its subject unsaid: that the sentence is on it and has the kind of thing stands for its words. */
  continuesTopic: 1.18,
  /** A wording that asks about a series need not share a word with its figures. */
  askedFigure: 6.03,
} as const;

type ReadingFits = Pick<
  Reading,
  'match' | 'kindFit' | 'dateFit' | 'ordinalFit' | 'likeness' | 'unsure' | 'continuesTopic' | 'askedFigure'
>;

/** What the decision to answer looks at, each as a number. */
export function confidenceFeatures(
  question: Question,
  evidence: Evidence,
  reading: ReadingFits,
): Readonly<Record<Exclude<keyof typeof WEIGHTS, 'bias'>, number>> {
  const isTellable = TELLABLE.has(question.wanted.kind) || claimsDate(question);
  const fit = isTellable ? reading.kindFit : OPEN_FIT;
  return {
    covered: evidence.covered,
    own: evidence.own,
    // Whether it was he is the very question of a claim.
    missingNames: question.confirmation ? evidence.missingNames / 2 : evidence.missingNames,
    unheardNames: evidence.unheardNames,
    elsewhere: evidence.elsewhere ? 1 : 0,
    missingParticulars: evidence.missingParticulars,
    missingPeople: question.confirmation ? 0 : evidence.missingPeople,
    missingCountries: evidence.missingCountries,
    practical: question.practical && reading.dateFit <= 0 ? 1 : 0,
    amount: evidence.amount,
    pairs: evidence.pairs,
    closeness: evidence.closeness,
    focus: reading.match.focus,
    familiarity: evidence.familiarity,
    counted: evidence.counted,
    formless: isTellable ? 0 : 1,
    kindFit: fit,
    noNumber: question.wanted.kind === 'number' && reading.kindFit === 0 ? 1 : 0,
    // Whether a claim's date is right is the very question.
    dateFit: question.confirmation ? 0 : reading.dateFit,
    ordinalFit: reading.ordinalFit,
    otherOrdinal: reading.ordinalFit < 0 && [...question.ordinals].some((ordinal) => ordinal > 1) ? 1 : 0,
    likeness: reading.likeness,
    continuesTopic: reading.continuesTopic ? fit : 0,
    askedFigure: reading.askedFigure ? 1 : 0,
  };
}

/** What counts instead of a kind that cannot be told from the form of a sentence. */
const OPEN_FIT = 0.5;

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(question: Question, evidence: Evidence, reading: ReadingFits): number {
  if (reading.unsure || !saysSomething(question) || isOfAnotherYear(question, reading)) return 0;
  if (isChance(evidence, reading) && !reading.continuesTopic && !reading.askedFigure) return 0;
  const features = confidenceFeatures(question, evidence, reading);
  let sum: number = WEIGHTS.bias;
  for (const [name, value] of Object.entries(features)) sum += WEIGHTS[name as keyof typeof WEIGHTS] * value;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * A few common words far apart are in one sentence by chance: "who won the world cup" and "head the World Bank …
 * could be won".
 */
const isChance = (evidence: Evidence, { likeness }: ReadingFits): boolean =>
  likeness < CHANCE.likeness &&
  evidence.closeness < CHANCE.closeness &&
  evidence.amount < CHANCE.amount &&
  evidence.covered < CHANCE.covered &&
  evidence.counted < CHANCE.counted &&
  evidence.strongest < CHANCE.strongest;

/** What more than chance has at least one of. */
const CHANCE = {
  closeness: 0.03,
  amount: 1.7,
  covered: 0.8,
  counted: 0.7,
  strongest: 0.75,
  likeness: 0.45,
} as const;

/** A figure of another year is no answer, however alike the question. */
const isOfAnotherYear = ({ wanted, confirmation }: Question, { dateFit }: ReadingFits): boolean =>
  wanted.kind === 'number' && !confirmation && dateFit < 0;

/** Between the weight of a function word and that of a word carried over from the question before, which tells. */
const LEAST_TELLING = 0.35;

/** "Bạn là ai vậy" consists of words that every sentence may have. */
const saysSomething = (question: Question): boolean =>
  question.words.some(({ word, weight }) => weight >= LEAST_TELLING && !/^\d/.test(word));

/** Below this the bot says that it does not know. */
const THRESHOLD = 0.27;

/** Whether a confidence is enough to answer. */
export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

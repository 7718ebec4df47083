import type { Reading } from './close-reading.ts';
import { type ConfidenceFeature, weightsFor } from './confidence-weights.ts';
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

type ReadingFits = Pick<
  Reading,
  | 'match'
  | 'document'
  | 'kindFit'
  | 'dateFit'
  | 'ordinalFit'
  | 'likeness'
  | 'unsure'
  | 'continuesTopic'
  | 'askedFigure'
  | 'missesVisit'
>;

/** Share of the telling words from which on being ahead says all it can; among sentences that share little, it says little. */
const SHARED = 0.6;

/** What the decision to answer looks at, each as a number. */
export function confidenceFeatures(
  question: Question,
  evidence: Evidence,
  reading: ReadingFits,
  lead: number,
): Readonly<Record<ConfidenceFeature, number>> {
  const isTellable = TELLABLE.has(question.wanted.kind) || claimsDate(question);
  const fit = isTellable ? reading.kindFit : OPEN_FIT;
  return {
    covered: evidence.covered,
    own: evidence.own,
    // Whether it was he is the very question of a claim.
    missingNames: question.confirmation ? evidence.missingNames / 2 : evidence.missingNames,
    unheardNames: evidence.unheardNames,
    elsewhere: evidence.elsewhere ? 1 : 0,
    missingParticulars: evidence.missingParticulars * unlikeness(reading.likeness),
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
    isClaim: question.confirmation ? 1 : 0,
    noNumber: question.wanted.kind === 'number' && reading.kindFit === 0 ? 1 : 0,
    // Whether a claim's date is right is the very question.
    dateFit: question.confirmation ? 0 : reading.dateFit,
    ordinalFit: reading.ordinalFit,
    missesVisit: reading.missesVisit ? 1 : 0,
    otherOrdinal: reading.ordinalFit < 0 && [...question.ordinals].some((ordinal) => ordinal > 1) ? 1 : 0,
    likeness: reading.likeness,
    continuesTopic: reading.continuesTopic ? fit : 0,
    lead: lead * Math.min(1, evidence.counted / SHARED),
    notAsked: reading.document.kind === 'event' ? 0 : 1,
    askedFigure: reading.askedFigure ? 1 : 0,
  };
}

/** From such a likeness on, what an editor wrote down asks for the same particular; up to the lesser one it need not. */
const LIKE = 0.98;
const HARDLY_LIKE = 0.85;

/** 1 where a question may ask for something else than those that are known, 0 where it is one of them. */
const unlikeness = (likeness: number): number =>
  Math.max(0, Math.min(1, (LIKE - likeness) / (LIKE - HARDLY_LIKE)));

/** What counts instead of a kind that cannot be told from the form of a sentence. */
const OPEN_FIT = 0.5;

/** What the decision to answer looks at besides the sentence itself. */
export interface ConfidenceSurroundings {
  /** See {@link leadOverRivals}. */
  readonly lead: number;
  /** Whether anybody wrote down, for this library, how its events are asked for. */
  readonly isAskedFor: boolean;
}

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(
  question: Question,
  evidence: Evidence,
  reading: ReadingFits,
  { lead, isAskedFor }: ConfidenceSurroundings,
): number {
  if (reading.unsure || !saysSomething(question) || isOfAnotherYear(question, reading)) return 0;
  if (isChance(evidence, reading) && !reading.continuesTopic && !reading.askedFigure) return 0;
  const features = confidenceFeatures(question, evidence, reading, lead);
  const weights = weightsFor(isAskedFor);
  let sum = weights.bias;
  for (const [name, value] of Object.entries(features)) sum += weights[name as ConfidenceFeature] * value;
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
const THRESHOLD = 0.22;

/** Whether a confidence is enough to answer. */
export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

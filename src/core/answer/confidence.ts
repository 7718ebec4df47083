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
  bias: -9.27,
  covered: -1.28,
  own: 4.15,
  missingNames: -1.3,
  amount: 1.35,
  pairs: 1.91,
  closeness: 4.44,
  familiarity: -2.01,
  counted: 1.77,
  formless: 0.84,
  kindFit: 3.87,
  dateFit: 2.02,
  ordinalFit: 1.91,
} as const;

type ReadingFits = Pick<
  Reading,
  'kindFit' | 'dateFit' | 'ordinalFit' | 'unsure' | 'continuesTopic' | 'askedFigure'
>;

/** What the decision to answer looks at, each as a number. */
export function confidenceFeatures(
  question: Question,
  evidence: Evidence,
  reading: ReadingFits,
): Readonly<Record<Exclude<keyof typeof WEIGHTS, 'bias'>, number>> {
  const isTellable = TELLABLE.has(question.wanted.kind) || claimsDate(question);
  return {
    covered: evidence.covered,
    own: evidence.own,
    missingNames: evidence.missingNames,
    amount: evidence.amount,
    pairs: evidence.pairs,
    closeness: evidence.closeness,
    familiarity: evidence.familiarity,
    counted: evidence.counted,
    formless: isTellable ? 0 : 1,
    kindFit: isTellable ? reading.kindFit : 0.5,
    // Whether a claim's date is right is the very question.
    dateFit: question.confirmation ? 0 : reading.dateFit,
    ordinalFit: reading.ordinalFit,
  };
}

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(question: Question, evidence: Evidence, reading: ReadingFits): number {
  if (reading.unsure || !saysSomething(question) || isOfAnotherYear(question, reading)) return 0;
  if (isChance(evidence) && !reading.continuesTopic && !reading.askedFigure) return 0;
  const features = confidenceFeatures(question, evidence, reading);
  // A follow-up leaves its subject unsaid; that the sentence is on it stands for the words that are missing.
  let sum: number =
    WEIGHTS.bias +
    (reading.continuesTopic ? ON_TOPIC : 0) +
    (reading.askedFigure ? ASKED_FIGURE : 0) +
    UNHEARD_NAME * evidence.unheardNames +
    (evidence.elsewhere ? ELSEWHERE : 0) +
    (evidence.namesOnly ? NAMES_ONLY : 0);
  for (const [name, value] of Object.entries(features)) sum += WEIGHTS[name as keyof typeof WEIGHTS] * value;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * A few common words far apart are in one sentence by chance: "who won the world cup" and "head the World Bank …
 * could be won".
 */
const isChance = (evidence: Evidence): boolean =>
  evidence.closeness < CHANCE.closeness &&
  evidence.amount < CHANCE.amount &&
  evidence.covered < CHANCE.covered &&
  evidence.strongest < CHANCE.strongest;

/** What more than chance has at least one of. */
const CHANCE = { closeness: 0.03, amount: 1.7, covered: 0.8, strongest: 0.75 } as const;

/** A figure of another year is no answer, however alike the question. */
const isOfAnotherYear = ({ wanted, confirmation }: Question, { dateFit }: ReadingFits): boolean =>
  wanted.kind === 'number' && !confirmation && dateFit < 0;

/** What staying with the topic adds to the sum. */
const ON_TOPIC = 1.5;
/** A wording that asks about a series need not share a word with its figures. */
const ASKED_FIGURE = 4;
/** Who or what no text names, the texts do not know; there are too few such questions to learn the weight from. */
const UNHEARD_NAME = -2;
/** What is told of no place that is asked about most often happened in another. */
const ELSEWHERE = -1;
/** That a sentence has the names of a question and nothing of what is asked about them is most often a coincidence. */
const NAMES_ONLY = -1;

/** Between the weight of a function word and that of a word carried over from the question before, which tells. */
const LEAST_TELLING = 0.35;

/** "Bạn là ai vậy" consists of words that every sentence may have. */
const saysSomething = (question: Question): boolean =>
  question.words.some(({ word, weight }) => weight >= LEAST_TELLING && !/^\d/.test(word));

/** Below this the bot says that it does not know. */
const THRESHOLD = 0.3;

/** Whether a confidence is enough to answer. */
export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

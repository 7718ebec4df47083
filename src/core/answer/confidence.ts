import type { Reading } from './close-reading.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import type { WantedKind } from './wanted-kind.ts';

/** Kinds whose presence in a sentence can be told from its form. */
const TELLABLE: ReadonlySet<WantedKind> = new Set(['date', 'number', 'person', 'place', 'reason']);

/**
 * Weights of a logistic regression over the project's question sets, each question seen twice: with the sentence that
 * answers it, and with the best one left when that sentence is taken away. See docs/ranking.md.
 */
const WEIGHTS = {
  bias: -8.05,
  covered: -2.87,
  own: 6.26,
  missingNames: -1.39,
  amount: 1.29,
  pairs: 2.06,
  closeness: 2.82,
  familiarity: -1.52,
  counted: 1.15,
  kindFit: 2.75,
  dateFit: 2.12,
  ordinalFit: 1.99,
} as const;

type ReadingFits = Pick<Reading, 'kindFit' | 'dateFit' | 'ordinalFit' | 'unsure'>;

/** What the decision to answer looks at, each as a number. */
export function confidenceFeatures(
  question: Question,
  evidence: Evidence,
  reading: ReadingFits,
): Readonly<Record<Exclude<keyof typeof WEIGHTS, 'bias'>, number>> {
  return {
    covered: evidence.covered,
    own: evidence.own,
    missingNames: evidence.missingNames,
    amount: evidence.amount,
    pairs: evidence.pairs,
    closeness: evidence.closeness,
    familiarity: evidence.familiarity,
    counted: evidence.counted,
    kindFit: TELLABLE.has(question.wanted.kind) ? reading.kindFit : 0.5,
    // Whether a claim's date is right is the very question.
    dateFit: question.confirmation ? 0 : reading.dateFit,
    ordinalFit: reading.ordinalFit,
  };
}

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(question: Question, evidence: Evidence, reading: ReadingFits): number {
  if (reading.unsure || !saysSomething(question)) return 0;
  const features = confidenceFeatures(question, evidence, reading);
  let sum: number = WEIGHTS.bias;
  for (const [name, value] of Object.entries(features)) sum += WEIGHTS[name as keyof typeof WEIGHTS] * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Weight of a word carried over from the question before; function words weigh less. */
const LEAST_TELLING = 0.5;

/** "Bạn là ai vậy" consists of words that every sentence may have. */
const saysSomething = (question: Question): boolean =>
  question.words.some(({ weight }) => weight >= LEAST_TELLING);

/** Below this the bot says that it does not know. */
const THRESHOLD = 0.36;

export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

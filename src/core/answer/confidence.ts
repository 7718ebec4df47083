import type { Reading } from './close-reading.ts';
import type { Evidence } from './evidence.ts';
import type { WantedKind } from './wanted-kind.ts';

/** Kinds whose presence in a sentence can be told from its form. */
const TELLABLE: ReadonlySet<WantedKind> = new Set(['date', 'number', 'person', 'place', 'reason']);

/**
 * Weights of a logistic regression over the project's question sets, each question seen twice: with the sentence that
 * answers it, and with the best one left when that sentence is taken away. See docs/ranking.md.
 */
const WEIGHTS = {
  bias: -6.3,
  covered: 0.46,
  own: 2.45,
  missingNames: -0.97,
  amount: 0.136,
  pairs: 2.7,
  closeness: 1.34,
  kindFit: 0.86,
  dateFit: 0.9,
} as const;

/** What the decision to answer looks at, each as a number. */
export function confidenceFeatures(
  kind: WantedKind,
  evidence: Evidence,
  reading: Pick<Reading, 'kindFit' | 'dateFit'>,
): Readonly<Record<Exclude<keyof typeof WEIGHTS, 'bias'>, number>> {
  return {
    covered: evidence.covered,
    own: evidence.own,
    missingNames: evidence.missingNames,
    amount: evidence.amount,
    pairs: evidence.pairs,
    closeness: evidence.closeness,
    kindFit: TELLABLE.has(kind) ? reading.kindFit : 0.5,
    dateFit: reading.dateFit,
  };
}

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(
  kind: WantedKind,
  evidence: Evidence,
  reading: Pick<Reading, 'kindFit' | 'dateFit'>,
): number {
  const features = confidenceFeatures(kind, evidence, reading);
  let sum: number = WEIGHTS.bias;
  for (const [name, value] of Object.entries(features)) sum += WEIGHTS[name as keyof typeof WEIGHTS] * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Below this the bot says that it does not know. */
const THRESHOLD = 0.42;

export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

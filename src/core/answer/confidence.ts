import type { Reading } from './close-reading.ts';
import type { Question } from './question.ts';

/** From 0 to 1: how sure it is that a sentence answers the question. */
export function confidenceOf(question: Question, { match, kindFit }: Reading): number {
  const words = 0.45 * match.coverage + 0.35 * match.sentenceCoverage + 0.2 * match.paragraphCoverage;
  const { kind } = question.wanted;
  const asked = kind === 'thing' || kind === 'confirmation' ? 0 : 0.15 * (kindFit - 0.7);
  return Math.max(0, Math.min(1, words + asked));
}

/** Below this the bot says that it does not know; see docs/ranking.md for how it was chosen. */
const THRESHOLD = 0.55;

export const isConfident = (confidence: number): boolean => confidence >= THRESHOLD;

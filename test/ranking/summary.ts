import type { Outcome } from './judge.ts';
import { hitAt, mean, ndcgAt, reciprocalRankAt, share } from './metrics.ts';

/**
 * What is measured; of all, more is better.
 *
 * - `answer@1`: answered and right, of what can be known.
 * - `hit@1`, `hit@3`, `MRR@10`, `nDCG@10`: the ranking alone, whether the bot dared to answer or not.
 * - `direct`: right direct answers of all direct answers.
 * - `answered`: of what can be known; the rest was wrongly abstained.
 * - `abstain-P`: of the abstentions, those on what cannot be known.
 * - `abstain-R`: of what cannot be known, what was abstained.
 */
export const METRICS = [
  'answer@1',
  'hit@1',
  'hit@3',
  'MRR@10',
  'nDCG@10',
  'direct',
  'answered',
  'abstain-P',
  'abstain-R',
] as const;

export type Metric = (typeof METRICS)[number];

/** The results of some questions, 0 to 1; a measure is undefined where there is nothing to measure. */
export interface Summary {
  readonly questions: number;
  /** How many had a direct answer. */
  readonly directs: number;
  /** How many had a wrong direct answer that was not even of the kind asked for. */
  readonly wrongKind: number;
  readonly values: Readonly<Record<Metric, number | undefined>>;
}

/** The name of the group that holds all questions of a set. */
export const ALL = 'all';

/** The results group by group, in the order of the questions, then of all. */
export function summariseByGroup(outcomes: readonly Outcome[]): ReadonlyMap<string, Summary> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { group } = outcome.question;
    groups.set(group, [...(groups.get(group) ?? []), outcome]);
  }
  return new Map([...groups, [ALL, outcomes] as const].map(([group, own]) => [group, summarise(own)]));
}

/** The results of some questions taken together, each counting the same. */
export function summarise(outcomes: readonly Outcome[]): Summary {
  const known = outcomes.filter(({ question }) => question.gold.kind !== 'unknown');
  const unknown = outcomes.filter(({ question }) => question.gold.kind === 'unknown');
  const directs = outcomes.flatMap(({ direct }) => (direct === undefined ? [] : [direct]));
  const abstained = outcomes.filter(({ answered }) => !answered);
  const abstainedRightly = unknown.filter(({ answered }) => !answered).length;
  // Where all or none can be known, the precision of abstaining says nothing.
  const isMixed = known.length > 0 && unknown.length > 0;
  const meanOf = (measure: (outcome: Outcome) => number) => mean(known.map(measure));
  return {
    questions: outcomes.length,
    directs: directs.length,
    wrongKind: directs.filter(({ wrongKind }) => wrongKind).length,
    values: {
      'answer@1': meanOf(({ right }) => (right ? 1 : 0)),
      'hit@1': meanOf(({ ranking }) => hitAt(ranking, 1)),
      'hit@3': meanOf(({ ranking }) => hitAt(ranking, 3)),
      'MRR@10': meanOf(({ ranking }) => reciprocalRankAt(ranking, 10)),
      'nDCG@10': meanOf(({ ranking, relevant }) => ndcgAt(ranking, 10, relevant)),
      direct: share(directs.filter(({ right }) => right).length, directs.length),
      answered: meanOf(({ answered }) => (answered ? 1 : 0)),
      'abstain-P': isMixed ? share(abstainedRightly, abstained.length) : undefined,
      'abstain-R': share(abstainedRightly, unknown.length),
    },
  };
}

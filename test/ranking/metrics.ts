/**
 * Measures of one ranking: whether each thing is relevant, best first. Definitions as in Manning, Raghavan and Schütze,
 * "Introduction to Information Retrieval" (2008), chapter 8, with relevance that is only yes or no.
 */
export type Ranking = readonly boolean[];

/** 1 when something relevant is among the first `k`, else 0. */
export const hitAt = (ranking: Ranking, k: number): number => (ranking.slice(0, k).includes(true) ? 1 : 0);

/** One over the place of the first relevant thing; 0 when it is not among the first `k`. */
export function reciprocalRankAt(ranking: Ranking, k: number): number {
  const at = ranking.slice(0, k).indexOf(true);
  return at === -1 ? 0 : 1 / (at + 1);
}

/**
 * Discounted gain of the first `k` beside the best there could be, 0 to 1. `relevant` is how many relevant things
 * exist; more than were found makes the ideal better than any order of what was found.
 */
export function ndcgAt(ranking: Ranking, k: number, relevant: number): number {
  let gain = 0;
  ranking.slice(0, k).forEach((isRelevant, index) => {
    if (isRelevant) gain += discount(index);
  });
  let ideal = 0;
  for (let index = 0; index < Math.min(k, relevant); index += 1) ideal += discount(index);
  return ideal === 0 ? 0 : gain / ideal;
}

/** What the thing at a 0-based place counts. */
const discount = (index: number): number => 1 / Math.log2(index + 2);

/** The mean; undefined of nothing. */
export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Part of a whole, 0 to 1; undefined when the whole is nothing. */
export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;

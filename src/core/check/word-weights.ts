import { isVietnameseSyllable } from '../text/syllables.ts';
import { termOf, tokenise } from '../text/tokenise.ts';

/** How telling words are: rare ones weigh more. */
export interface WordWeights {
  /** The weight of a term among the texts; never negative. */
  weightOf(term: string): number;
}

/** Words of dates, which rules compare as dates. Numbers are left out of terms altogether. */
const CALENDAR: ReadonlySet<string> = new Set(
  (
    'ngày tháng năm january february march april may june july august september october november december ' +
    'giờ hôm nay sáng chiều tối đêm day year month morning afternoon evening'
  )
    .split(' ')
    .flatMap((word) => [word, termOf(word)]),
);

/**
 * The terms of a text without numbers and words of the calendar, each once. Unlike in search, Vietnamese words keep
 * their marks: editors write them, and "ký tắt" (to initial) is not "ký tất" (to sign all).
 */
export function contentTerms(text: string): ReadonlySet<string> {
  const terms = tokenise(text).map(({ word }) => (isVietnameseSyllable(word) ? word : termOf(word)));
  return new Set(terms.filter((term) => !CALENDAR.has(term) && !/^\d/.test(term)));
}

/** Weights by the texts a term occurs in: inverse document frequency, smoothed so that common terms count a little. */
export function wordWeights(texts: readonly ReadonlySet<string>[]): WordWeights {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { weightOf: (term) => Math.log(1 + texts.length / (counts.get(term) ?? 1)) };
}

/** How much of the weight of `terms` lies in words that `others` has too: 0 to 1. */
export function sharedWeight(
  terms: ReadonlySet<string>,
  others: ReadonlySet<string>,
  { weightOf }: WordWeights,
): number {
  let all = 0;
  let shared = 0;
  for (const term of terms) {
    const weight = weightOf(term);
    all += weight;
    if (others.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

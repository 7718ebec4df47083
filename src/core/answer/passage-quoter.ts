import { haveSameWording, type Passage } from '../search/corpus.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { QuotedPassage, Span } from './answer.ts';
import type { Reading } from './close-reading.ts';
import { readHighlights } from './highlights.ts';

/** Passages to quote, at most `limit`; the same wording in several documents is quoted once and cited with all. */
export function quotePassages(
  readings: readonly Reading[],
  index: SearchIndex,
  plan: QueryPlan,
  limit: number,
): readonly QuotedPassage[] {
  const { corpus } = index;
  const quotes: { readonly sentence: number; readonly quoted: QuotedPassage; readonly alsoIn: Passage[] }[] =
    [];
  for (const { sentence, score } of readings) {
    const passage = corpus.passages[sentence];
    if (passage === undefined) continue;
    const known = quotes.find((other) => haveSameWording(corpus, other.sentence, sentence));
    if (known !== undefined) known.alsoIn.push(passage);
    else if (quotes.length < limit) quotes.push({ sentence, ...quote(passage, score, index, plan) });
  }
  return quotes.map(({ quoted }) => quoted);
}

function quote(
  passage: Passage,
  score: number,
  { corpus, finder }: SearchIndex,
  plan: QueryPlan,
): { readonly quoted: QuotedPassage; readonly alsoIn: Passage[] } {
  const alsoIn: Passage[] = [];
  let highlights: readonly Span[] | undefined;
  const quoted: QuotedPassage = {
    ...passage,
    score,
    alsoIn,
    // Most passages of an answer are never shown; what matches in them is looked up when they are.
    get highlights() {
      highlights ??= readHighlights(passage, plan, corpus.lexicon, finder);
      return highlights;
    },
  };
  return { quoted, alsoIn };
}

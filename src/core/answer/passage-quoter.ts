import { type Corpus, haveSameWording, type Passage } from '../search/corpus.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import type { QuotedPassage, Span } from './answer.ts';
import type { Reading } from './close-reading.ts';
import { readHighlights } from './highlights.ts';

/** Passages to quote, at most `limit`; the same wording in several documents is quoted once and cited with all. */
export function quotePassages(
  readings: readonly Reading[],
  corpus: Corpus,
  plan: QueryPlan,
  limit: number,
): readonly QuotedPassage[] {
  const quotes: { readonly sentence: number; readonly quoted: QuotedPassage; readonly alsoIn: Passage[] }[] =
    [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const { sentence, score } of varied(readings, corpus)) {
    const passage = corpus.passages[sentence];
    if (passage === undefined) continue;
    const known = quotes.find((other) => haveSameWording(corpus, other.sentence, sentence));
    if (known !== undefined) known.alsoIn.push(passage);
    else if (quotes.length < limit) {
      // Held back for the sake of others, a passage counts no more than they do.
      lowest = Math.min(lowest, score);
      quotes.push({ sentence, ...quote(passage, sentence, lowest, corpus, plan) });
    }
  }
  return quotes.map(({ quoted }) => quoted);
}

/** So many different paragraphs come first. */
const DIFFERENT_FIRST = 3;
/** A further sentence of a paragraph that is nearly as good as its best is not held back. */
const NEARLY = 0.97;

/**
 * Readings in order, but with the further sentences of a paragraph behind the best of three different ones: who looks
 * beyond the first passage wants another source, and the neighbours of the first are shown with it anyway.
 */
function varied(readings: readonly Reading[], corpus: Corpus): readonly Reading[] {
  const bestOf = new Map<number, number>();
  const first: Reading[] = [];
  const heldBack: Reading[] = [];
  for (const reading of readings) {
    const paragraph = corpus.paragraphOf[reading.sentence] ?? 0;
    const best = bestOf.get(paragraph);
    if (best === undefined) bestOf.set(paragraph, reading.score);
    const isRepeated = best !== undefined && reading.score < best * NEARLY;
    if (isRepeated && bestOf.size < DIFFERENT_FIRST) heldBack.push(reading);
    else first.push(reading);
  }
  const at = first.findIndex(
    ({ sentence }) => corpus.paragraphOf[sentence] === [...bestOf.keys()][DIFFERENT_FIRST - 1],
  );
  return at < 0
    ? [...first, ...heldBack]
    : [...first.slice(0, at + 1), ...[...first.slice(at + 1), ...heldBack].sort((a, b) => b.score - a.score)];
}

function quote(
  passage: Passage,
  sentence: number,
  score: number,
  corpus: Corpus,
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
      highlights ??= readHighlights(corpus, sentence, plan);
      return highlights;
    },
  };
  return { quoted, alsoIn };
}

import type { Corpus } from '../search/corpus.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Span } from './answer.ts';

/** Function words are highlighted only between words that say something. */
const TELLING_WEIGHT_SHARE = 0.35;

const JOINING = 1;
const TELLING = 2;

/** The stretches of a sentence that match the question: whole words, neighbours joined, in order. */
export function readHighlights(corpus: Corpus, sentence: number, plan: QueryPlan): readonly Span[] {
  // The corpus has the very words that this gives, so only their places are new.
  const tokens = tokenise(corpus.passages[sentence]?.sentence.text ?? '');
  const matched = readMatches(corpus, sentence, plan, tokens.length);
  const spans: Span[] = [];
  let at = 0;
  while (at < tokens.length) {
    let to = at;
    while (to < tokens.length && (matched[to] ?? 0) > 0) to += 1;
    const first = tokens[at];
    const last = tokens[to - 1];
    if (to > at && first !== undefined && last !== undefined && matched.slice(at, to).includes(TELLING)) {
      spans.push({ start: first.start, end: last.end });
    }
    at = Math.max(to, at + 1);
  }
  return spans;
}

/** For each word of a sentence whether it matches: not at all, {@link JOINING} or {@link TELLING}. */
function readMatches(corpus: Corpus, sentence: number, plan: QueryPlan, length: number): number[] {
  const heaviest = Math.max(0, ...plan.slots.map((slot) => slot.weight));
  const start = corpus.wordStarts[sentence] ?? 0;
  const matched = Array.from({ length }, (_, at) => {
    const slot = plan.slots[plan.slotByTerm[corpus.terms[start + at] ?? 0] ?? -1];
    if (slot === undefined) return 0;
    return slot.weight >= heaviest * TELLING_WEIGHT_SHARE ? TELLING : JOINING;
  });
  for (
    let at = corpus.conceptStarts[sentence] ?? 0;
    at < (corpus.conceptStarts[sentence + 1] ?? 0);
    at += 1
  ) {
    if (!plan.slotOfConcept.has(corpus.concepts[at] ?? -1)) continue;
    matched.fill(TELLING, corpus.conceptFrom[at], corpus.conceptTo[at]);
  }
  return matched;
}

import type { ConceptFinder } from '../search/concepts.ts';
import type { Passage } from '../search/corpus.ts';
import { markDateNumbers } from '../search/date-numbers.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { QueryPlan } from '../search/query-plan.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { Span } from './answer.ts';

/** Function words are highlighted only between words that say something. */
const TELLING_WEIGHT_SHARE = 0.35;

/** The stretches of a sentence that match the question: whole words, neighbours joined, in order. */
export function readHighlights(
  passage: Passage,
  plan: QueryPlan,
  lexicon: Lexicon,
  finder: ConceptFinder,
): readonly Span[] {
  const tokens = tokenise(passage.sentence.text);
  const words = markDateNumbers(tokens.map((token) => token.word));
  const terms = words.map(termOf);
  const heaviest = Math.max(0, ...plan.slots.map((slot) => slot.weight));
  const matched = terms.map((term) => {
    const slot = plan.slots[plan.slotOfTerm.get(lexicon.termId(term)) ?? -1];
    return slot === undefined ? 0 : slot.weight >= heaviest * TELLING_WEIGHT_SHARE ? 2 : 1;
  });
  for (const { concept, from, to } of finder.count === 0 ? [] : finder.find(words, terms, 'strict')) {
    if (plan.slotOfConcept.has(concept)) matched.fill(2, from, to);
  }
  const spans: Span[] = [];
  let at = 0;
  while (at < tokens.length) {
    let to = at;
    while (to < tokens.length && (matched[to] ?? 0) > 0) to += 1;
    const first = tokens[at];
    const last = tokens[to - 1];
    if (to > at && first !== undefined && last !== undefined && matched.slice(at, to).includes(2)) {
      spans.push({ start: first.start, end: last.end });
    }
    at = Math.max(to, at + 1);
  }
  return spans;
}

import type { Sentence } from '../knowledge/document.ts';
import { fold } from '../text/fold.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { DirectAnswer, DirectKind, Span } from './answer.ts';
import type { Question } from './question.ts';

/** A part of a sentence as the answer. */
export const answerAt = (sentence: Sentence, span: Span, kind: DirectKind): DirectAnswer => ({
  text: sentence.text.slice(span.start, span.end),
  kind,
  span: { start: span.start, end: span.end },
});

/** The only one of several things that may be meant. */
export const onlyOne = <Item>(items: readonly Item[]): Item | undefined =>
  items.length === 1 ? items[0] : undefined;

/** Whether a name has a word that the question has not. */
export function addsTo(question: Question, span: Span, text: string): boolean {
  const name = text.slice(span.start, span.end);
  if (question.named.has(fold(name))) return false;
  return tokenise(name).some(({ word }) => !question.terms.has(termOf(word)));
}

/** The nearest is clearly nearest when the next is so many times as far away. */
const CLEARLY_NEARER = 1.5;

/** The only one; of several the one clearly nearest to what matched, if there is such a one. */
export function onlyOrNearest<Item extends Span>(
  items: readonly Item[],
  highlights: readonly Span[],
): Item | undefined {
  if (items.length <= 1) return items[0];
  const distances = items
    .map((item) => ({ item, distance: distanceOf(item, highlights) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest, next] = distances;
  if (nearest === undefined || next === undefined) return undefined;
  return nearest.distance * CLEARLY_NEARER < next.distance ? nearest.item : undefined;
}

/**
 * Characters between an item and the nearest match, one in front of it before one behind: what a date or number belongs
 * to most often stands before it ("ký ngày …, có hiệu lực từ ngày …").
 */
function distanceOf(item: Span, highlights: readonly Span[]): number {
  const distances = highlights.map((span) => {
    if (span.end <= item.start) return item.start - span.end;
    return span.start >= item.end ? BEHIND * (span.start - item.end) : 0;
  });
  return Math.min(Number.MAX_SAFE_INTEGER, ...distances) + 1;
}

/** How much farther off a match behind seems than one in front. */
const BEHIND = 2;

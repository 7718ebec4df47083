import { type Edtf, edtfOverlaps } from '../dates/edtf.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** A sentence that may answer. */
export interface Contender {
  readonly document: KnowledgeDocument;
  readonly score: number;
}

/** Being further ahead or behind than this tells nothing more; in units of the score. */
const MOST_AHEAD = 0.5;
const MOST_BEHIND = -1;

/**
 * How far a sentence is ahead of the best one that surely tells something else: not of the same event, both with dates and
 * with none in common. Where two matters fit a question alike, most often neither is the one that is asked for. `datesOf`
 * gives the dates of a sentence and of its event.
 */
export function leadOverRivals<Item extends Contender>(
  one: Item,
  all: readonly Item[],
  datesOf: (item: Item) => readonly Edtf[],
): number {
  let rival = one.score - MOST_AHEAD;
  let own: readonly Edtf[] | undefined;
  for (const other of all) {
    if (other.score <= rival || isOfSameStory(one, other)) continue;
    own ??= datesOf(one);
    if (own.length === 0) break;
    const dates = datesOf(other);
    if (dates.length > 0 && !haveCommon(own, dates)) rival = other.score;
  }
  return Math.max(MOST_BEHIND, one.score - rival);
}

/** An article tells of many matters, an event of one. */
const isOfSameStory = (one: Contender, other: Contender): boolean =>
  one === other || (one.document.kind !== 'article' && other.document.id === one.document.id);

const haveCommon = (some: readonly Edtf[], others: readonly Edtf[]): boolean =>
  some.some((date) => others.some((other) => edtfOverlaps(date, other)));

/** The date of an event or figure, and those that a sentence of it mentions. */
export const datesTold = (document: KnowledgeDocument, { dates }: SentenceFacts): readonly Edtf[] => [
  ...(document.kind === 'article' || document.date === undefined ? [] : [document.date]),
  ...dates.flatMap(({ edtf }) => (edtf === undefined ? [] : [edtf])),
];

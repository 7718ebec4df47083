import { Temporal } from 'temporal-polyfill';
import { type Edtf, parseEdtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import type { Gap } from '../ports/gap-store.ts';
import { fold } from '../text/fold.ts';

/** So many days after it was last asked, a question without an answer is deleted. */
export const GAP_DAYS = 30;

/** So many questions are kept at most: a flood of them fills no disk. */
export const MAXIMUM_GAPS = 2000;

/** What was last asked before this day is not kept any more. */
export function firstGapDay(today: Edtf): Edtf {
  const day = Temporal.PlainDate.from(today).subtract({ days: GAP_DAYS - 1 });
  const first = parseEdtf(day.toString());
  if (first === undefined) throw new RangeError(`Expected a day that is not among the first, got ${today}`);
  return first;
}

/** The same for questions that differ in diacritics, capitals, spaces and punctuation only. */
export const gapKey = (language: Locale, question: string): string =>
  `${language}:${fold(question)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;

/** The order in which editors see them: most asked first, then latest. */
export const byUrgency = (one: Gap, other: Gap): number =>
  other.count - one.count ||
  compare(other.lastDay, one.lastDay) ||
  compare(one.question, other.question) ||
  compare(one.language, other.language);

/** The order in which they go where there are too many: least asked first, then those asked longest ago. */
export const byDispensability = (one: Gap, other: Gap): number =>
  one.count - other.count || compare(one.lastDay, other.lastDay);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

import { isLeapYear } from './calendar.ts';
import { type Edtf, edtfParts, parseEdtf } from './edtf.ts';

/** The same day of every year, as an EDTF date without a year; `undefined` when the date is no single day. */
export function sameDayOfAnyYear(day: Edtf): Edtf | undefined {
  const parts = edtfParts(day);
  if (parts.precision !== 'day' && parts.precision !== 'yearless-day') return undefined;
  return parseEdtf(`XXXX${day.slice(4)}`);
}

/**
 * The days of the year, as EDTF dates without a year, whose happenings are told on a day: that day itself, and with
 * 28 February of a common year also the 29th, which that year does not have. Empty when the date is no single day; a
 * day whose year is left open is no other day than itself.
 */
export function daysToldOn(day: Edtf): readonly Edtf[] {
  const own = sameDayOfAnyYear(day);
  if (own === undefined) return [];
  const leapDay = isLastOfShortFebruary(day) ? parseEdtf('XXXX-02-29') : undefined;
  return leapDay === undefined ? [own] : [own, leapDay];
}

/**
 * Full years from one day to another, so the number of the anniversary when the day comes round; negative when
 * `onDay` is earlier. 28 February of a common year completes the year of a 29 February. Undefined unless both have a
 * year and are precise to the day.
 */
export function yearsBetween(eventDay: Edtf, onDay: Edtf): number | undefined {
  const [from, to] = [edtfParts(eventDay), edtfParts(onDay)];
  if (from.precision !== 'day' || to.precision !== 'day') return undefined;
  if (onDay < eventDay) return negated(yearsBetween(onDay, eventDay));
  const isComplete =
    to.month > from.month ||
    (to.month === from.month && to.day >= from.day) ||
    (from.month === 2 && from.day === 29 && isLastOfShortFebruary(onDay));
  return to.year - from.year - (isComplete ? 0 : 1);
}

/** Round numbers of years and how much each is made of. */
const RANKS: readonly (readonly [years: number, rank: number])[] = [
  [100, 5],
  [50, 4],
  [25, 3],
  [10, 2],
  [5, 1],
];

/** How round an anniversary is: 5 for centuries, 4 for half centuries, 3 for 25, 2 for 10, 1 for 5 years, else 0. */
export function anniversaryRank(years: number): number {
  if (years <= 0) return 0;
  return RANKS.find(([round]) => years % round === 0)?.[1] ?? 0;
}

function isLastOfShortFebruary(date: Edtf): boolean {
  const parts = edtfParts(date);
  return parts.precision === 'day' && parts.month === 2 && parts.day === 28 && !isLeapYear(parts.year);
}

// Not `-years`: zero years back is 0, not -0.
const negated = (years: number | undefined): number | undefined =>
  years === undefined ? undefined : 0 - years;

import { isLeapYear } from './calendar.ts';
import { type Edtf, edtfParts } from './edtf.ts';

/** A day of any year; months and days count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** On which day of a common year something is remembered that happened on 29 February. */
export interface LeapDayRule {
  readonly leapDayIn: 'feb-28';
}

/** The day of the year of a date precise to the day, with or without a year; undefined for coarser dates. */
export function monthDayOf(date: Edtf): MonthDay | undefined {
  const parts = edtfParts(date);
  if (parts.precision !== 'day' && parts.precision !== 'yearless-day') return undefined;
  return { month: parts.month, day: parts.day };
}

/**
 * Whether an event's day comes round on a day. By the rule, 29 February comes round on 28 February of a year that has
 * no 29th; for that the year of `day` has to be known. False when either is not precise to the day.
 */
export function isSameMonthDay(event: Edtf, day: Edtf, rule: LeapDayRule): boolean {
  const [of, on] = [monthDayOf(event), monthDayOf(day)];
  if (of === undefined || on === undefined) return false;
  if (of.month === on.month && of.day === on.day) return true;
  return rule.leapDayIn === 'feb-28' && isLeapDay(of) && isLastOfShortFebruary(day);
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
    (isLeapDay(from) && isLastOfShortFebruary(onDay));
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

const isLeapDay = ({ month, day }: MonthDay): boolean => month === 2 && day === 29;

function isLastOfShortFebruary(date: Edtf): boolean {
  const parts = edtfParts(date);
  return parts.precision === 'day' && parts.month === 2 && parts.day === 28 && !isLeapYear(parts.year);
}

// Not `-years`: zero years back is 0, not -0.
const negated = (years: number | undefined): number | undefined =>
  years === undefined ? undefined : 0 - years;

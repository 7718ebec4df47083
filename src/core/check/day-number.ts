import { type Edtf, edtfParts } from '../dates/edtf.ts';

/** Names of the weekdays are counted from Sunday, 0, to Saturday, 6. */
export type WeekdayNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const WEEKDAYS: readonly WeekdayNumber[] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Days since 1 March of the year 0 in the proleptic Gregorian calendar; `undefined` unless the date is a day.
 *
 * Counting years from March puts the leap day last, so that months need one formula. Source: Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil.
 */
export function dayNumber(date: Edtf): number | undefined {
  const parts = edtfParts(date);
  if (parts.precision !== 'day') return undefined;
  const year = parts.month > 2 ? parts.year : parts.year - 1;
  const month = (parts.month + 9) % 12;
  const dayOfYear = Math.floor((153 * month + 2) / 5) + parts.day - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

/** 1 March of the year 0 was a Wednesday. */
const WEEKDAY_OF_DAY_ZERO = 3;

/** The weekday of a day; `undefined` unless the date is a day. */
export function weekdayOf(date: Edtf): WeekdayNumber | undefined {
  const days = dayNumber(date);
  return days === undefined ? undefined : WEEKDAYS[(days + WEEKDAY_OF_DAY_ZERO) % 7];
}

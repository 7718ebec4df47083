// Validity of days needs four lines of arithmetic; loading a calendar library for them would cost more than reading
// a thousand sentences does. Zones are another matter: see zones.ts.

/** The years this project can write down: EDTF years have four digits, and nothing here is older. */
export const FIRST_YEAR = 1000;
/** See {@link FIRST_YEAR}. */
export const LAST_YEAR = 2999;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a year of the (proleptic) Gregorian calendar has a 29 February. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month (1 to 12); without a year, the most it can have. 0 when there is no such month. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && (year === undefined || isLeapYear(year))) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** Whether the three numbers name a day of the calendar; without a year, of any year. */
export const isRealDay = (day: number, month: number, year?: number): boolean =>
  day >= 1 && day <= daysInMonth(month, year);

/** A day of the calendar in numbers. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day after. */
export function dayAfter({ year, month, day }: CalendarDay): CalendarDay {
  if (day < daysInMonth(month, year)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** The day before. */
export function dayBefore({ year, month, day }: CalendarDay): CalendarDay {
  if (day > 1) return { year, month, day: day - 1 };
  const before = month > 1 ? { year, month: month - 1 } : { year: year - 1, month: 12 };
  return { ...before, day: daysInMonth(before.month, before.year) };
}

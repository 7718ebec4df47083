import { daysInMonth, FIRST_YEAR, isRealDay, LAST_YEAR } from './calendar.ts';

/** A date that has a year and no open end; months and days count from 1. */
export type DatedParts =
  | { readonly precision: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'decade'; readonly firstYear: number }
  | { readonly precision: 'century'; readonly firstYear: number };

/** The same day or month of every year. */
export type YearlessParts =
  | { readonly precision: 'yearless-day'; readonly month: number; readonly day: number }
  | { readonly precision: 'yearless-month'; readonly month: number };

/** From one date to another, both included; undefined where an end is open (never both). */
export interface IntervalParts {
  readonly precision: 'interval';
  readonly from: DatedParts | undefined;
  readonly to: DatedParts | undefined;
}

/** A date taken apart, by how much of it is known. */
export type EdtfParts = DatedParts | YearlessParts | IntervalParts;

/**
 * The first and the last day a date can mean, as ISO days (`1995-07-01`), which compare as strings. An open end is
 * undefined.
 */
export interface EdtfBounds {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

const DATED = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DECADE = /^(\d{3})X$/;
const CENTURY = /^(\d{2})XX$/;
const YEARLESS = /^XXXX-(\d{2})(?:-(\d{2}))?$/;
const OPEN = '..';

/** Takes a text apart that is written in this project's profile of EDTF; undefined for every other text. */
export const readEdtfParts = (text: string): EdtfParts | undefined =>
  readDated(text) ?? readYearless(text) ?? readInterval(text);

/** The days that parts span; undefined when they have no year, since they then span a piece of every year. */
export function boundsOfParts(parts: EdtfParts): EdtfBounds | undefined {
  switch (parts.precision) {
    case 'yearless-day':
    case 'yearless-month':
      return undefined;
    case 'interval':
      return {
        first: parts.from === undefined ? undefined : boundsOfDated(parts.from).first,
        last: parts.to === undefined ? undefined : boundsOfDated(parts.to).last,
      };
    default:
      return boundsOfDated(parts);
  }
}

/** A day as ISO 8601 writes it: `1995-07-01`. */
export const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`;

/** A month or a day as ISO 8601 writes it: `07`. */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

function readDated(text: string): DatedParts | undefined {
  const date = DATED.exec(text);
  if (date !== null) return readDay(Number(date[1]), date[2], date[3]);
  const decade = DECADE.exec(text);
  if (decade !== null) {
    const firstYear = Number(decade[1]) * 10;
    return isYear(firstYear) ? { precision: 'decade', firstYear } : undefined;
  }
  const century = CENTURY.exec(text);
  if (century === null) return undefined;
  const firstYear = Number(century[1]) * 100;
  return isYear(firstYear) ? { precision: 'century', firstYear } : undefined;
}

function readDay(year: number, monthText?: string, dayText?: string): DatedParts | undefined {
  if (!isYear(year)) return undefined;
  if (monthText === undefined) return { precision: 'year', year };
  const month = Number(monthText);
  if (dayText === undefined) return isMonth(month) ? { precision: 'month', year, month } : undefined;
  const day = Number(dayText);
  return isRealDay(day, month, year) ? { precision: 'day', year, month, day } : undefined;
}

function readYearless(text: string): YearlessParts | undefined {
  const match = YEARLESS.exec(text);
  if (match === null) return undefined;
  const month = Number(match[1]);
  if (match[2] === undefined) return isMonth(month) ? { precision: 'yearless-month', month } : undefined;
  const day = Number(match[2]);
  return isRealDay(day, month) ? { precision: 'yearless-day', month, day } : undefined;
}

function readInterval(text: string): IntervalParts | undefined {
  const slash = text.indexOf('/');
  if (slash === -1) return undefined;
  const [fromText, toText] = [text.slice(0, slash), text.slice(slash + 1)];
  const from = readDated(fromText);
  const to = readDated(toText);
  if (from === undefined)
    return fromText === OPEN && to !== undefined ? { precision: 'interval', from, to } : undefined;
  if (to === undefined) return toText === OPEN ? { precision: 'interval', from, to } : undefined;
  return inOrder(boundsOfDated(from), boundsOfDated(to)) ? { precision: 'interval', from, to } : undefined;
}

/** Both ends count, so that neither `2000/1995` nor `2000/2000-05`, which would end within its beginning, passes. */
const inOrder = (from: DatedBounds, to: DatedBounds): boolean =>
  from.first <= to.first && from.last <= to.last;

interface DatedBounds {
  readonly first: string;
  readonly last: string;
}

function boundsOfDated(parts: DatedParts): DatedBounds {
  switch (parts.precision) {
    case 'day': {
      const day = isoDay(parts.year, parts.month, parts.day);
      return { first: day, last: day };
    }
    case 'month': {
      const { year, month } = parts;
      return { first: isoDay(year, month, 1), last: isoDay(year, month, daysInMonth(month, year)) };
    }
    case 'year':
      return wholeYears(parts.year, parts.year);
    case 'decade':
      return wholeYears(parts.firstYear, parts.firstYear + 9);
    case 'century':
      return wholeYears(parts.firstYear, parts.firstYear + 99);
  }
}

const wholeYears = (first: number, last: number): DatedBounds => ({
  first: isoDay(first, 1, 1),
  last: isoDay(last, 12, 31),
});

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
const isMonth = (month: number): boolean => month >= 1 && month <= 12;

import type { Brand } from '../brand.ts';
import { isRealDay } from './calendar.ts';
import {
  boundsOfParts,
  type EdtfBounds,
  type EdtfParts,
  isoDay,
  readEdtfParts,
  type YearlessParts,
} from './edtf-parts.ts';

/**
 * A date in the profile of EDTF (ISO 8601-2) this project uses: `1995-07-12`, `1995-07`, `1995`, `199X`, `19XX`,
 * `XXXX-07-12`, `XXXX-07`, and the intervals `A/B`, `A/..`, `../B` of the first five. Made by {@link parseEdtf} only.
 */
export type Edtf = Brand<string, 'Edtf'>;

/** How much of a date is known; `yearless-…` is the same day or month of every year. */
export type Precision = EdtfParts['precision'];

/** In nine years in a row every day of the calendar comes round, 29 February (1896, then 1904) included. */
const YEARS_WITH_EVERY_DAY = 9;

/**
 * Reads a date written in this project's profile of EDTF, years 1000 to 2999. Undefined for every other text: other
 * forms of EDTF, days that do not exist, intervals that end before they begin.
 */
export function parseEdtf(text: string): Edtf | undefined {
  return readEdtfParts(text) === undefined ? undefined : (text as Edtf);
}

/** Takes a date apart. */
export function edtfParts(date: Edtf): EdtfParts {
  const parts = readEdtfParts(date);
  if (parts === undefined)
    throw new TypeError(`Expected a date made by parseEdtf, got ${JSON.stringify(date)}`);
  return parts;
}

/** How much of a date is known. */
export const precisionOf = (date: Edtf): Precision => edtfParts(date).precision;

/** The days a date spans; undefined when it has no year, since it then spans a piece of every year. */
export const edtfBounds = (date: Edtf): EdtfBounds | undefined => boundsOfParts(edtfParts(date));

/**
 * Whether two dates share a day. `XXXX-07-12` meets every 12 July there is, so `1995`, `199X` and `1995/..` too; a
 * month meets its days.
 */
export function edtfOverlaps(a: Edtf, b: Edtf): boolean {
  const [partsA, partsB] = [edtfParts(a), edtfParts(b)];
  if (isYearless(partsA)) {
    return isYearless(partsB)
      ? samePieceOfYear(partsA, partsB)
      : comesRoundWithin(partsA, boundsOfParts(partsB));
  }
  if (isYearless(partsB)) return comesRoundWithin(partsB, boundsOfParts(partsA));
  return boundsOverlap(boundsOfParts(partsA), boundsOfParts(partsB));
}

/**
 * Whether every day of `inner` is a day of `outer`. A date without a year holds what falls on it (`XXXX-07-12` holds
 * `1995-07-12`), and only another one without a year can hold it.
 */
export function edtfContains(outer: Edtf, inner: Edtf): boolean {
  const [outside, inside] = [edtfParts(outer), edtfParts(inner)];
  if (isYearless(outside)) {
    if (!isYearless(inside)) return liesOnOneOf(outside, boundsOfParts(inside));
    const asFine = outside.precision === 'yearless-month' || inside.precision === 'yearless-day';
    return asFine && samePieceOfYear(outside, inside);
  }
  return !isYearless(inside) && boundsContain(boundsOfParts(outside), boundsOfParts(inside));
}

/**
 * Orders dates in time: by first day, then what lasts longer first (a year before its months before their days).
 * Open beginnings come first, dates without a year last, by month and day. Zero only for equal dates.
 */
export function compareEdtf(a: Edtf, b: Edtf): number {
  const [boundsA, boundsB] = [edtfBounds(a), edtfBounds(b)];
  if (boundsA === undefined || boundsB === undefined) {
    if (boundsA !== undefined) return -1;
    return boundsB === undefined ? compareText(a, b) : 1;
  }
  return (
    compareText(boundsA.first ?? BEFORE_ALL_DAYS, boundsB.first ?? BEFORE_ALL_DAYS) ||
    compareText(boundsB.last ?? AFTER_ALL_DAYS, boundsA.last ?? AFTER_ALL_DAYS) ||
    compareText(a, b)
  );
}

const BEFORE_ALL_DAYS = '';
const AFTER_ALL_DAYS = '~';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isYearless = (parts: EdtfParts): parts is YearlessParts =>
  parts.precision === 'yearless-day' || parts.precision === 'yearless-month';

function samePieceOfYear(a: YearlessParts, b: YearlessParts): boolean {
  if (a.month !== b.month) return false;
  return a.precision === 'yearless-month' || b.precision === 'yearless-month' || a.day === b.day;
}

function boundsOverlap(a: EdtfBounds | undefined, b: EdtfBounds | undefined): boolean {
  const beginsInTime = a?.first === undefined || b?.last === undefined || a.first <= b.last;
  return beginsInTime && (b?.first === undefined || a?.last === undefined || b.first <= a.last);
}

function boundsContain(outer: EdtfBounds | undefined, inner: EdtfBounds | undefined): boolean {
  const holdsBeginning =
    outer?.first === undefined || (inner?.first !== undefined && outer.first <= inner.first);
  return (
    holdsBeginning && (outer?.last === undefined || (inner?.last !== undefined && inner.last <= outer.last))
  );
}

/** Whether the bounds reach over an occurrence of a day or month that has no year. */
function comesRoundWithin(piece: YearlessParts, bounds: EdtfBounds | undefined): boolean {
  if (bounds?.first === undefined || bounds.last === undefined) return true;
  const firstYear = yearOf(bounds.first);
  const lastYear = Math.min(yearOf(bounds.last), firstYear + YEARS_WITH_EVERY_DAY);
  for (let year = firstYear; year <= lastYear; year += 1) {
    const occurrence = occurrenceIn(year, piece);
    if (occurrence !== undefined && boundsOverlap(occurrence, bounds)) return true;
  }
  return false;
}

/** Whether the bounds lie wholly within one occurrence of a day or month that has no year. */
function liesOnOneOf(piece: YearlessParts, bounds: EdtfBounds | undefined): boolean {
  if (bounds?.first === undefined) return false;
  const occurrence = occurrenceIn(yearOf(bounds.first), piece);
  return occurrence !== undefined && boundsContain(occurrence, bounds);
}

function occurrenceIn(year: number, piece: YearlessParts): EdtfBounds | undefined {
  const { month } = piece;
  // A month may end on "31" here whatever its length: it is only compared with days that exist.
  if (piece.precision === 'yearless-month')
    return { first: isoDay(year, month, 1), last: isoDay(year, month, 31) };
  if (!isRealDay(piece.day, month, year)) return undefined;
  const day = isoDay(year, month, piece.day);
  return { first: day, last: day };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

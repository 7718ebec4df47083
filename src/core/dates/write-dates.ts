import type { Locale, Localized } from '../locale.ts';
import { type Edtf, edtfParts } from './edtf.ts';
import type { DatedParts, EdtfParts, IntervalParts } from './edtf-parts.ts';

/** `short` for lists and labels ("12/7/1995"), `long` for sentences ("ngày 12 tháng 7 năm 1995"). */
export type DateStyle = 'short' | 'long';

type DayParts = Extract<DatedParts, { precision: 'day' }>;
type Writer<Parts> = (parts: Parts, style: DateStyle) => string;

const WRITERS: Localized<Writer<EdtfParts>> = { vi: writeVietnamese, en: writeEnglish };

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Writes a date in words. What it writes is read back as the same date by `parseDateExpression` in the same language,
 * centuries and decades included; Vietnamese days are day first, English months are names.
 */
export const writeDate = (date: Edtf, language: Locale, style: DateStyle): string =>
  WRITERS[language](edtfParts(date), style);

function writeVietnamese(parts: EdtfParts, style: DateStyle): string {
  const isLong = style === 'long';
  switch (parts.precision) {
    case 'day':
      return isLong
        ? `ngày ${parts.day} tháng ${parts.month} năm ${parts.year}`
        : `${parts.day}/${parts.month}/${parts.year}`;
    case 'month':
      return isLong ? `tháng ${parts.month} năm ${parts.year}` : `tháng ${parts.month}/${parts.year}`;
    case 'year':
      return isLong ? `năm ${parts.year}` : String(parts.year);
    case 'decade':
      return `thập niên ${parts.firstYear}`;
    case 'century':
      return `thế kỷ ${centuryOrdinal(parts.firstYear)}`;
    case 'yearless-day':
      return isLong ? `ngày ${parts.day} tháng ${parts.month}` : `${parts.day}/${parts.month}`;
    case 'yearless-month':
      return `tháng ${parts.month}`;
    case 'interval':
      return writeVietnameseInterval(parts, style);
  }
}

function writeVietnameseInterval({ from, to }: IntervalParts, style: DateStyle): string {
  const days = daysOfOneMonth(from, to);
  if (days !== undefined) {
    const [first, { month, year, day }] = days;
    const daysText = `${first.day}–${day}`;
    return style === 'long' ? `ngày ${daysText} tháng ${month} năm ${year}` : `${daysText}/${month}/${year}`;
  }
  if (from !== undefined && to !== undefined) {
    if (from.precision === 'year' && to.precision === 'year')
      return writeYears(from.year, to.year, style, 'từ', 'đến');
    return `từ ${writeVietnamese(from, style)} đến ${writeVietnamese(to, style)}`;
  }
  if (from !== undefined) return `từ ${writeVietnamese(from, style)}`;
  return to === undefined ? '' : `đến ${writeVietnamese(to, style)}`;
}

function writeEnglish(parts: EdtfParts, style: DateStyle): string {
  switch (parts.precision) {
    case 'day':
      return `${monthName(parts.month, style)} ${parts.day}, ${parts.year}`;
    case 'month':
      return `${monthName(parts.month, style)} ${parts.year}`;
    case 'year':
      return String(parts.year);
    case 'decade':
      return writeEnglishDecade(parts.firstYear);
    case 'century':
      return `the ${withOrdinal(centuryOrdinal(parts.firstYear))} century`;
    case 'yearless-day':
      return `${monthName(parts.month, style)} ${parts.day}`;
    case 'yearless-month':
      return monthName(parts.month, style);
    case 'interval':
      return writeEnglishInterval(parts, style);
  }
}

function writeEnglishInterval({ from, to }: IntervalParts, style: DateStyle): string {
  const days = daysOfOneMonth(from, to);
  if (days !== undefined) {
    const [first, { month, year, day }] = days;
    return `${monthName(month, style)} ${first.day}–${day}, ${year}`;
  }
  if (from !== undefined && to !== undefined) {
    if (from.precision === 'year' && to.precision === 'year')
      return writeYears(from.year, to.year, style, 'from', 'to');
    return `from ${writeEnglish(from, style)} to ${writeEnglish(to, style)}`;
  }
  if (from !== undefined) return `since ${writeEnglish(from, style)}`;
  return to === undefined ? '' : `until ${writeEnglish(to, style)}`;
}

/** "the 1900s" would be read as the century. */
const writeEnglishDecade = (firstYear: number): string =>
  firstYear % 100 === 0 && firstYear !== 2000 ? `the decade of the ${firstYear}s` : `the ${firstYear}s`;

const writeYears = (from: number, to: number, style: DateStyle, fromWord: string, toWord: string): string =>
  style === 'long' ? `${fromWord} ${from} ${toWord} ${to}` : `${from}–${to}`;

/** Both ends when they are different days of one month. */
function daysOfOneMonth(
  from: DatedParts | undefined,
  to: DatedParts | undefined,
): readonly [DayParts, DayParts] | undefined {
  if (from?.precision !== 'day' || to?.precision !== 'day') return undefined;
  return from.year === to.year && from.month === to.month && from.day < to.day ? [from, to] : undefined;
}

const centuryOrdinal = (firstYear: number): number => firstYear / 100 + 1;

function monthName(month: number, style: DateStyle): string {
  const name = MONTHS[month - 1] ?? '';
  return style === 'long' ? name : name.slice(0, 3);
}

/** Centuries go from the 11th to the 30th, so that 11th to 13th are the only exceptions. */
function withOrdinal(value: number): string {
  const lastDigit = value > 13 ? value % 10 : 0;
  return `${value}${['th', 'st', 'nd', 'rd'][lastDigit] ?? 'th'}`;
}

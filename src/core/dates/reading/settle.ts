import type { Locale } from '../../locale.ts';
import { type Edtf, parseEdtf } from '../edtf.ts';
import { twoDigits } from '../edtf-parts.ts';
import { type LooseDate, type LoosePhrase, type LooseYear, withYear, yearOf } from './loose-date.ts';

/** What a phrase turns out to mean. */
export type Settled =
  | { readonly kind: 'date'; readonly edtf: Edtf; readonly assumedCentury: boolean }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Edtf[]; readonly assumedCentury: boolean }
  /** Reads like a date, but there is no such day or month. */
  | { readonly kind: 'impossible' }
  /** A range whose end comes before its beginning. */
  | { readonly kind: 'reversed'; readonly from: Edtf; readonly to: Edtf }
  /** Understood, but no date of the profile: "from 22 to 25 May" of any year. */
  | { readonly kind: 'unsayable' };

type Order = 'day-first' | 'month-first';

/**
 * Decides what a phrase means. Bare numbers that can be read in one order only are read in it; those that can be read
 * in both are day first in Vietnamese and ambiguous in English, month first listed first.
 */
export function settle(phrase: LoosePhrase, language: Locale): Settled {
  const dayFirst = settleIn('day-first', phrase);
  if (!isSwappable(phrase)) return dayFirst;
  const monthFirst = settleIn('month-first', phrase);
  if (dayFirst.kind !== 'date') return monthFirst.kind === 'date' ? monthFirst : dayFirst;
  if (language === 'vi' || monthFirst.kind !== 'date' || monthFirst.edtf === dayFirst.edtf) return dayFirst;
  const { assumedCentury } = dayFirst;
  return { kind: 'ambiguous', candidates: [monthFirst.edtf, dayFirst.edtf], assumedCentury };
}

function isSwappable(phrase: LoosePhrase): boolean {
  const dates =
    phrase.kind === 'single'
      ? [phrase.date]
      : phrase.kind === 'range'
        ? [phrase.from, phrase.to]
        : [phrase.from];
  return dates.some((date) => date.kind === 'day' && date.swappable);
}

function settleIn(order: Order, phrase: LoosePhrase): Settled {
  switch (phrase.kind) {
    case 'single':
      return settleDate(ordered(phrase.date, order));
    case 'ongoing':
      return settleOngoing(ordered(phrase.from, order));
    case 'range':
      return settleRange(ordered(phrase.from, order), ordered(phrase.to, order));
  }
}

function ordered(date: LooseDate, order: Order): LooseDate {
  if (date.kind !== 'day' || !date.swappable || order === 'day-first') return date;
  return { ...date, day: date.month, month: date.day };
}

function settleDate(date: LooseDate): Settled {
  if (date.kind === 'exact' && date.orElse !== undefined) {
    return { kind: 'ambiguous', candidates: [date.edtf, date.orElse], assumedCentury: date.assumedCentury };
  }
  const edtf = parseEdtf(textOf(date));
  return edtf === undefined
    ? { kind: 'impossible' }
    : { kind: 'date', edtf, assumedCentury: isAssumed(date) };
}

function settleOngoing(from: LooseDate): Settled {
  if (parseEdtf(textOf(from)) === undefined) return { kind: 'impossible' };
  const edtf = parseEdtf(`${textOf(from)}/..`);
  return edtf === undefined ? { kind: 'unsayable' } : { kind: 'date', edtf, assumedCentury: isAssumed(from) };
}

function settleRange(loosely: LooseDate, to: LooseDate): Settled {
  const from = withYear(loosely, yearOf(loosely) ?? yearOf(to));
  const until = withYear(to, yearOf(to) ?? yearOf(loosely));
  const asWritten = settleInterval(from, until);
  if (asWritten.kind !== 'reversed') return asWritten;
  // "from 30 December to 2 January 1996" crosses New Year: the year that was left out is the neighbouring one.
  if (yearOf(loosely) === undefined) return settleInterval(withYear(from, moved(yearOf(from), -1)), until);
  if (yearOf(to) === undefined) return settleInterval(from, withYear(until, moved(yearOf(until), 1)));
  return asWritten;
}

function settleInterval(from: LooseDate, to: LooseDate): Settled {
  const [a, b] = [parseEdtf(textOf(from)), parseEdtf(textOf(to))];
  if (a === undefined || b === undefined) return { kind: 'impossible' };
  if (a === b || !canEndInterval(a) || !canEndInterval(b)) return { kind: 'unsayable' };
  const edtf = parseEdtf(`${a}/${b}`);
  if (edtf === undefined) return { kind: 'reversed', from: a, to: b };
  return { kind: 'date', edtf, assumedCentury: isAssumed(from) || isAssumed(to) };
}

const NO_YEAR = 'XXXX';

const canEndInterval = (date: Edtf): boolean => !date.startsWith(NO_YEAR) && !date.includes('/');

const moved = (year: LooseYear | undefined, by: number): LooseYear | undefined =>
  year === undefined ? undefined : { ...year, value: year.value + by };

const isAssumed = (date: LooseDate): boolean =>
  date.kind === 'exact' ? date.assumedCentury : (date.year?.assumedCentury ?? false);

function textOf(date: LooseDate): string {
  if (date.kind === 'exact') return date.edtf;
  const year = date.year === undefined ? NO_YEAR : String(date.year.value);
  switch (date.kind) {
    case 'year':
      return year;
    case 'month':
      return `${year}-${twoDigits(date.month)}`;
    case 'day':
      return `${year}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
  }
}

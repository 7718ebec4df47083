import type { Locale } from '../locale.ts';
import { type Edtf, edtfParts } from './edtf.ts';
import { type FoundDate, findDates, singleYearOf } from './reading/find-dates.ts';
import type { Approximation, Relation } from './reading/qualifiers.ts';
import { scanTokens, type Token } from './reading/tokens.ts';

/** A date in a text. */
export interface DateMention {
  /** UTF-16 offsets into the text; `end` is the first unit behind. Mentions come in order and do not overlap. */
  readonly start: number;
  readonly end: number;
  /**
   * - `date`: `edtf` says which.
   * - `ambiguous`: one of `candidates`, "7/11" in English.
   * - `impossible`: reads like a date, but there is no such day, "31/2".
   */
  readonly kind: 'date' | 'ambiguous' | 'impossible';
  readonly edtf?: Edtf;
  /** What an ambiguous date can mean, month first before day first; else empty. */
  readonly candidates: readonly Edtf[];
  /** Only two digits of the year are there; the latest such year not in the future was taken. */
  readonly assumedCentury?: true;
  /** "đầu năm 1995": a part of the date, or near it. */
  readonly approximate?: Approximation;
  /** "từ năm 2010": on which side of the date something lies. */
  readonly relation?: Relation;
}

/** What a text is read with. */
export interface ReadDatesOptions {
  /** The language of the text, or of who wrote it: decides the order of day and month in "7/11". */
  readonly language: Locale;
  /** A day. */
  readonly today: Edtf;
  /** The date spoken of before the text; when it lies in one year, "năm năm sau" counts from there. */
  readonly context?: Edtf;
  /**
   * The text is a question put today: "hôm nay", "năm ngoái", "20 years ago" count from today, and "30/4" is a day
   * without a word such as "ngày" before it when it ends the question or a word about happenings is beside it.
   */
  readonly relativeToToday?: boolean;
}

/**
 * Finds the dates in a Vietnamese, English or mixed text, with or without diacritics, in any normalisation form. Both
 * languages are understood whatever `language` says.
 *
 * Nothing is guessed. "12/7" without a year is a date only behind "ngày", "mùng", a time of day, a weekday or "on"
 * (else it is as often a fraction); four digits are a year from 1700 to 2099 unless they count or measure something
 * ("2000 người", "1.995", "hơn 1995"); lunar dates and relative ones whose amount is not sure are left out.
 */
export function readDates(text: string, options: ReadDatesOptions): readonly DateMention[] {
  const tokens = scanTokens(text);
  const found = findDates({
    tokens,
    language: options.language,
    today: calendarDay(options.today),
    question: options.relativeToToday === true,
    whole: false,
    lastYear: options.context === undefined ? undefined : singleYearOf(options.context),
  });
  return found.map((date) => mentionOf(date, tokens));
}

/** A day in numbers. */
export function calendarDay(today: Edtf): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const parts = edtfParts(today);
  if (parts.precision !== 'day') throw new TypeError(`Expected a day for today, got ${today}`);
  return parts;
}

function mentionOf({ settled, qualifiers, next }: FoundDate, tokens: readonly Token[]): DateMention {
  const { approximate, relation } = qualifiers;
  const place = { start: tokens[qualifiers.first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
  const qualified = {
    ...place,
    ...(approximate === undefined ? {} : { approximate }),
    ...(relation === undefined ? {} : { relation }),
  };
  switch (settled.kind) {
    case 'date':
      return {
        ...qualified,
        kind: 'date',
        edtf: settled.edtf,
        candidates: [],
        ...assumed(settled.assumedCentury),
      };
    case 'ambiguous':
      return {
        ...qualified,
        kind: 'ambiguous',
        candidates: settled.candidates,
        ...assumed(settled.assumedCentury),
      };
    default:
      return { ...place, kind: 'impossible', candidates: [] };
  }
}

const assumed = (assumedCentury: boolean): { readonly assumedCentury?: true } =>
  assumedCentury ? { assumedCentury } : {};

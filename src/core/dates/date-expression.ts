import type { Locale } from '../locale.ts';
import { dayBefore } from './calendar.ts';
import { type Edtf, edtfBounds, edtfParts, parseEdtf } from './edtf.ts';
import { isoDay, twoDigits } from './edtf-parts.ts';
import { calendarDay } from './read-dates.ts';
import { type FoundDate, findDates } from './reading/find-dates.ts';
import type { Relation } from './reading/qualifiers.ts';
import { scanTokens } from './reading/tokens.ts';

/** What somebody who names a date means by it. */
export type DateExpression =
  | {
      readonly kind: 'date';
      readonly edtf: Edtf;
      /** Only two digits of the year were given; the latest such year not in the future was taken. */
      readonly assumedCentury?: true;
    }
  /** One of several dates, to be asked back; of "7/11" month first, then day first. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Edtf[]; readonly assumedCentury?: true }
  | DateProblem;

/** Why a text names no date. */
export type DateProblem =
  | { readonly kind: 'problem'; readonly problem: 'empty' }
  /** No date is understood, or more than a date is there. `text` may be cut. */
  | { readonly kind: 'problem'; readonly problem: 'unreadable'; readonly text: string }
  /** There is no such day or month. */
  | { readonly kind: 'problem'; readonly problem: 'impossible'; readonly text: string }
  /** A range that ends before it begins. */
  | { readonly kind: 'problem'; readonly problem: 'reversed'; readonly from: Edtf; readonly to: Edtf };

/** What a date expression is read with. */
export interface DateExpressionOptions {
  /** Decides the order of day and month in "7/11". */
  readonly language: Locale;
  /** A day. */
  readonly today: Edtf;
}

/** No date takes more characters than this, however it is put. */
const MAX_CHARS = 200;
const EDTF_CHARACTERS = /^[\dXx./-]+$/;
/** Digits or X where EDTF has them, whatever they say. */
const EDTF_SHAPE = /^[\dX]{4}-\d\d(?:-\d\d)?$/;

/**
 * Reads a text that is one date and nothing else: EDTF, everything `readDates` finds in a text, and what is a date
 * only because nothing else is there ("12/7", "30.4", "T8/95", "since 2000", "trước 1954", "hôm nay"). Anything left
 * over, a question mark included, makes it unreadable.
 */
export function parseDateExpression(text: string, options: DateExpressionOptions): DateExpression {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'problem', problem: 'empty' };
  if (trimmed.length > MAX_CHARS) return unreadable(trimmed.slice(0, MAX_CHARS));
  return readEdtf(trimmed) ?? readWords(trimmed, options);
}

function readEdtf(text: string): DateExpression | undefined {
  if (!EDTF_CHARACTERS.test(text)) return undefined;
  const upper = text.toUpperCase();
  const edtf = parseEdtf(upper);
  if (edtf !== undefined) return { kind: 'date', edtf };
  if (EDTF_SHAPE.test(upper)) return { kind: 'problem', problem: 'impossible', text };
  const [from, to, ...rest] = upper.split('/').map(parseEdtf);
  if (from === undefined || to === undefined || rest.length > 0 || !isDated(from) || !isDated(to))
    return undefined;
  return { kind: 'problem', problem: 'reversed', from, to };
}

const isDated = (date: Edtf): boolean => edtfBounds(date) !== undefined;

function readWords(text: string, { language, today }: DateExpressionOptions): DateExpression {
  const tokens = scanTokens(text);
  const [found, ...others] = findDates({
    tokens,
    language,
    today: calendarDay(today),
    question: true,
    whole: true,
    lastYear: undefined,
  });
  if (found === undefined || others.length > 0) return unreadable(text);
  if (found.qualifiers.outerFirst > 0 || found.outerNext < tokens.length) return unreadable(text);
  return expressionOf(found, text);
}

function expressionOf({ settled, qualifiers: { relation } }: FoundDate, text: string): DateExpression {
  switch (settled.kind) {
    case 'date': {
      const edtf = opened(settled.edtf, relation);
      return edtf === undefined
        ? unreadable(text)
        : { kind: 'date', edtf, ...assumed(settled.assumedCentury) };
    }
    case 'ambiguous': {
      const candidates = settled.candidates.flatMap((candidate) => opened(candidate, relation) ?? []);
      if (candidates.length === 0) return unreadable(text);
      return { kind: 'ambiguous', candidates, ...assumed(settled.assumedCentury) };
    }
    case 'reversed':
      return { kind: 'problem', problem: 'reversed', from: settled.from, to: settled.to };
    case 'impossible':
      return { kind: 'problem', problem: 'impossible', text };
    case 'unsayable':
      return unreadable(text);
  }
}

/**
 * The interval on one side of a date: "since" and "after" begin with it, "until" ends with it, "before" just before
 * it. Undefined when there is none, as with dates that have no year.
 */
function opened(date: Edtf, relation: Relation | undefined): Edtf | undefined {
  switch (relation) {
    case undefined:
      return date;
    case 'since':
    case 'after':
      return parseEdtf(`${date}/..`);
    case 'until':
      return parseEdtf(`../${date}`);
    case 'before':
      return parseEdtf(`../${justBefore(date) ?? ''}`);
  }
}

/** What comes before, no coarser than it has to be: `1995-06` for `1995-07`, `1989` for `199X`. */
function justBefore(date: Edtf): string | undefined {
  const parts = edtfParts(date);
  switch (parts.precision) {
    case 'day': {
      const { year, month, day } = dayBefore(parts);
      return isoDay(year, month, day);
    }
    case 'month':
      return parts.month > 1 ? `${parts.year}-${twoDigits(parts.month - 1)}` : `${parts.year - 1}-12`;
    case 'year':
      return String(parts.year - 1);
    case 'decade':
    case 'century':
      return String(parts.firstYear - 1);
    case 'yearless-day':
    case 'yearless-month':
    case 'interval':
      return undefined;
  }
}

const unreadable = (text: string): DateProblem => ({ kind: 'problem', problem: 'unreadable', text });

const assumed = (assumedCentury: boolean): { readonly assumedCentury?: true } =>
  assumedCentury ? { assumedCentury } : {};

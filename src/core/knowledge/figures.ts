import type { Edtf } from '../dates/edtf.ts';
import type { Localized } from '../locale.ts';
import { fold } from '../text/fold.ts';
import type { Source } from './source.ts';

/** What the values of a series are written with: billions of US dollars, or nothing (people, projects). */
export const FIGURE_UNITS = ['billion-dollars', 'count'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** What one row covers: a calendar year, or the school year that begins in it. */
export const FIGURE_PERIODS = ['year', 'school-year'] as const;
export type FigurePeriod = (typeof FIGURE_PERIODS)[number];

/** How a source hedges a value. */
export const APPROXIMATIONS = ['about', 'over', 'under', 'nearly'] as const;
export type FigureApproximation = (typeof APPROXIMATIONS)[number];

/** One value of a series: a row of `figures/*.csv`. */
export interface Figure {
  /** Id of its documents, one in each language. */
  readonly documentId: string;
  /** A school year is the year it begins in. */
  readonly year: number;
  /** In the unit of its series. */
  readonly value: number;
  readonly approximation?: FigureApproximation;
  /** A day, month or year within {@link year}, for what adds up over time. */
  readonly asOf?: Edtf;
  /** Whose count it is; the two countries count their trade differently. */
  readonly countedBy: Localized;
  readonly source: Source;
  /** For editors. */
  readonly note?: string;
}

/** Words of a question as {@link wordingForm} has them, so that they can be found in any spelling of it. */
export interface Wording {
  /** In order, with any words in between; each part with one space before, between and behind its words. */
  readonly parts: readonly string[];
  /** Number of its words. */
  readonly length: number;
}

/** A word as wordings are compared: without diacritics, and with "i" for "y", as in "Mĩ" for "Mỹ". */
export const wordingForm = (word: string): string => fold(word).replaceAll('y', 'i');

/** The same quantity over the years, such as US imports from Vietnam. */
export interface FigureSeries {
  readonly id: string;
  readonly title: Localized;
  readonly unit: FigureUnit;
  readonly period: FigurePeriod;
  /** Wordings by which a question asks about the series, of both languages. */
  readonly asks: readonly Wording[];
  /** Wordings with which a question asks about something else after all. */
  readonly unless: readonly Wording[];
  /** By year; a year has several where counts differ. */
  readonly figures: readonly Figure[];
}

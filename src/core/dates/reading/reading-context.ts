import type { Locale } from '../../locale.ts';
import type { CalendarDay } from '../calendar.ts';
import type { LooseDate } from './loose-date.ts';
import type { Token } from './tokens.ts';

/** What a rule may look at besides the words in front of it. */
export interface ReadingContext {
  readonly tokens: readonly Token[];
  /** Decides whether "7/11" begins with the day or the month; both vocabularies are always understood. */
  readonly language: Locale;
  readonly today: CalendarDay;
  /** The text is a question put today, so "năm ngoái" means last year. */
  readonly question: boolean;
  /** The whole text is meant as one date, so forms count that mean other things in running text ("30.4"). */
  readonly whole: boolean;
  /** The year the text spoke of last, when it is one year: what "năm năm sau" counts from. */
  readonly lastYear: number | undefined;
}

/** What a rule found in the tokens before `next`. */
export interface Found<Value> {
  readonly value: Value;
  /** Index of the first token behind. */
  readonly next: number;
}

/** A date that stands by itself, not in a range or list. */
export interface SingleDate {
  readonly date: LooseDate;
  /** It could as well be something else ("1/3"), and is a date only in company. */
  readonly isWeak: boolean;
}

/** A rule: reads the date that begins at a token, or nothing. Looks at a bounded number of tokens. */
export type SingleReader = (context: ReadingContext, at: number) => Found<SingleDate> | undefined;

/** What a rule returns for a date that is one beyond doubt. */
export const sure = (date: LooseDate, next: number): Found<SingleDate> => ({
  value: { date, isWeak: false },
  next,
});

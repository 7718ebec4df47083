import {
  CENTURY_WORDS,
  ENGLISH_CENTURIES,
  readCenturyFigure,
  readCenturyName,
  readVietnameseCentury,
} from './centuries.ts';
import { COUNT_WORDS } from './counts.ts';
import { DAY_WORD, readDayFigure, readDayNumberWord, readDayWord } from './days.ts';
import {
  DECADE,
  DECADE_WORDS,
  ENGLISH_DECADES,
  readDecadeFigure,
  readDecadeName,
  readDecadeOfThe,
  readVietnameseDecade,
} from './decades.ts';
import { ENGLISH_MONTHS, readMonthName } from './english-months.ts';
import { readNumericDate } from './numeric-dates.ts';
import { QUARTER_WORDS, readQuarter } from './quarters.ts';
import type { Found, ReadingContext, SingleDate, SingleReader } from './reading-context.ts';
import {
  FROM_TODAY_WORDS,
  readFromToday,
  readYearPhrase,
  readYearsApart,
  YEARS_APART_WORDS,
} from './relative-dates.ts';
import type { Token } from './tokens.ts';
import { MONTH_LETTER, MONTH_WORD, readMonthLetter, readMonthWord } from './vietnamese-months.ts';
import { APOSTROPHES, isSymbol, type WordSet } from './vocabulary.ts';
import {
  RELATIVE_YEAR_WORDS,
  readApostropheYear,
  readBareYear,
  readColloquialYear,
  readYearWord,
  YEAR_WORD,
} from './years.ts';

/** Rules that begin with a word, by the words they begin with; the first that reads something wins. */
const WORD_RULES: ReadonlyMap<string, readonly SingleReader[]> = indexed([
  [FROM_TODAY_WORDS, readFromToday],
  [YEARS_APART_WORDS, readYearsApart],
  [RELATIVE_YEAR_WORDS, readYearPhrase],
  [COUNT_WORDS, readDayNumberWord],
  [DECADE_WORDS, readVietnameseDecade],
  [CENTURY_WORDS, readVietnameseCentury],
  [QUARTER_WORDS, readQuarter],
  [DAY_WORD, readDayWord],
  [MONTH_WORD, readMonthWord],
  [MONTH_LETTER, readMonthLetter],
  [YEAR_WORD, readYearWord],
  [ENGLISH_MONTHS, readMonthName],
  [DECADE, readDecadeOfThe],
  [ENGLISH_DECADES, readDecadeName],
  [ENGLISH_CENTURIES, readCenturyName],
]);
const NUMBER_RULES = [
  readYearsApart,
  readCenturyFigure,
  readDecadeFigure,
  readNumericDate,
  readDayFigure,
  readBareYear,
  readColloquialYear,
] as const;
const APOSTROPHE_RULES = [readDecadeFigure, readApostropheYear] as const;
const NO_RULES: readonly SingleReader[] = [];

/** Reads the one date that begins at a token. Says nothing about what stands before and behind it. */
export function readSingleDate(context: ReadingContext, at: number): Found<SingleDate> | undefined {
  for (const read of rulesFor(context.tokens[at])) {
    const found = read(context, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether some rule begins with such a token: a quick no for nearly all words of a text. */
export const canBeginDate = (token: Token | undefined): boolean => rulesFor(token).length > 0;

function rulesFor(token: Token | undefined): readonly SingleReader[] {
  if (token?.kind === 'number') return NUMBER_RULES;
  if (token?.kind === 'word') return WORD_RULES.get(token.text) ?? NO_RULES;
  return isSymbol(token, APOSTROPHES) ? APOSTROPHE_RULES : NO_RULES;
}

function indexed(
  rules: readonly (readonly [WordSet, SingleReader])[],
): ReadonlyMap<string, readonly SingleReader[]> {
  const index = new Map<string, SingleReader[]>();
  for (const [words, read] of rules) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), read]);
  }
  return index;
}

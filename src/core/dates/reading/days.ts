import { announcesDuration, countsSomething } from './amounts.ts';
import { readVietnameseNumber } from './counts.ts';
import { isMonthName, isOrdinal, readDayNumber, readEnglishMonth } from './english-months.ts';
import { looseDay } from './loose-date.ts';
import { readNumericDay } from './numeric-dates.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { isLunar, MONTH_WORD, readVietnameseMonth } from './vietnamese-months.ts';
import { HYPHENS, isSymbol, isWord, wordSet } from './vocabulary.ts';
import { readYearTail } from './years.ts';

/** What a Vietnamese day begins with; "mùng" and "mồng" stand before the first ten. */
export const DAY_WORD = wordSet('ngày mùng mồng');
const OF = wordSet('of');

/** "ngày 12 tháng 7 năm 1995", "ngày 12/7", "mùng 4 tháng 7", "ngày ba mươi tháng tư". */
export const readDayWord: SingleReader = (context, at) => {
  const dayAt = behindDayWords(context.tokens, at);
  return (
    readNumericDay(context, dayAt) ??
    readDayOfVietnameseMonth(context, dayAt, true) ??
    readDayOfEnglishMonth(context, dayAt) ??
    readDayInWords(context, dayAt)
  );
};

/** "12 tháng 7 năm 1995", "11 July 1995", "the 4th of July". */
export const readDayFigure: SingleReader = (context, at) =>
  readDayOfVietnameseMonth(context, at, false) ?? readDayOfEnglishMonth(context, at);

/** Behind "ngày", "mùng" and "ngày mùng". */
export function behindDayWords(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 2 && isWord(tokens[next], DAY_WORD)) next += 1;
  return next;
}

/** The month behind a day, and the year when it is there. */
export function readMonthOfDay(context: ReadingContext, day: number, at: number): ReturnType<SingleReader> {
  if (!isWord(context.tokens[at], MONTH_WORD)) return undefined;
  const month = readVietnameseMonth(context.tokens, at + 1);
  if (month === undefined || isLunar(context.tokens, month.next)) return undefined;
  const year = readYearTail(context, month.next);
  return sure(looseDay(day, month.value, year?.value), year?.next ?? month.next);
}

function readDayOfVietnameseMonth(
  context: ReadingContext,
  at: number,
  isLed: boolean,
): ReturnType<SingleReader> {
  const { tokens } = context;
  const day = readPlainDay(tokens, at);
  const found = day === undefined ? undefined : readMonthOfDay(context, day.value, day.next);
  if (found === undefined) return undefined;
  const hasYear = found.value.date.kind === 'day' && found.value.date.year !== undefined;
  if (isLed || hasYear || context.whole) return found;
  // "trong 6 tháng 5 đoàn", "3 tháng 8 ngày": months are counted here.
  return announcesDuration(tokens, at) || countsSomething(tokens, found.next) ? undefined : found;
}

function readDayOfEnglishMonth(context: ReadingContext, at: number): ReturnType<SingleReader> {
  const { tokens } = context;
  const day = readDayNumber(tokens, at);
  if (day === undefined) return undefined;
  const isHyphenated =
    isSymbol(glued(tokens, day.next), HYPHENS) && glued(tokens, day.next + 1) !== undefined;
  const monthAt = isHyphenated || isWord(tokens[day.next], OF) ? day.next + 1 : day.next;
  const month = readEnglishMonth(tokens, monthAt);
  if (month === undefined) return undefined;
  const year = readYearTail(context, month.next);
  if (year !== undefined) return sure(looseDay(day.value, month.value, year.value), year.next);
  if (day.value > 31 || isHyphenated) return undefined;
  const isMonth = isOrdinal(tokens, at) || isMonthName(context, monthAt);
  return isMonth ? sure(looseDay(day.value, month.value, undefined), month.next) : undefined;
}

function readDayInWords(context: ReadingContext, at: number): ReturnType<SingleReader> {
  const day = readVietnameseNumber(context.tokens, at);
  return day === undefined ? undefined : readMonthOfDay(context, day.value, day.next);
}

/** "ba mươi tháng tư"; up to twelve the first number may as well count months, "hai tháng chín". */
export const readDayNumberWord: SingleReader = (context, at) => {
  const day = readVietnameseNumber(context.tokens, at);
  return day === undefined || (day.value <= 12 && !context.whole) ? undefined : readDayInWords(context, at);
};

function readPlainDay(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 2
    ? { value: token.value, next: at + 1 }
    : undefined;
}

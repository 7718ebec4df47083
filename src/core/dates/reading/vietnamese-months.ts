import { countsSomething, isMeasured } from './amounts.ts';
import { isVietnameseTen, vietnameseDigit } from './counts.ts';
import { looseMonth } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { isSymbol, isWord, phraseEnd, phrases, type WordSet, wordSet } from './vocabulary.ts';
import { readYearTail, YEAR_WORD } from './years.ts';

/** What a month begins with in Vietnamese; "thg" in chats. */
export const MONTH_WORD = wordSet('tháng thg');
/** "T8/1995". */
export const MONTH_LETTER = wordSet('t th');
const JANUARY = wordSet('giêng');
/** Months that are written "tháng Một" and so on; "tháng Mười Một" is made of two. */
const ELEVENTH_AND_TWELFTH: ReadonlyMap<number, number> = new Map([
  [1, 11],
  [2, 12],
]);
/** "tháng Mười hai bên": here "hai" counts what follows. */
const COUNTED_IN_TWOS = wordSet('bên nước nhà chính quốc phía ông bà người đoàn vị tổng');
/** In "tháng năm" and, without diacritics, "thang sau" the second word is more often "year" and "next". */
const DOUBTFUL_NAMES: WordSet = new Set([...wordSet('năm'), 'sau']);
/** A month of the lunar calendar, which is another month of the solar one every year. */
const LUNAR = phrases('âm lịch');
/** The names of the years of the lunar calendar, "năm Canh Tý", are made of a stem and a branch. */
const STEMS = wordSet('giáp ất bính đinh mậu kỷ canh tân nhâm quý');
const BRANCHES = wordSet('tý tí sửu dần mão mẹo thìn tỵ tị ngọ mùi thân dậu tuất hợi');

/** A month in figures or words behind "tháng"; numbers above 12 are given as they stand. `at` is behind "tháng". */
export function readVietnameseMonth(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return token.text.length <= 2 ? { value: token.value, next: at + 1 } : undefined;
  }
  if (isWord(token, JANUARY)) return { value: 1, next: at + 1 };
  if (isVietnameseTen(token)) {
    const unit = ELEVENTH_AND_TWELFTH.get(vietnameseDigit(tokens[at + 1]) ?? 0);
    const isOneMonth = unit !== undefined && !isWord(tokens[at + 2], COUNTED_IN_TWOS);
    return isOneMonth ? { value: unit, next: at + 2 } : { value: 10, next: at + 1 };
  }
  const digit = vietnameseDigit(token);
  return digit === undefined ? undefined : { value: digit, next: at + 1 };
}

/** Whether a date that ends just before `at` is one of the lunar calendar. */
export function isLunar(tokens: readonly Token[], at: number): boolean {
  const behind = isSymbol(tokens[at], '(,') ? at + 1 : at;
  if (phraseEnd(tokens, behind, LUNAR) !== undefined) return true;
  if (!isWord(tokens[behind], YEAR_WORD)) return false;
  return isWord(tokens[behind + 1], STEMS) && isWord(tokens[behind + 2], BRANCHES);
}

/** "tháng 8 năm 1995", "tháng 8/1995", "tháng Bảy". */
export const readMonthWord: SingleReader = (context, at) => {
  const { tokens, whole } = context;
  const month = readVietnameseMonth(tokens, at + 1);
  if (month === undefined) return undefined;
  const year = readYearTail(context, month.next);
  if (year !== undefined) return sure(looseMonth(month.value, year.value), year.next);
  const stands = whole || canStandWithoutYear(context, at, month);
  return stands ? sure(looseMonth(month.value, undefined), month.next) : undefined;
};

function canStandWithoutYear(
  { tokens, question }: ReadingContext,
  at: number,
  month: Found<number>,
): boolean {
  if (isMeasured(tokens, at) || isLunar(tokens, month.next)) return false;
  const name = tokens[at + 1];
  if (name?.kind === 'number') return !countsSomething(tokens, month.next);
  if (isWord(name, DOUBTFUL_NAMES)) return name?.capital === true || (question && name?.text === 'năm');
  return !isWord(tokens[month.next], COUNTED_IN_TWOS);
}

/** "T8/1995"; the letter alone says nothing, "T7" is also a Saturday. */
export const readMonthLetter: SingleReader = (context, at) => {
  const { tokens } = context;
  if (glued(tokens, at + 1) === undefined) return undefined;
  const month = readVietnameseMonth(tokens, at + 1);
  if (month === undefined || tokens[at + 1]?.kind !== 'number') return undefined;
  const behind = tokens[month.next];
  const isYearNext = isSymbol(glued(tokens, month.next), '/-.') || isWord(behind, YEAR_WORD);
  if (!isYearNext && behind?.kind !== 'number') return undefined;
  const year = readYearTail(context, month.next);
  return year === undefined ? undefined : sure(looseMonth(month.value, year.value), year.next);
};

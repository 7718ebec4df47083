import { announcesDocument, countsSomething } from './amounts.ts';
import { type LooseYear, looseDay, looseMonth } from './loose-date.ts';
import {
  type Found,
  type ReadingContext,
  type SingleDate,
  type SingleReader,
  sure,
} from './reading-context.ts';
import { isSchoolYear } from './school-years.ts';
import { glued, type Token } from './tokens.ts';
import { HYPHENS, isSymbol, isWord, phraseStart, phrases, wordSet } from './vocabulary.ts';
import { readFullYear, readShortYear, readYearTail, YEAR_WORD } from './years.ts';

/** What can stand before "12/7" so that it is a day: a time of day, a weekday, "on". */
const DAY_LEADS = wordSet('ngày hôm mùng mồng sáng trưa chiều tối đêm khuya on dịp');
const WEEKDAYS = phrases(
  ...['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
);
/** Behind or before these a question that holds "30/4" asks about the day. */
const BEFORE_DAY_IN_QUESTION = wordSet('kiện vào trước sau từ đến tới lễ niệm before after since');
const BEHIND_DAY_IN_QUESTION = wordSet('là có năm vào xảy diễn thì hằng hàng ai what which who is was in');
/** "on 1/3 of the land". */
const PART_OF = wordSet('of');
/** "24/7" is round the clock. */
const ROUND_THE_CLOCK = { first: 24, second: 7 } as const;

/** "12/7/1995", "12-7-95", "1995-07-12", "8/1995", "12/7". */
export const readNumericDate: SingleReader = (context, at) =>
  readYearFirst(context, at) ??
  readDayMonthYear(context, at, false) ??
  readMonthYear(context, at) ??
  readDayMonth(context, at, false);

/** The same behind "ngày" and its like, where the day comes first and "12-7", "12.7" are days too. */
export const readNumericDay: SingleReader = (context, at) =>
  readYearFirst(context, at) ?? readDayMonthYear(context, at, true) ?? readDayMonth(context, at, true);

/** ISO 8601: "1995-07-12", "1995-07"; also "1995/7/12". */
function readYearFirst(context: ReadingContext, at: number): ReturnType<SingleReader> {
  const { tokens } = context;
  const year = readFullYear(context, at, true);
  const separator = glued(tokens, at + 1);
  if (year === undefined || !isSymbol(separator, `/.${HYPHENS}`)) return undefined;
  const month = shortNumber(glued(tokens, at + 2));
  if (month === undefined) return undefined;
  const day = isSame(glued(tokens, at + 3), separator) ? shortNumber(glued(tokens, at + 4)) : undefined;
  if (day !== undefined) return sure(looseDay(day, month, year.value), at + 5);
  const isIsoMonth = isSymbol(separator, '-') && tokens[at + 2]?.text.length === 2 && month <= 12;
  return isIsoMonth && !isSchoolYear(tokens, at, at + 3)
    ? sure(looseMonth(month, year.value), at + 3)
    : undefined;
}

function readDayMonthYear(context: ReadingContext, at: number, isLed: boolean): ReturnType<SingleReader> {
  const { tokens } = context;
  const [first, second] = [shortNumber(tokens[at]), shortNumber(tokens[at + 2])];
  const separator = tokens[at + 1];
  if (first === undefined || second === undefined) return undefined;
  if (!isSymbol(separator, `/.${HYPHENS}`) || !isSame(tokens[at + 3], separator)) return undefined;
  const isTight = [at + 1, at + 2, at + 3, at + 4].every((index) => glued(tokens, index) !== undefined);
  if (!isTight && !isSymbol(separator, '/') && !isLed && !context.whole) return undefined;
  const year =
    readFullYear(context, at + 4, isLed) ??
    (isTight ? readShortYearOfThree(context, at + 4, isLed) : undefined);
  if (year === undefined) return undefined;
  const isPlausible = !year.value.assumedCentury || isDayAndMonth(first, second);
  return isPlausible ? sure(looseDay(first, second, year.value, !isLed), year.next) : undefined;
}

/** With stops between them three short numbers are more often a section or version, "3.2.10". */
function readShortYearOfThree(
  context: ReadingContext,
  at: number,
  isLed: boolean,
): Found<LooseYear> | undefined {
  const isStopped = isSymbol(context.tokens[at - 1], '.');
  return isStopped && !isLed && !context.whole ? undefined : readShortYear(context, at);
}

/** "8/1995", "8-1995". */
function readMonthYear(context: ReadingContext, at: number): ReturnType<SingleReader> {
  const { tokens, whole } = context;
  const month = shortNumber(tokens[at]);
  const separator = glued(tokens, at + 1);
  const isTight = isSymbol(separator, '/-') && glued(tokens, at + 2) !== undefined;
  if (month === undefined || !isTight) return undefined;
  const year = readFullYear(context, at + 2, false);
  if (year !== undefined) {
    const isMonth = whole || (month >= 1 && month <= 12 && !announcesDocument(tokens, at));
    return isMonth ? sure(looseMonth(month, year.value), year.next) : undefined;
  }
  const short = whole ? readShortYear(context, at + 2) : undefined;
  // "7/95" as a whole expression: 95 is no day and no month.
  const isPlausible = short !== undefined && month <= 12 && (tokens[at + 2]?.value ?? 0) > 31;
  return isPlausible ? sure(looseMonth(month, short.value), short.next) : undefined;
}

/** "12/7", and "ngày 12-7", perhaps with "năm 1995" behind it. */
function readDayMonth(context: ReadingContext, at: number, isLed: boolean): ReturnType<SingleReader> {
  const { tokens, whole } = context;
  const [first, second] = [shortNumber(tokens[at]), shortNumber(glued(tokens, at + 2))];
  const separator = glued(tokens, at + 1);
  if (first === undefined || second === undefined || !isSymbol(separator, `/.${HYPHENS}`)) return undefined;
  const next = at + 3;
  const year = isLed || isWord(tokens[next], YEAR_WORD) ? readYearTail(context, next) : undefined;
  if (year !== undefined) return sure(looseDay(first, second, year.value, !isLed), year.next);
  const found = (isWeak: boolean): Found<SingleDate> => ({
    value: { date: looseDay(first, second, undefined, !isLed), isWeak },
    next,
  });
  if (isLed || whole) return found(false);
  if (!isDayAndMonth(first, second)) return undefined;
  const isSlash = isSymbol(separator, '/');
  if (isSlash && !announcesDocument(tokens, at) && hasDayLead(tokens, at)) {
    return found(isWord(tokens[next], PART_OF) || countsSomething(tokens, next));
  }
  return found(!(isSlash && context.question && asksAboutDay(tokens, at, next)));
}

/** Whether the words before `at` ask for a day: "sáng", "on", "Tuesday,". */
function hasDayLead(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens[at - 1], DAY_LEADS)) return true;
  const end = isSymbol(tokens[at - 1], ',') ? at - 1 : at;
  return phraseStart(tokens, end, WEEKDAYS) !== undefined;
}

/** Whether "30/4" in a question is a day: nothing but the end or a word about happenings follows. */
function asksAboutDay(tokens: readonly Token[], at: number, next: number): boolean {
  const [first, second] = [tokens[at]?.value, tokens[at + 2]?.value];
  if (first === ROUND_THE_CLOCK.first && second === ROUND_THE_CLOCK.second) return false;
  const after = tokens[next];
  if (after === undefined || after.kind === 'symbol') return !isSymbol(after, '%');
  return isWord(after, BEHIND_DAY_IN_QUESTION) || isWord(tokens[at - 1], BEFORE_DAY_IN_QUESTION);
}

const isDayAndMonth = (first: number, second: number): boolean =>
  first >= 1 && second >= 1 && first <= 31 && second <= 31 && (first <= 12 || second <= 12);

const shortNumber = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' && token.text.length <= 2 ? token.value : undefined;

const isSame = (token: Token | undefined, other: Token | undefined): boolean =>
  token?.kind === 'symbol' && token.text === other?.text;

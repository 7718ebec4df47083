import { FIRST_YEAR, LAST_YEAR } from '../calendar.ts';
import { announcesAmount, countsSomething, isMeasured } from './amounts.ts';
import { type LooseYear, looseYear } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import {
  APOSTROPHES,
  DASHES,
  firstWords,
  isSymbol,
  isWord,
  type Phrases,
  phraseEnd,
  phrases,
  type WordSet,
  wordSet,
} from './vocabulary.ts';

/** Four digits in running text are a year between these; behind "năm" or as a whole expression any year is. */
const FIRST_BARE_YEAR = 1700;
const LAST_BARE_YEAR = 2099;

/** What stands before a year in Vietnamese; it also means five. */
export const YEAR_WORD = wordSet('năm');
/** "nam" also ends "Việt Nam" and "miền Nam", typed without diacritics or not. */
const NOT_A_YEAR_WORD_BEHIND = wordSet('việt miền phía đông tây');
/** Behind these a number of four digits is a year whatever follows it. */
const YEAR_LEADS = wordSet('in since year during');
const OF = wordSet('of');
/** Behind "khoảng" or "about" a round number is as likely to be an amount. */
const ROUGHLY = wordSet('khoảng chừng about around');
const UP_TO_A_NUMBER = wordSet('đến tới to');
/** "hồi 95": how people ask. */
const COLLOQUIAL_LEADS = wordSet('hồi');
const SHORT_YEAR_LEADS = wordSet('in of since until before after from by summer spring fall');

const THIS_YEAR = phrases('năm nay', 'this year');
const YEAR_AGO = phrases('năm ngoái', 'last year');
const NEXT_YEAR = phrases('năm sau', 'năm tới', 'next year');
/** Counted from the year spoken of last. */
const SAME_YEAR = phrases('cùng năm', 'năm đó', 'năm ấy', 'that year', 'that same year', 'the same year');
const YEAR_AFTER = phrases(
  'năm sau đó',
  'một năm sau đó',
  'the following year',
  'the next year',
  'the year after',
);
const YEAR_BEFORE = phrases('năm trước đó', 'the previous year', 'the year before');

/** The words that years counted from another begin with. */
export const RELATIVE_YEAR_WORDS: WordSet = new Set(
  [THIS_YEAR, YEAR_AGO, NEXT_YEAR, SAME_YEAR, YEAR_AFTER, YEAR_BEFORE].flatMap((list) => [
    ...firstWords(list),
  ]),
);

/** The latest year with these last two digits that has begun by today. */
export function expandYear(lastTwoDigits: number, today: { readonly year: number }): LooseYear {
  const thisCentury = today.year - (today.year % 100) + lastTwoDigits;
  return { value: thisCentury > today.year ? thisCentury - 100 : thisCentury, assumedCentury: true };
}

/** Four digits that can be a year in this place. */
export function readFullYear(
  context: ReadingContext,
  at: number,
  isLed: boolean,
): Found<LooseYear> | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
  const [first, last] = isLed || context.whole ? [FIRST_YEAR, LAST_YEAR] : [FIRST_BARE_YEAR, LAST_BARE_YEAR];
  if (token.value < first || token.value > last) return undefined;
  return { value: { value: token.value, assumedCentury: false }, next: at + 1 };
}

/** Two digits, to be expanded. */
export function readShortYear(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 2) return undefined;
  return { value: expandYear(token.value, context.today), next: at + 1 };
}

/**
 * The year behind a day or month: "năm 1995", ", 1995", "/1995", "-95", "of 1995", "'95", "cùng năm". `at` is the
 * token behind the day or month.
 */
export function readYearTail(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readPlainYear(context, at);
  if (isSymbol(token, ',')) {
    return readYearBehindWord(context, at + 1) ?? readPlainYear(context, at + 1);
  }
  if (isSymbol(token, `/.${DASHES}`)) return readJoinedYear(context, at);
  if (isSymbol(token, APOSTROPHES)) {
    return glued(tokens, at + 1) === undefined ? undefined : readShortYear(context, at + 1);
  }
  if (isWord(token, OF)) return readFullYear(context, at + 1, true) ?? readRelativeYear(context, at + 1);
  return readYearBehindWord(context, at) ?? readRelativeYear(context, at);
}

function readPlainYear(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  const year = readFullYear(context, at, false);
  return year === undefined || countsSomething(context.tokens, year.next) ? undefined : year;
}

function readJoinedYear(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  const { tokens } = context;
  const isTight = glued(tokens, at) !== undefined && glued(tokens, at + 1) !== undefined;
  if (isSymbol(tokens[at], '.') && !isTight) return undefined;
  const full = readPlainYear(context, at + 1);
  if (full !== undefined) return full;
  // "tháng 7/95" and "tháng 8/05", but not "tháng 10/10".
  const isYearOnly = (tokens[at + 1]?.value ?? 0) > 12 || tokens[at + 1]?.text.startsWith('0') === true;
  return isTight && isSymbol(tokens[at], '/-') && isYearOnly ? readShortYear(context, at + 1) : undefined;
}

/** "năm 1995", "năm 95". */
function readYearBehindWord(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  if (!isWord(context.tokens[at], YEAR_WORD)) return undefined;
  const full = readFullYear(context, at + 1, true);
  if (full !== undefined) return full;
  const digitsAt = isSymbol(context.tokens[at + 1], APOSTROPHES) ? at + 2 : at + 1;
  const short = readShortYear(context, digitsAt);
  return short === undefined || countsSomething(context.tokens, short.next) ? undefined : short;
}

/** "năm ngoái" in a question; "cùng năm", "năm sau đó" behind a dated sentence. */
export function readRelativeYear(context: ReadingContext, at: number): Found<LooseYear> | undefined {
  const { tokens, question, lastYear, today } = context;
  // "Việt Nam sau này" is no "năm sau".
  if (isWord(tokens[at - 1], NOT_A_YEAR_WORD_BEHIND)) return undefined;
  if (lastYear !== undefined) {
    const fromLast = readOffset(tokens, at, lastYear, SAME_YEAR, YEAR_AFTER, YEAR_BEFORE);
    if (fromLast !== undefined) return fromLast;
  }
  if (!question) return undefined;
  // In a conversation about another year "năm sau" may be the one after it.
  const nextYear = (lastYear ?? today.year) === today.year ? NEXT_YEAR : [];
  return readOffset(tokens, at, today.year, THIS_YEAR, nextYear, YEAR_AGO);
}

function readOffset(
  tokens: readonly Token[],
  at: number,
  year: number,
  same: Phrases,
  next: Phrases,
  previous: Phrases,
): Found<LooseYear> | undefined {
  for (const [list, offset] of [[next, 1] as const, [previous, -1] as const, [same, 0] as const]) {
    const end = phraseEnd(tokens, at, list);
    if (end !== undefined) return { value: { value: year + offset, assumedCentury: false }, next: end };
  }
  return undefined;
}

/** "năm 1995"; "năm 95" where nothing can be counted with it. */
export const readYearWord: SingleReader = (context, at) => {
  const { tokens } = context;
  if (isWord(tokens[at - 1], NOT_A_YEAR_WORD_BEHIND)) return undefined;
  const year = readYearBehindWord(context, at);
  if (year === undefined) return undefined;
  if (year.value.assumedCentury && !canStandAsShortYear(context, at, year.next)) return undefined;
  return sure(looseYear(year.value), year.next);
};

/** In running text "năm 95" must end a clause: "năm 95 bộ hài cốt" and "mỗi năm 95" count something. */
function canStandAsShortYear({ tokens, question, whole }: ReadingContext, at: number, next: number): boolean {
  if (whole) return true;
  return (
    !isMeasured(tokens, at) && (question || tokens[next] === undefined || tokens[next]?.kind === 'symbol')
  );
}

/** A year without any word before it: "1995", "in 2013". */
export const readBareYear: SingleReader = (context, at) => {
  const { tokens, whole } = context;
  const year = readFullYear(context, at, false);
  if (year === undefined) return undefined;
  const found = sure(looseYear(year.value), year.next);
  if (whole || isWord(tokens[at - 1], YEAR_LEADS)) return found;
  if (announcesAmount(tokens, at) || countsSomething(tokens, year.next)) return undefined;
  if (isWord(tokens[at - 1], ROUGHLY) && year.value.value % 100 === 0) return undefined;
  const goesUpToAmount =
    isWord(tokens[year.next], UP_TO_A_NUMBER) &&
    tokens[year.next + 1]?.kind === 'number' &&
    readFullYear(context, year.next + 1, false) === undefined;
  return goesUpToAmount ? undefined : found;
};

/** "hồi 95" in a question. Up to 31 it may be a day. */
export const readColloquialYear: SingleReader = (context, at) => {
  const { tokens, question, whole } = context;
  const isAsked = question && !whole && isWord(tokens[at - 1], COLLOQUIAL_LEADS);
  if (!isAsked || (tokens[at]?.value ?? 0) <= 31) return undefined;
  const year = readShortYear(context, at);
  if (year === undefined || countsSomething(tokens, year.next)) return undefined;
  return sure(looseYear(year.value), year.next);
};

/** "in '75": an apostrophe and two digits, behind a word that asks for a time. */
export const readApostropheYear: SingleReader = (context, at) => {
  const { tokens, whole } = context;
  const isAsked = whole || isWord(tokens[at - 1], SHORT_YEAR_LEADS);
  if (!isAsked || glued(tokens, at + 1) === undefined) return undefined;
  const year = readShortYear(context, at + 1);
  if (year === undefined || countsSomething(tokens, year.next)) return undefined;
  return sure(looseYear(year.value), year.next);
};

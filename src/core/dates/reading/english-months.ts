import { countsSomething } from './amounts.ts';
import { looseDay, looseMonth } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { isSymbol, isWord, wordSet } from './vocabulary.ts';
import { readYearTail } from './years.ts';

const FULL_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...FULL_NAMES.map((name, index) => [name, index + 1] as const),
  ...FULL_NAMES.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9] as const,
]);

/** The names and abbreviations a month can begin with. */
export const ENGLISH_MONTHS: ReadonlySet<string> = new Set(MONTHS.keys());

const WHOLE_NAMES: ReadonlySet<string> = new Set(FULL_NAMES);
/** Also verbs and, in Vietnamese without diacritics, "máy" and "mấy". */
const DOUBTFUL_NAMES = wordSet('may march mar');
const ORDINALS = wordSet('st nd rd th');
const THE = wordSet('the');
const BEFORE_MONTH = wordSet('in since until till by last early mid late of from before after');
const BEFORE_DAY = wordSet('on of until since by from before after to');

/** A month by its English name; the stop of an abbreviation belongs to it. */
export function readEnglishMonth(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  const value = token?.kind === 'word' ? MONTHS.get(token.text) : undefined;
  if (token === undefined || value === undefined) return undefined;
  const isAbbreviation = !WHOLE_NAMES.has(token.text);
  return { value, next: isAbbreviation && isSymbol(glued(tokens, at + 1), '.') ? at + 2 : at + 1 };
}

/** A day of the month in figures, "4" or "4th"; above 31 as it stands. */
export function readDayNumber(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  return { value: token.value, next: isOrdinal(tokens, at) ? at + 2 : at + 1 };
}

/** Whether a number carries "st", "nd", "rd" or "th". */
export const isOrdinal = (tokens: readonly Token[], at: number): boolean =>
  isWord(glued(tokens, at + 1), ORDINALS);

/** "July 11, 1995", "July 4th", "July the 4th", "July 1995", "July". */
export const readMonthName: SingleReader = (context, at) => {
  const month = readEnglishMonth(context.tokens, at);
  if (month === undefined) return undefined;
  const day = readDayBehindMonth(context, at, month);
  if (day !== undefined) return day;
  const year = readYearTail(context, month.next);
  if (year !== undefined) return sure(looseMonth(month.value, year.value), year.next);
  return isMonthAlone(context, at) ? sure(looseMonth(month.value, undefined), month.next) : undefined;
};

function readDayBehindMonth(
  context: ReadingContext,
  at: number,
  month: Found<number>,
): ReturnType<SingleReader> {
  const { tokens } = context;
  const dayAt = isWord(tokens[month.next], THE) ? month.next + 1 : month.next;
  const day = readDayNumber(tokens, dayAt);
  if (day === undefined) return undefined;
  const year = readYearTail(context, day.next);
  if (year !== undefined) return sure(looseDay(day.value, month.value, year.value), year.next);
  const found = sure(looseDay(day.value, month.value, undefined), day.next);
  if (context.whole) return found;
  // "July 45" may be a year without its apostrophe, and "July 12 ships" the month with a number behind it.
  if (day.value > 31 || (!isOrdinal(tokens, dayAt) && countsSomething(tokens, day.next))) return undefined;
  return isMonthName(context, at) ? found : undefined;
}

/** Whether a month without day and year means the month: "in July", but neither "may" nor "Jul". */
function isMonthAlone(context: ReadingContext, at: number): boolean {
  if (context.whole) return true;
  const token = context.tokens[at];
  if (token === undefined || !WHOLE_NAMES.has(token.text)) return false;
  if (isWord(token, DOUBTFUL_NAMES)) return isWord(context.tokens[at - 1], BEFORE_MONTH);
  return token.capital || context.question;
}

/** Whether "may" or "march" is a month here; other names always are. */
export function isMonthName({ tokens, language, question, whole }: ReadingContext, at: number): boolean {
  const token = tokens[at];
  if (whole || !isWord(token, DOUBTFUL_NAMES)) return true;
  return language === 'en' && (token?.capital === true || question || isWord(tokens[at - 1], BEFORE_DAY));
}

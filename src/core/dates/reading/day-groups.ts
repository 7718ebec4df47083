import { countsSomething } from './amounts.ts';
import { type Connector, isRange, readConnector, readOpener } from './connectors.ts';
import { behindDayWords, readMonthOfDay } from './days.ts';
import { isMonthName, isOrdinal, readDayNumber, readEnglishMonth } from './english-months.ts';
import { type LooseDate, type LooseYear, looseDay, type Piece } from './loose-date.ts';
import type { Found, ReadingContext } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { isSymbol, isWord, wordSet } from './vocabulary.ts';
import { readFullYear, readShortYear, readYearTail } from './years.ts';

const THE = wordSet('the');
const OF = wordSet('of');
const MAX_DAYS = 6;

interface ListedDay {
  readonly day: number;
  readonly first: number;
  readonly next: number;
  readonly isLed: boolean;
}

interface Group {
  readonly days: readonly ListedDay[];
  readonly connectors: readonly Connector[];
  readonly month: number;
  readonly year: LooseYear | undefined;
  readonly next: number;
  /** Nothing but figures: "22-25/5", which needs more to be a date. */
  readonly isNumeric: boolean;
}

/**
 * Days that share one month and year: "ngày 25 và 26 tháng 4 năm 2016", "từ 22 đến 25/5/2016", "May 22–25, 2016".
 * Days in a row make one interval; others, and those without a year, a date each.
 */
export function readDayGroup(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const opener = readOpener(context.tokens, at);
  const start = opener?.next ?? at;
  const read = readDaysThenMonth(context, start) ?? readMonthThenDays(context, start);
  const group = opener?.value === 'between' && read !== undefined ? asRange(read) : read;
  if (group === undefined || !isPlausible(context, group, opener !== undefined)) return undefined;
  return piecesOf(group, opener === undefined ? undefined : at);
}

/** "between 22 and 25 May" has an "and" and is a range. */
const asRange = (group: Group): Group => ({
  ...group,
  connectors: group.connectors.map((connector) => (connector === 'and' ? 'range-word' : connector)),
});

function readDaysThenMonth(context: ReadingContext, at: number): Group | undefined {
  const { tokens } = context;
  const first = readListedDay(tokens, at);
  if (first === undefined) return undefined;
  const days = [first];
  const connectors: Connector[] = [];
  for (let last = first; days.length < MAX_DAYS; ) {
    const connector = readConnector(tokens, last.next);
    const day = connector === undefined ? undefined : readListedDay(tokens, connector.next);
    if (connector === undefined || day === undefined) return undefined;
    days.push(day);
    connectors.push(connector.value);
    last = day;
    const end = readMonthBehind(context, day, connectors.includes('range-dash'));
    if (end !== undefined) return { days, connectors, ...end.value, next: end.next };
  }
  return undefined;
}

type SharedMonth = Pick<Group, 'month' | 'year' | 'isNumeric'>;

function readMonthBehind(
  context: ReadingContext,
  day: ListedDay,
  isDashed: boolean,
): Found<SharedMonth> | undefined {
  const { tokens } = context;
  const vietnamese = readMonthOfDay(context, day.day, day.next);
  if (vietnamese?.value.date.kind === 'day') {
    const { month, year } = vietnamese.value.date;
    return { value: { month, year, isNumeric: false }, next: vietnamese.next };
  }
  const english = readEnglishMonth(tokens, isWord(tokens[day.next], OF) ? day.next + 1 : day.next);
  if (english !== undefined) {
    const year = readYearTail(context, english.next);
    return {
      value: { month: english.value, year: year?.value, isNumeric: false },
      next: year?.next ?? english.next,
    };
  }
  return readNumericMonth(context, day.next, isDashed);
}

/** The "/5/2016" of "22-25/5/2016". A hyphen between the days cannot also stand before the month. */
function readNumericMonth(
  context: ReadingContext,
  at: number,
  isDashed: boolean,
): Found<SharedMonth> | undefined {
  const { tokens } = context;
  const separator = glued(tokens, at);
  const month = glued(tokens, at + 1);
  if (!isSymbol(separator, isDashed ? '/.' : '/.-')) return undefined;
  if (month?.kind !== 'number' || month.text.length > 2) return undefined;
  const next = at + 2;
  const isJoined = glued(tokens, next)?.text === separator?.text && glued(tokens, next + 1) !== undefined;
  const year = isJoined
    ? (readFullYear(context, next + 1, false) ?? readShortYear(context, next + 1))
    : readYearTail(context, next);
  return { value: { month: month.value, year: year?.value, isNumeric: true }, next: year?.next ?? next };
}

function readMonthThenDays(context: ReadingContext, at: number): Group | undefined {
  const { tokens } = context;
  const month = readEnglishMonth(tokens, at);
  const first = month === undefined ? undefined : readListedDay(tokens, month.next);
  const connector = first === undefined ? undefined : readConnector(tokens, first.next);
  const last = connector === undefined ? undefined : readListedDay(tokens, connector.next);
  if (month === undefined || first === undefined) return undefined;
  if (connector === undefined || last === undefined) return undefined;
  // "May 30 to 2 June": the second day has a month of its own.
  const hasOwnMonth =
    readEnglishMonth(tokens, isWord(tokens[last.next], OF) ? last.next + 1 : last.next) !== undefined;
  if (connector.value === 'comma' || hasOwnMonth) return undefined;
  const year = readYearTail(context, last.next);
  const isDoubtful = countsSomething(tokens, last.next) || !isMonthName(context, at);
  // "July 11 and 12 leaders": without a year "and" may begin something new.
  const isOpen = connector.value === 'and' && !isOrdinal(tokens, last.next - 2);
  if (year === undefined && (isDoubtful || isOpen)) return undefined;
  return {
    days: [{ ...first, first: at, isLed: true }, last],
    connectors: [connector.value],
    month: month.value,
    year: year?.value,
    next: year?.next ?? last.next,
    isNumeric: false,
  };
}

function readListedDay(tokens: readonly Token[], at: number): ListedDay | undefined {
  const behindWords = behindDayWords(tokens, at);
  const dayAt = isWord(tokens[behindWords], THE) ? behindWords + 1 : behindWords;
  const day = readDayNumber(tokens, dayAt);
  if (day === undefined) return undefined;
  return { day: day.value, first: at, next: day.next, isLed: behindWords > at || isOrdinal(tokens, dayAt) };
}

function isPlausible({ whole }: ReadingContext, group: Group, hasOpener: boolean): boolean {
  const { days, connectors, year } = group;
  if (days.some(({ day }) => day < 1 || day > 31)) return false;
  const isLed = hasOpener || whole || days[0]?.isLed === true;
  if (group.isNumeric && year === undefined && !isLed) return false;
  if (connectors.some(isRange)) return connectors.length === 1 && isAscending(days);
  return isLed || areInARow(days);
}

function piecesOf(group: Group, openerAt: number | undefined): readonly Piece[] {
  const { days, month, year, next } = group;
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const dateOf = (day: number): LooseDate => looseDay(day, month, year);
  const isInterval = year !== undefined && (group.connectors.some(isRange) || areInARow(days));
  if (isInterval) {
    const phrase = { kind: 'range', from: dateOf(first.day), to: dateOf(last.day) } as const;
    return [{ phrase, first: openerAt ?? first.first, next }];
  }
  return days.map((listed) => ({
    phrase: { kind: 'single', date: dateOf(listed.day) },
    first: listed.first,
    next: listed === last ? next : listed.next,
  }));
}

const isAscending = (days: readonly ListedDay[]): boolean =>
  days.every(({ day }, index) => index === 0 || day > (days[index - 1]?.day ?? 0));

const areInARow = (days: readonly ListedDay[]): boolean =>
  days.every(({ day }, index) => index === 0 || day === (days[index - 1]?.day ?? 0) + 1);

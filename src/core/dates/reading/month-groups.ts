import { type Connector, isRange, type Opener, readConnector, readOpener } from './connectors.ts';
import { type LooseYear, looseMonth, type Piece } from './loose-date.ts';
import type { ReadingContext } from './reading-context.ts';
import { MONTH_WORD, readVietnameseMonth } from './vietnamese-months.ts';
import { isWord } from './vocabulary.ts';
import { readYearTail } from './years.ts';

const MAX_MONTHS = 6;

interface ListedMonth {
  readonly month: number;
  readonly first: number;
  readonly next: number;
}

interface MonthGroup {
  readonly months: readonly ListedMonth[];
  readonly connectors: readonly Connector[];
  readonly year: LooseYear;
  readonly next: number;
}

/**
 * Vietnamese months that share one year: "tháng 5 và 6 năm 1995", "tháng 5-7/1995". Months in a row make one interval,
 * others a month each. Without a year they are no group.
 */
export function readMonthGroup(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const opener = readOpener(context.tokens, at);
  const group = readMonths(context, opener?.next ?? at);
  return group === undefined ? undefined : piecesOf(group, at, opener?.value);
}

function readMonths(context: ReadingContext, at: number): MonthGroup | undefined {
  const { tokens } = context;
  const months: ListedMonth[] = [];
  const connectors: Connector[] = [];
  for (let first = at; months.length < MAX_MONTHS; ) {
    const hasWord = isWord(tokens[first], MONTH_WORD);
    if (!hasWord && months.length === 0) return undefined;
    const month = readVietnameseMonth(tokens, hasWord ? first + 1 : first);
    if (month === undefined) return undefined;
    months.push({ month: month.value, first, next: month.next });
    const year = months.length > 1 ? readYearTail(context, month.next) : undefined;
    if (year !== undefined) return { months, connectors, year: year.value, next: year.next };
    const connector = readConnector(tokens, month.next);
    if (connector === undefined) return undefined;
    connectors.push(connector.value);
    first = connector.next;
  }
  return undefined;
}

function piecesOf(group: MonthGroup, at: number, opener: Opener | undefined): readonly Piece[] | undefined {
  const { months, connectors, year, next } = group;
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const joinsEnds = connectors.some(isRange) || opener === 'between';
  if (joinsEnds && connectors.length > 1) return undefined;
  if (!joinsEnds && !areInARow(months)) {
    return months.map((listed) => ({
      phrase: { kind: 'single', date: looseMonth(listed.month, year) },
      first: listed.first,
      next: listed === last ? next : listed.next,
    }));
  }
  // "từ tháng 12 đến tháng 2 năm 1996" begins the year before, which settling finds out when the year is left open.
  const from = looseMonth(first.month, last.month < first.month ? undefined : year);
  return [{ phrase: { kind: 'range', from, to: looseMonth(last.month, year) }, first: at, next }];
}

const areInARow = (months: readonly ListedMonth[]): boolean =>
  months.every(({ month }, index) => index === 0 || month === (months[index - 1]?.month ?? 0) + 1);

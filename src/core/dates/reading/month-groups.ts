import { type Connector, isRange, readConnector, readOpener } from './connectors.ts';
import { looseMonth, type Piece } from './loose-date.ts';
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

/**
 * Vietnamese months that share one year: "tháng 5 và 6 năm 1995", "tháng 5-7/1995". Months in a row make one interval,
 * others a month each. Without a year they are no group.
 */
export function readMonthGroup(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const { tokens } = context;
  const opener = readOpener(tokens, at);
  const start = opener?.next ?? at;
  const months: ListedMonth[] = [];
  const connectors: Connector[] = [];
  for (let next = start; months.length < MAX_MONTHS; ) {
    const hasWord = isWord(tokens[next], MONTH_WORD);
    const month =
      hasWord || months.length > 0 ? readVietnameseMonth(tokens, hasWord ? next + 1 : next) : undefined;
    if (month === undefined) return undefined;
    months.push({ month: month.value, first: next, next: month.next });
    const year = months.length > 1 ? readYearTail(context, month.next) : undefined;
    if (year !== undefined) {
      const isOneSpan = connectors.some(isRange) ? connectors.length === 1 : areInARow(months);
      const [first, last] = [months[0], months[months.length - 1]];
      if (first === undefined || last === undefined || (connectors.some(isRange) && !isOneSpan))
        return undefined;
      if (!isOneSpan) {
        return months.map((listed) => ({
          phrase: { kind: 'single', date: looseMonth(listed.month, year.value) },
          first: listed.first,
          next: listed === last ? year.next : listed.next,
        }));
      }
      const from = looseMonth(first.month, last.month < first.month ? undefined : year.value);
      return [
        {
          phrase: { kind: 'range', from, to: looseMonth(last.month, year.value) },
          first: at,
          next: year.next,
        },
      ];
    }
    const connector = readConnector(tokens, month.next);
    if (connector === undefined) return undefined;
    connectors.push(connector.value);
    next = connector.next;
  }
  return undefined;
}

const areInARow = (months: readonly ListedMonth[]): boolean =>
  months.every(({ month }, index) => index === 0 || month === (months[index - 1]?.month ?? 0) + 1);

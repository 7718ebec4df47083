import { type Connector, isRange, type Opener, readConnector, readOpener } from './connectors.ts';
import { type LooseDate, looseYear, type Piece, yearOf } from './loose-date.ts';
import { behindQualifiers } from './qualifiers.ts';
import type { Found, ReadingContext, SingleDate } from './reading-context.ts';
import { readSingleDate } from './single-date.ts';
import { glued } from './tokens.ts';
import { DASHES, HYPHENS, isSymbol, phraseEnd, phrases } from './vocabulary.ts';

const UNTIL_NOW = phrases(
  ...['cho đến nay', 'cho tới nay', 'đến hiện nay', 'đến nay', 'tới nay', 'đến bây giờ'],
  ...[
    'to the present day',
    'to the present',
    'to present',
    'to date',
    'to this day',
    'until today',
    'until now',
    'to now',
    'to today',
  ],
);
const NOW = phrases('nay', 'present', 'now');

/** A range of two dates that are each complete but for a month or year they share: "từ 22/5 đến 25/5/2016". */
export function readRange(context: ReadingContext, at: number): Piece | undefined {
  const { tokens } = context;
  const opener = readOpener(tokens, at);
  const from = readSingleDate(context, behindQualifiers(tokens, opener?.next ?? at));
  if (from === undefined) return undefined;
  const now = endOfNow(context, from.next);
  if (now !== undefined) {
    const goesOn = yearOf(from.value.date) !== undefined || from.value.date.kind === 'exact';
    return goesOn ? { phrase: { kind: 'ongoing', from: from.value.date }, first: at, next: now } : undefined;
  }
  const connector = readConnector(tokens, from.next);
  if (connector === undefined) return undefined;
  const to =
    readSingleDate(context, behindQualifiers(tokens, connector.next)) ??
    readYearsLastDigits(context, from.value.date, connector.next);
  if (to === undefined || !belongTogether(context, from.value, connector.value, to.value, opener?.value))
    return undefined;
  return { phrase: { kind: 'range', from: from.value.date, to: to.value.date }, first: at, next: to.next };
}

/** Where "đến nay" or "–nay" ends. */
function endOfNow({ tokens }: ReadingContext, at: number): number | undefined {
  return isSymbol(tokens[at], DASHES) ? phraseEnd(tokens, at + 1, NOW) : phraseEnd(tokens, at, UNTIL_NOW);
}

function belongTogether(
  { whole }: ReadingContext,
  from: SingleDate,
  connector: Connector,
  to: SingleDate,
  opener: Opener | undefined,
): boolean {
  if (
    !isRange(connector) &&
    !(connector === 'and' && (opener === 'between' || areMonthsInARow(from.date, to.date)))
  ) {
    return false;
  }
  if (!isKindOf(from.date, to.date)) return false;
  if (whole) return true;
  const isWeak = from.isWeak || to.isWeak;
  if (isWeak && (yearOf(from.date) ?? yearOf(to.date)) === undefined) return false;
  // "in May 1995 – June was wet": without "from" only the beginning may leave its year to the end.
  return opener !== undefined || yearOf(to.date) !== undefined || to.date.kind === 'exact';
}

/** Days and months range together and share a year; years range with anything that has one. */
function isKindOf(from: LooseDate, to: LooseDate): boolean {
  const [isPartFrom, isPartTo] = [isPartOfYear(from), isPartOfYear(to)];
  if (isPartFrom && isPartTo) return true;
  return (!isPartFrom || yearOf(from) !== undefined) && (!isPartTo || yearOf(to) !== undefined);
}

const isPartOfYear = (date: LooseDate): boolean => date.kind === 'day' || date.kind === 'month';

/** "July and August 1995". */
const areMonthsInARow = (from: LooseDate, to: LooseDate): boolean =>
  from.kind === 'month' &&
  to.kind === 'month' &&
  from.year === undefined &&
  to.year !== undefined &&
  to.month === from.month + 1;

/** "1995-96", "2005–06". With a hyphen the second is a month, as in ISO 8601. */
function readYearsLastDigits(
  { tokens }: ReadingContext,
  from: LooseDate,
  at: number,
): Found<SingleDate> | undefined {
  const token = glued(tokens, at);
  if (from.kind !== 'year' || token?.kind !== 'number' || token.text.length !== 2) return undefined;
  if (glued(tokens, at - 1) === undefined || !isSymbol(tokens[at - 1], DASHES)) return undefined;
  const firstDigits = from.year.value % 100;
  if (token.value <= firstDigits || (token.value <= 12 && isSymbol(tokens[at - 1], HYPHENS)))
    return undefined;
  const year = {
    value: from.year.value - firstDigits + token.value,
    assumedCentury: from.year.assumedCentury,
  };
  return { value: { date: looseYear(year), isWeak: false }, next: at + 1 };
}

import { type Connector, isRange, type Opener, readConnector, readOpener } from './connectors.ts';
import { type LooseDate, type LooseYear, looseYear, type Piece, yearOf } from './loose-date.ts';
import { behindQualifiers } from './qualifiers.ts';
import type { Found, ReadingContext, SingleDate } from './reading-context.ts';
import { isSchoolYear } from './school-years.ts';
import { readSingleDate } from './single-date.ts';
import { glued } from './tokens.ts';
import { DASHES, HYPHENS, isSymbol, phraseEnd, phrases } from './vocabulary.ts';

const UNTIL_NOW = phrases(
  ...['cho đến nay', 'cho tới nay', 'đến hiện nay', 'đến nay', 'tới nay', 'đến bây giờ'],
  ...['to the present day', 'to the present', 'to present', 'to this day', 'to date'],
  ...['until today', 'until now', 'to today', 'to now'],
);
const NOW = phrases('nay', 'present', 'now');

/** A range of two dates that are each complete but for a month or year they share: "từ 22/5 đến 25/5/2016". */
export function readRange(context: ReadingContext, at: number): Piece | undefined {
  const { tokens } = context;
  const opener = readOpener(tokens, at);
  const from = readSingleDate(context, opener === undefined ? at : behindQualifiers(tokens, opener.next));
  if (from === undefined) return undefined;
  const now = endOfNow(context, from.next);
  if (now !== undefined) {
    const goesOn = yearOf(from.value.date) !== undefined || from.value.date.kind === 'exact';
    return goesOn ? { phrase: { kind: 'ongoing', from: from.value.date }, first: at, next: now } : undefined;
  }
  const split = readSplitYear(context, from.value.date, from.next);
  if (split !== undefined) {
    return { phrase: { kind: 'range', from: from.value.date, to: split.value }, first: at, next: split.next };
  }
  const connector = readConnector(tokens, from.next);
  if (connector === undefined) return undefined;
  const to =
    readSingleDate(context, behindQualifiers(tokens, connector.next)) ??
    readYearsLastDigits(context, from.value.date, connector.next);
  if (to === undefined) return undefined;
  if (!belongTogether(context, from.value, connector.value, to.value, opener?.value)) return undefined;
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
  const joinsEnds = opener === 'between' || areMonthsInARow(from.date, to.date);
  if (!isRange(connector) && !(connector === 'and' && joinsEnds)) return false;
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

/** "1995-96", "2005–06": the end of a range of years in two figures. */
function readYearsLastDigits(
  context: ReadingContext,
  from: LooseDate,
  at: number,
): Found<SingleDate> | undefined {
  const { tokens } = context;
  const token = glued(tokens, at);
  if (from.kind !== 'year' || token?.kind !== 'number' || token.text.length !== 2) return undefined;
  if (glued(tokens, at - 1) === undefined || !isSymbol(tokens[at - 1], DASHES)) return undefined;
  const firstDigits = from.year.value % 100;
  // With a hyphen "2005-06" is June 2005, as in ISO 8601, unless a school year is spoken of.
  const isMonth =
    token.value <= 12 && isSymbol(tokens[at - 1], HYPHENS) && !isSchoolYear(tokens, at - 2, at + 1);
  if (token.value <= firstDigits || isMonth) return undefined;
  return { value: { date: movedYear(from.year, token.value - firstDigits), isWeak: false }, next: at + 1 };
}

/** "2015/16", "2015/2016": a school year or season. "2008/09" alone may be a month. */
function readSplitYear(
  { tokens }: ReadingContext,
  from: LooseDate,
  at: number,
): Found<LooseDate> | undefined {
  const token = glued(tokens, at + 1);
  if (from.kind !== 'year' || !isSymbol(glued(tokens, at), '/') || token?.kind !== 'number') return undefined;
  const second = from.year.value + 1;
  const isNext = token.text === String(second) || token.text === String(second).slice(2);
  const isMonth = token.value <= 12 && !isSchoolYear(tokens, at - 1, at + 2);
  return isNext && !isMonth ? { value: movedYear(from.year, 1), next: at + 2 } : undefined;
}

const movedYear = (year: LooseYear, by: number): LooseDate => looseYear({ ...year, value: year.value + by });

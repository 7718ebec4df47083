import { type Edtf, parseEdtf } from '../edtf.ts';
import { centuryOf, readCenturyOfDecade } from './centuries.ts';
import { isRange, readConnector } from './connectors.ts';
import { readVietnameseNumber } from './counts.ts';
import { type LooseDate, looseSpan, type Piece } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import {
  APOSTROPHES,
  firstWords,
  HYPHENS,
  isSymbol,
  isWord,
  phraseEnd,
  phrases,
  wordSet,
} from './vocabulary.ts';
import { expandYear, readFullYear } from './years.ts';

const DECADE_HEADS = phrases('thập niên', 'thập kỷ', 'thập kỉ', 'những năm');
const LIST = wordSet('và and');
const PLURAL = wordSet('s');
const BEFORE_SHORT_DECADE = wordSet('the early mid late');
const DECADE_OF_THE = phrases('decade of the');
/** "decade", also the word that "decade of the 1900s" begins with. */
export const DECADE = wordSet('decade');
const DECADE_NAMES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((name, index) => [name, 20 + index * 10] as const),
);
const MAX_DECADES = 6;

/** The words a decade begins with in Vietnamese. */
export const DECADE_WORDS = firstWords(DECADE_HEADS);
/** The names of decades in English, which stand behind "the". */
export const ENGLISH_DECADES: ReadonlySet<string> = new Set(DECADE_NAMES.keys());

/** "thập niên 1990", "những năm 90", "thập niên 90 của thế kỷ 20". */
export const readVietnameseDecade: SingleReader = (context, at) => {
  const headEnd = phraseEnd(context.tokens, at, DECADE_HEADS);
  const decade = headEnd === undefined ? undefined : readDecadeNumber(context, headEnd);
  if (decade === undefined || listsOtherYears(context.tokens, decade.next)) return undefined;
  return sure(decade.value, decade.next);
};

/** "những năm 1960 và 1970", "thập niên 60-70": several decades behind one word. */
export function readDecadeGroup(context: ReadingContext, at: number): readonly Piece[] | undefined {
  const { tokens } = context;
  const headEnd = phraseEnd(tokens, at, DECADE_HEADS);
  const first = headEnd === undefined ? undefined : readDecadeNumber(context, headEnd);
  if (first === undefined || listsOtherYears(tokens, first.next)) return undefined;
  const pieces: Piece[] = [{ phrase: { kind: 'single', date: first.value }, first: at, next: first.next }];
  for (let end = first.next; pieces.length < MAX_DECADES; ) {
    const connector = readConnector(tokens, end);
    const decade = connector === undefined ? undefined : readDecadeNumber(context, connector.next);
    if (connector === undefined || decade === undefined) break;
    if (isRange(connector.value)) {
      if (pieces.length > 1) return undefined;
      return [
        { phrase: { kind: 'range', from: first.value, to: decade.value }, first: at, next: decade.next },
      ];
    }
    pieces.push({ phrase: { kind: 'single', date: decade.value }, first: connector.next, next: decade.next });
    end = decade.next;
  }
  return pieces.length > 1 ? pieces : undefined;
}

/** "the 1990s", "the '90s", "the 90s", "mid-90s". */
export const readDecadeFigure: SingleReader = (context, at) => {
  const { tokens } = context;
  const isApostrophe = isSymbol(tokens[at], APOSTROPHES);
  const numberAt = isApostrophe ? at + 1 : at;
  const token = isApostrophe ? glued(tokens, numberAt) : tokens[numberAt];
  const next = pluralEnd(tokens, numberAt + 1);
  if (token?.kind !== 'number' || token.value % 10 !== 0 || next === undefined) return undefined;
  const full = isApostrophe ? undefined : readFullYear(context, numberAt, false);
  if (full !== undefined) return readDecadeOrCentury(context, full.value.value, next);
  if (token.text.length !== 2 || !(isApostrophe || asksForDecade(tokens, at))) return undefined;
  return foundDecade(assumedDecade(context, token.value), next);
};

/** "the decade of the 1900s", which leaves no doubt that ten years are meant. */
export const readDecadeOfThe: SingleReader = (context, at) => {
  const numberAt = phraseEnd(context.tokens, at, DECADE_OF_THE);
  const year = numberAt === undefined ? undefined : readFullYear(context, numberAt, true);
  const end = year === undefined ? undefined : pluralEnd(context.tokens, year.next);
  if (year === undefined || end === undefined || year.value.value % 10 !== 0) return undefined;
  const decade = decadeOf(year.value.value);
  return decade === undefined ? undefined : sure(looseSpan(decade), end);
};

/** "the nineties". */
export const readDecadeName: SingleReader = (context, at) => {
  const decade = DECADE_NAMES.get(context.tokens[at]?.text ?? '');
  if (decade === undefined || !asksForDecade(context.tokens, at)) return undefined;
  return foundDecade(assumedDecade(context, decade), at + 1);
};

/** A multiple of ten, in four figures or two. */
function readDecadeNumber(context: ReadingContext, at: number): Found<LooseDate> | undefined {
  const { tokens } = context;
  const numberAt = isSymbol(tokens[at], APOSTROPHES) ? at + 1 : at;
  const token = tokens[numberAt];
  if (token?.kind === 'word') return readDecadeInWords(context, numberAt);
  if (token?.kind !== 'number' || token.value % 10 !== 0) return undefined;
  const next = numberAt + 1;
  const full = readFullYear(context, numberAt, true);
  if (full !== undefined) return spanOf(decadeOf(full.value.value), next);
  return token.text.length === 2 ? decadeOfSomeCentury(context, token.value, next) : undefined;
}

/** "chín mươi". */
function readDecadeInWords(context: ReadingContext, at: number): Found<LooseDate> | undefined {
  const tens = readVietnameseNumber(context.tokens, at);
  if (tens === undefined || tens.value < 20 || tens.value % 10 !== 0) return undefined;
  return decadeOfSomeCentury(context, tens.value, tens.next);
}

/** Of the century that is named behind, or of the latest that had such a decade. */
function decadeOfSomeCentury(
  context: ReadingContext,
  tens: number,
  next: number,
): Found<LooseDate> | undefined {
  const century = readCenturyOfDecade(context, next);
  if (century !== undefined) return spanOf(decadeOf(century.value + tens), century.next);
  const decade = assumedDecade(context, tens);
  return decade === undefined ? undefined : { value: decade, next };
}

/** "những năm 2010, 2011" names years one by one. */
const listsOtherYears = (tokens: readonly Token[], next: number): boolean =>
  (isSymbol(tokens[next], ',') || isWord(tokens[next], LIST)) && (tokens[next + 1]?.value ?? 0) % 10 > 0;

/** Where the "s" or "'s" of "1990s" ends. */
function pluralEnd(tokens: readonly Token[], at: number): number | undefined {
  const pluralAt = isSymbol(glued(tokens, at), APOSTROPHES) ? at + 1 : at;
  return isWord(glued(tokens, pluralAt), PLURAL) ? pluralAt + 1 : undefined;
}

/** "the 1900s" are ten or a hundred years; of their kind only "the 2000s" have always been ten so far. */
function readDecadeOrCentury(
  { tokens }: ReadingContext,
  year: number,
  next: number,
): ReturnType<SingleReader> {
  const decade = decadeOf(year);
  if (decade === undefined) return undefined;
  if (isWord(tokens[next], DECADE)) return sure(looseSpan(decade), next + 1);
  const century = year % 100 !== 0 || year === 2000 ? undefined : centuryOf(year / 100 + 1);
  return sure(century === undefined ? looseSpan(decade) : looseSpan(century, { orElse: decade }), next);
}

const asksForDecade = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[isSymbol(tokens[at - 1], HYPHENS) ? at - 2 : at - 1], BEFORE_SHORT_DECADE);

const decadeOf = (year: number): Edtf | undefined => parseEdtf(`${Math.floor(year / 10)}X`);

function assumedDecade({ today }: ReadingContext, lastTwoDigits: number): LooseDate | undefined {
  const decade = decadeOf(expandYear(lastTwoDigits, today).value);
  return decade === undefined ? undefined : looseSpan(decade, { assumedCentury: true });
}

const spanOf = (span: Edtf | undefined, next: number): Found<LooseDate> | undefined =>
  span === undefined ? undefined : { value: looseSpan(span), next };

const foundDecade = (decade: LooseDate | undefined, next: number): ReturnType<SingleReader> =>
  decade === undefined ? undefined : sure(decade, next);

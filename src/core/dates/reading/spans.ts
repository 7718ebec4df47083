import { type Edtf, parseEdtf } from '../edtf.ts';
import { twoDigits } from '../edtf-parts.ts';
import type { LooseDate } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import {
  APOSTROPHES,
  firstWords,
  HYPHENS,
  isSymbol,
  isWord,
  phraseEnd,
  phraseStart,
  phrases,
  wordSet,
} from './vocabulary.ts';
import { expandYear, readFullYear, readYearTail } from './years.ts';

const DECADE_HEADS = phrases('thập niên', 'thập kỷ', 'thập kỉ', 'những năm', 'các năm');
const CENTURY_HEADS = phrases('thế kỷ thứ', 'thế kỉ thứ', 'thế kỷ', 'thế kỉ');
const OF_CENTURY = phrases('của thế kỷ', 'của thế kỉ', 'thế kỷ', 'thế kỉ');
const LAST_CENTURY = wordSet('trước');
const QUARTER_HEADS = phrases('quý', 'quí');
export const DECADE_WORDS = firstWords(DECADE_HEADS);
export const CENTURY_WORDS = firstWords(CENTURY_HEADS);
export const QUARTER_WORDS = firstWords(QUARTER_HEADS);

const LIST = wordSet('và and');
const PLURAL = wordSet('s');
const BEFORE_SHORT_DECADE = wordSet('the early mid late');
const DECADE_OF_THE = phrases('decade of the');
const DECADE = wordSet('decade');
const CENTURY = wordSet('century centuries');
const ORDINALS = wordSet('st nd rd th');

const DECADE_NAMES: ReadonlyMap<string, number> = new Map(
  ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].map(
    (name, index) => [name, 20 + index * 10] as const,
  ),
);
export const ENGLISH_DECADES: ReadonlySet<string> = new Set(DECADE_NAMES.keys());

const CENTURY_NAMES: ReadonlyMap<string, number> = new Map([
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
]);
export const ENGLISH_CENTURIES: ReadonlySet<string> = new Set(CENTURY_NAMES.keys());

const ROMAN_CENTURIES: readonly string[] = [
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
  'xxi',
  'xxii',
];
const ROMAN_QUARTERS: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/** "thập niên 1990", "những năm 90", "thập niên 90 của thế kỷ 20". */
export const readVietnameseDecade: SingleReader = (context, at) => {
  const { tokens } = context;
  const headEnd = phraseEnd(tokens, at, DECADE_HEADS);
  if (headEnd === undefined) return undefined;
  const isApostrophe = isSymbol(tokens[headEnd], APOSTROPHES);
  const token = tokens[isApostrophe ? headEnd + 1 : headEnd];
  const next = headEnd + (isApostrophe ? 2 : 1);
  if (token?.kind !== 'number' || token.value % 10 !== 0 || listsOtherYears(tokens, next)) return undefined;
  const full = readFullYear(context, next - 1, true);
  if (full !== undefined) return sureSpan(decadeOf(full.value.value), next);
  if (token.text.length !== 2) return undefined;
  const century = readCenturyOfDecade(context, next);
  if (century !== undefined) return sureSpan(decadeOf(century.value + token.value), century.next);
  return sureSpan(decadeOf(expandYear(token.value, context.today).value), next, true);
};

/** "the 1990s", "the '90s", "the 90s", "mid-90s". */
export const readDecadeFigure: SingleReader = (context, at) => {
  const { tokens } = context;
  const isApostrophe = isSymbol(tokens[at], APOSTROPHES);
  const numberAt = isApostrophe ? at + 1 : at;
  const token = isApostrophe ? glued(tokens, numberAt) : tokens[numberAt];
  const pluralAt = isSymbol(glued(tokens, numberAt + 1), APOSTROPHES) ? numberAt + 2 : numberAt + 1;
  if (token?.kind !== 'number' || token.value % 10 !== 0 || !isWord(glued(tokens, pluralAt), PLURAL))
    return undefined;
  const next = pluralAt + 1;
  const full = isApostrophe ? undefined : readFullYear(context, numberAt, false);
  if (full !== undefined) return readDecadeOrCentury(context, at, full.value.value, next);
  const isDecade = isApostrophe || asksForDecade(tokens, at);
  if (token.text.length !== 2 || !isDecade) return undefined;
  return sureSpan(decadeOf(expandYear(token.value, context.today).value), next, true);
};

/** "the nineties". */
export const readDecadeName: SingleReader = (context, at) => {
  const decade = DECADE_NAMES.get(context.tokens[at]?.text ?? '');
  if (decade === undefined || !asksForDecade(context.tokens, at)) return undefined;
  return sureSpan(decadeOf(expandYear(decade, context.today).value), at + 1, true);
};

/** "thế kỷ 19", "thế kỷ XIX". */
export const readVietnameseCentury: SingleReader = ({ tokens }, at) => {
  const headEnd = phraseEnd(tokens, at, CENTURY_HEADS);
  const century = headEnd === undefined ? undefined : centuryNumber(tokens[headEnd]);
  return century === undefined || headEnd === undefined
    ? undefined
    : sureSpan(centuryOf(century), headEnd + 1);
};

/** "the 19th century". */
export const readCenturyFigure: SingleReader = ({ tokens }, at) => {
  const century = tokens[at];
  if (century?.kind !== 'number' || !isWord(glued(tokens, at + 1), ORDINALS)) return undefined;
  const end = centuryWordEnd(tokens, at + 2);
  return end === undefined ? undefined : sureSpan(centuryOf(century.value), end);
};

/** "the nineteenth century". */
export const readCenturyName: SingleReader = ({ tokens }, at) => {
  const century = CENTURY_NAMES.get(tokens[at]?.text ?? '');
  const end = century === undefined ? undefined : centuryWordEnd(tokens, at + 1);
  return century === undefined || end === undefined ? undefined : sureSpan(centuryOf(century), end);
};

/** "quý I năm 2015", "quý 1/2015". */
export const readQuarter: SingleReader = (context, at) => {
  const { tokens } = context;
  const headEnd = phraseEnd(tokens, at, QUARTER_HEADS);
  if (headEnd === undefined) return undefined;
  const token = tokens[headEnd];
  const roman = ROMAN_QUARTERS.indexOf(token?.text ?? '');
  const quarter = token?.kind === 'number' ? token.value : roman + 1;
  const year = quarter >= 1 && quarter <= 4 ? readYearTail(context, headEnd + 1) : undefined;
  if (year === undefined) return undefined;
  const [first, last] = [quarter * 3 - 2, quarter * 3].map(
    (month) => `${year.value.value}-${twoDigits(month)}`,
  );
  return sureSpan(parseEdtf(`${first}/${last}`), year.next, year.value.assumedCentury);
};

/** "những năm 2010, 2011" names years one by one. */
const listsOtherYears = (tokens: readonly Token[], next: number): boolean =>
  (isSymbol(tokens[next], ',') || isWord(tokens[next], LIST)) &&
  tokens[next + 1]?.kind === 'number' &&
  (tokens[next + 1]?.value ?? 0) % 10 !== 0;

/** Where "của thế kỷ 20" behind "thập niên 90" ends, and the first year of that century. */
function readCenturyOfDecade({ tokens, today }: ReadingContext, at: number): Found<number> | undefined {
  const headEnd = phraseEnd(tokens, at, OF_CENTURY);
  if (headEnd === undefined) return undefined;
  const lastCentury = isWord(tokens[headEnd], LAST_CENTURY) ? Math.floor(today.year / 100) : undefined;
  const century = lastCentury ?? centuryNumber(tokens[headEnd]);
  return century === undefined ? undefined : { value: (century - 1) * 100, next: headEnd + 1 };
}

/** "the 1900s" are ten or a hundred years; only "the 2000s" are always ten so far, and "the decade of the 1900s". */
function readDecadeOrCentury(
  { tokens }: ReadingContext,
  at: number,
  year: number,
  next: number,
): ReturnType<SingleReader> {
  if (isWord(tokens[next], DECADE)) return sureSpan(decadeOf(year), next + 1);
  const isDecade = year % 100 !== 0 || year === 2000 || phraseStart(tokens, at, DECADE_OF_THE) !== undefined;
  if (isDecade) return sureSpan(decadeOf(year), next);
  return sureSpan(centuryOf(year / 100 + 1), next, false, decadeOf(year));
}

const asksForDecade = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[isSymbol(tokens[at - 1], HYPHENS) ? at - 2 : at - 1], BEFORE_SHORT_DECADE);

function centuryWordEnd(tokens: readonly Token[], at: number): number | undefined {
  const wordAt = isSymbol(glued(tokens, at), HYPHENS) ? at + 1 : at;
  return isWord(tokens[wordAt], CENTURY) ? wordAt + 1 : undefined;
}

function centuryNumber(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return token.value;
  const index = ROMAN_CENTURIES.indexOf(token?.text ?? '');
  return index === -1 ? undefined : index + 11;
}

const decadeOf = (year: number): Edtf | undefined => parseEdtf(`${Math.floor(year / 10)}X`);
const centuryOf = (ordinal: number): Edtf | undefined => parseEdtf(`${ordinal - 1}XX`);

function sureSpan(
  edtf: Edtf | undefined,
  next: number,
  assumedCentury = false,
  orElse: Edtf | undefined = undefined,
): ReturnType<SingleReader> {
  if (edtf === undefined) return undefined;
  const date: LooseDate = { kind: 'exact', edtf, orElse, assumedCentury };
  return sure(date, next);
}

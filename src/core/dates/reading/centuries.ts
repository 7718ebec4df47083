import { type Edtf, parseEdtf } from '../edtf.ts';
import { readVietnameseNumber } from './counts.ts';
import { looseSpan } from './loose-date.ts';
import { type Found, type ReadingContext, type SingleReader, sure } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { firstWords, HYPHENS, isSymbol, isWord, phraseEnd, phrases, wordSet } from './vocabulary.ts';

const CENTURY_HEADS = phrases('thế kỷ thứ', 'thế kỉ thứ', 'thế kỷ', 'thế kỉ');
const OF_CENTURY = phrases('của thế kỷ', 'của thế kỉ', 'thế kỷ', 'thế kỉ');
const LAST_CENTURY = wordSet('trước');
const CENTURY = wordSet('century centuries');
const ORDINALS = wordSet('st nd rd th');
const ROMAN_NUMERALS: readonly string[] = 'xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii'.split(' ');
const FIRST_ROMAN_CENTURY = 11;
const CENTURY_NAMES: ReadonlyMap<string, number> = new Map([
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
]);

/** The words a century begins with in Vietnamese. */
export const CENTURY_WORDS = firstWords(CENTURY_HEADS);
/** The words a century begins with in English. */
export const ENGLISH_CENTURIES: ReadonlySet<string> = new Set(CENTURY_NAMES.keys());

/** "thế kỷ 19", "thế kỷ XIX". */
export const readVietnameseCentury: SingleReader = ({ tokens }, at) => {
  const headEnd = phraseEnd(tokens, at, CENTURY_HEADS);
  const century = headEnd === undefined ? undefined : readCenturyNumber(tokens, headEnd);
  return foundCentury(century?.value, century?.next);
};

/** "the 19th century". */
export const readCenturyFigure: SingleReader = ({ tokens }, at) => {
  if (!isWord(glued(tokens, at + 1), ORDINALS)) return undefined;
  return foundCentury(tokens[at]?.value, centuryWordEnd(tokens, at + 2));
};

/** "the nineteenth century". */
export const readCenturyName: SingleReader = ({ tokens }, at) =>
  foundCentury(CENTURY_NAMES.get(tokens[at]?.text ?? ''), centuryWordEnd(tokens, at + 1));

/** The first year of the century behind a decade, "thập niên 90 của thế kỷ 20". */
export function readCenturyOfDecade(
  { tokens, today }: ReadingContext,
  at: number,
): Found<number> | undefined {
  const headEnd = phraseEnd(tokens, at, OF_CENTURY);
  if (headEnd === undefined) return undefined;
  if (isWord(tokens[headEnd], LAST_CENTURY)) {
    return { value: Math.floor(today.year / 100 - 1) * 100, next: headEnd + 1 };
  }
  const century = readCenturyNumber(tokens, headEnd);
  return century === undefined ? undefined : { value: (century.value - 1) * 100, next: century.next };
}

/** The nth century as most people count it: the 19th is `18XX`. */
export const centuryOf = (ordinal: number): Edtf | undefined => parseEdtf(`${ordinal - 1}XX`);

function foundCentury(ordinal: number | undefined, next: number | undefined): ReturnType<SingleReader> {
  if (ordinal === undefined || next === undefined) return undefined;
  const century = centuryOf(ordinal);
  return century === undefined ? undefined : sure(looseSpan(century), next);
}

function centuryWordEnd(tokens: readonly Token[], at: number): number | undefined {
  const wordAt = isSymbol(glued(tokens, at), HYPHENS) ? at + 1 : at;
  return isWord(tokens[wordAt], CENTURY) ? wordAt + 1 : undefined;
}

/** "19", "XIX", "mười chín". */
function readCenturyNumber(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') return { value: token.value, next: at + 1 };
  const index = ROMAN_NUMERALS.indexOf(token?.text ?? '');
  return index === -1
    ? readVietnameseNumber(tokens, at)
    : { value: index + FIRST_ROMAN_CENTURY, next: at + 1 };
}

import { parseEdtf } from '../edtf.ts';
import { twoDigits } from '../edtf-parts.ts';
import { looseSpan } from './loose-date.ts';
import { type SingleReader, sure } from './reading-context.ts';
import { isWord, wordSet } from './vocabulary.ts';
import { readYearTail } from './years.ts';

/** What a quarter of a year begins with in Vietnamese. */
export const QUARTER_WORDS = wordSet('quý quí');
const ROMAN_NUMERALS: readonly string[] = ['i', 'ii', 'iii', 'iv'];

/** "quý I năm 2015", "quý 1/2015": three months. */
export const readQuarter: SingleReader = (context, at) => {
  if (!isWord(context.tokens[at], QUARTER_WORDS)) return undefined;
  const token = context.tokens[at + 1];
  const quarter = token?.kind === 'number' ? token.value : ROMAN_NUMERALS.indexOf(token?.text ?? '') + 1;
  const year = quarter >= 1 && quarter <= 4 ? readYearTail(context, at + 2) : undefined;
  if (year === undefined) return undefined;
  const { value, assumedCentury } = year.value;
  const [first, last] = [twoDigits(quarter * 3 - 2), twoDigits(quarter * 3)];
  const months = parseEdtf(`${value}-${first}/${value}-${last}`);
  return months === undefined ? undefined : sure(looseSpan(months, { assumedCentury }), year.next);
};

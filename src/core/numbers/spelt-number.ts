import type { Locale } from '../locale.ts';
import { type NumberWord, numberWord, unitBehindTens } from './number-words.ts';

/** A word, a number in digits or a mark, as numbers are read from a text. UTF-16 offsets. */
export interface NumberToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number that was read. */
export interface ReadNumber {
  readonly value: number;
  /** Index behind its last token. */
  readonly next: number;
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;

/** Takes a text apart; "36,5" and "1.234.567" are one token each. */
export const numberTokens = (text: string): readonly NumberToken[] =>
  [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The number in words that begins at a token: "hai mươi lăm", "ba trăm nghìn", "two hundred and fifty". */
export function readSpeltNumber(
  tokens: readonly NumberToken[],
  from: number,
  language: Locale,
): ReadNumber | undefined {
  let number = START;
  let at = from;
  for (;;) {
    const joint = skipJoint(tokens, at, number.role);
    const word = spelledWord(tokens, joint, number.role, language);
    const longer = word === undefined ? undefined : append(number, word);
    if (longer === undefined) break;
    number = longer;
    at = joint + 1;
  }
  if (number.role === undefined) return undefined;
  return { value: rounded(number.total + number.section + number.unit), next: at };
}

/** A number as far as it has been read: thousands and more, the hundreds and tens below them, the unit. */
interface Spelling {
  readonly total: number;
  readonly section: number;
  readonly unit: number;
  /** Of the last word; `undefined` at the beginning. */
  readonly role: NumberWord['role'] | undefined;
}

const START: Spelling = { total: 0, section: 0, unit: 0, role: undefined };

/** The number with one more word; `undefined` when the word begins another number. */
function append(number: Spelling, { role, value }: NumberWord): Spelling | undefined {
  const { total, section, unit } = number;
  switch (role) {
    case 'unit':
      return number.role === 'unit' ? undefined : { ...number, role, unit: value };
    case 'ten':
      return number.role === 'unit' || number.role === 'ten'
        ? undefined
        : { ...number, role, section: section + value };
    case 'multiplier':
      if (number.role === undefined) return undefined;
      return value <= 100
        ? { total, role, section: unit === 0 ? section * value : section + unit * value, unit: 0 }
        : { total: total + (section + unit) * value, role, section: 0, unit: 0 };
  }
}

function spelledWord(
  tokens: readonly NumberToken[],
  at: number,
  previous: Spelling['role'],
  language: Locale,
): NumberWord | undefined {
  const text = tokens[at]?.text ?? '';
  if (language === 'en') {
    const isArticle = previous !== undefined && (text === 'a' || text === 'an');
    return isArticle ? undefined : numberWord(previous === undefined ? text.toLowerCase() : text, 'en');
  }
  if (previous === 'ten' || previous === 'multiplier') {
    const unit = unitBehindTens(text);
    if (unit !== undefined) return { role: 'unit', value: unit };
  }
  // "hai năm" is two years and "mười năm" ten; five is "năm" before a multiplier and behind "linh" only.
  const isFive = multiplies(tokens[at + 1]) ? previous === undefined : isZero(tokens[at - 1]);
  const isYear = text === 'năm' && !isFive;
  return isYear ? undefined : numberWord(text, 'vi');
}

/** Skips what may stand between the words of one number: "twenty-five", "two hundred and fifty". */
function skipJoint(tokens: readonly NumberToken[], at: number, previous: Spelling['role']): number {
  const text = tokens[at]?.text;
  if (text === '-' && (previous === 'ten' || previous === 'multiplier')) return at + 1;
  if (previous === 'multiplier' && (text === 'and' || isZero(tokens[at]))) return at + 1;
  return at;
}

/** What stands for the missing tens of "một trăm linh năm". */
const isZero = (token: NumberToken | undefined): boolean => token?.text === 'linh' || token?.text === 'lẻ';

const multiplies = (token: NumberToken | undefined): boolean =>
  numberWord(token?.text ?? '', 'vi')?.role === 'multiplier';

/** A value without the noise of binary fractions: 4.1 million is 4,100,000. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

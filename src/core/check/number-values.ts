import type { Locale } from '../locale.ts';
import type { Span } from '../text/span.ts';
import { hintedNumber, type NumberWord, numberWord, unitBehindTens } from './number-words.ts';

/** A number as a text states it. */
export interface StatedNumber {
  readonly value: number;
  /** As it is written: "36,5 tỷ". */
  readonly text: string;
  /** Written in words; these often go without saying in a translation that lists what they count. */
  readonly isSpelt: boolean;
}

/** The numbers of a text, for comparison with its translation. */
export interface NumberValues {
  /** Numbers in digits, and spelt ones from two on. */
  readonly stated: readonly StatedNumber[];
  /** All values that the text can be said to state, in digits or words; more than it states rather than less. */
  readonly possible: ReadonlySet<number>;
  /** The digits of its dates, which the other language may not read as a date. */
  readonly inDates: ReadonlySet<number>;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly value: number;
  /** Index behind the last token read. */
  readonly next: number;
  readonly kind: 'digits' | 'spelt' | 'hour' | 'unsure';
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Reads the numbers of a text; `taken` are the spans of its dates. */
export function readNumberValues(text: string, language: Locale, taken: readonly Span[]): NumberValues {
  const stated: StatedNumber[] = [];
  const possible = new Set<number>();
  const inDates = new Set<number>();
  const tokens = [...text.matchAll(TOKEN)].map(
    (match): Token => ({ text: match[0], start: match.index, end: match.index + match[0].length }),
  );
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const reading = readDigits(tokens, at, language) ?? readSpelt(tokens, at, language);
    if (reading === undefined) {
      for (const value of hintsOf(tokens, at, language)) possible.add(value);
      at += 1;
      continue;
    }
    const end = tokens[reading.next - 1]?.end ?? token.end;
    const isDate = taken.some((span) => span.start < end && token.start < span.end);
    (isDate ? inDates : possible).add(reading.value);
    if (reading.kind === 'hour') possible.add(reading.value + 12);
    if (!isDate && (reading.kind === 'digits' || reading.kind === 'spelt'))
      stated.push({
        value: reading.value,
        text: text.slice(token.start, end),
        isSpelt: reading.kind === 'spelt',
      });
    at = isDate ? at + 1 : reading.next;
  }
  return { stated, possible, inDates };
}

function readDigits(tokens: readonly Token[], at: number, language: Locale): Reading | undefined {
  const token = tokens[at];
  if (token === undefined || !/^\d/.test(token.text)) return undefined;
  const { factor, next } = readMultipliers(tokens, at + 1, language);
  const value = rounded(valueOfDigits(token.text, language) * factor);
  return {
    value,
    next,
    kind: isPartOfName(tokens, at) ? 'unsure' : isHour(tokens, at, value) ? 'hour' : 'digits',
  };
}

/** "1.234,5" in Vietnamese, "1,234.5" in English. */
function valueOfDigits(digits: string, language: Locale): number {
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/.test(digits))
    return Number(digits.replaceAll(/[.,]/g, ''));
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const parts = digits.split(point);
  return Number(
    `${(parts[0] ?? '').replaceAll(group, '')}.${parts.slice(1).join('').replaceAll(group, '') || 0}`,
  );
}

function readMultipliers(
  tokens: readonly Token[],
  from: number,
  language: Locale,
): { readonly factor: number; readonly next: number } {
  let factor = 1;
  let at = from;
  for (;;) {
    const skipped = tokens[at]?.text === '-' ? at + 1 : at;
    const word = numberWord(tokens[skipped]?.text ?? '', language);
    if (word?.role !== 'multiplier' || word.value < 100) return { factor, next: at };
    factor *= word.value;
    at = skipped + 1;
  }
}

/** "2,4-D", the minutes of "18:00" and the month of "tháng 9" are no amounts. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, behind, beyond] = [tokens[at - 1]?.text, tokens[at + 1]?.text, tokens[at + 2]?.text];
  if (before === ':') return tokens[at]?.text === '00';
  return before === 'tháng' || (behind === '-' && /^\p{Lu}$/u.test(beyond ?? ''));
}

/** "7 giờ tối", "7 p.m.", "7:30": in the other language it may be 19. */
function isHour(tokens: readonly Token[], at: number, value: number): boolean {
  const [behind = '', beyond] = [tokens[at + 1]?.text, tokens[at + 2]?.text];
  return value <= 12 && (/^(?:giờ|am|pm|:)$/.test(behind) || (/^[ap]$/.test(behind) && beyond === '.'));
}

/** "hai mươi lăm", "ba trăm nghìn", "two hundred and fifty". */
function readSpelt(tokens: readonly Token[], from: number, language: Locale): Reading | undefined {
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
  const value = rounded(number.total + number.section + number.unit);
  return { value, next: at, kind: value >= 2 ? 'spelt' : 'unsure' };
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
  tokens: readonly Token[],
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
  // "hai năm" is two years and "mười năm" ten: alone or behind another number "năm" is no five.
  const isYear = text === 'năm' && (previous !== undefined || !multiplies(tokens[at + 1]));
  return isYear ? undefined : numberWord(text, 'vi');
}

/** Skips what may stand between the words of one number: "twenty-five", "two hundred and fifty". */
function skipJoint(tokens: readonly Token[], at: number, previous: Spelling['role']): number {
  const text = tokens[at]?.text;
  if (text === '-' && (previous === 'ten' || previous === 'multiplier')) return at + 1;
  if (previous === 'multiplier' && (text === 'and' || text === 'linh' || text === 'lẻ')) return at + 1;
  return at;
}

const multiplies = (token: Token | undefined): boolean =>
  numberWord(token?.text ?? '', 'vi')?.role === 'multiplier';

function hintsOf(tokens: readonly Token[], at: number, language: Locale): readonly number[] {
  const word = tokens[at]?.text ?? '';
  const lower = word.toLowerCase();
  const hint =
    hintedNumber(lower, language) ?? hintedNumber(`${lower} ${tokens[at + 1]?.text ?? ''}`, language);
  const values = hint === undefined ? [] : [hint];
  if (hint === 0.5) {
    // "nửa triệu", "half a million"
    const next = tokens[at + 1]?.text === 'a' ? at + 2 : at + 1;
    values.push(rounded(hint * readMultipliers(tokens, next, language).factor));
  }
  const unit = unitBehindTens(lower);
  if (unit !== undefined) values.push(unit);
  if (word !== '' && ROMAN.test(word)) values.push(romanValue(word));
  // Number words that could not be read as numbers: capitals, and "năm", which is five unless a year follows.
  const number = /^\d/.test(tokens[at + 1]?.text ?? '') ? undefined : numberWord(lower, language);
  if (number !== undefined) values.push(number.value);
  return values;
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Without the noise of binary fractions: 4.1 million is 4,100,000. */
const rounded = (value: number): number => Number(value.toPrecision(12));

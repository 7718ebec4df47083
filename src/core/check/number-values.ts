import type { Locale } from '../locale.ts';
import type { Span } from '../text/span.ts';
import { hintedNumber, numberWord } from './number-words.ts';

/** A number as a text states it. */
export interface StatedNumber {
  readonly value: number;
  /** As it is written: "36,5 tỷ". */
  readonly text: string;
}

/** The numbers of a text, for comparison with its translation. */
export interface NumberValues {
  /** What the translation has to state too: numbers in digits, and spelt ones from three on. */
  readonly stated: readonly StatedNumber[];
  /** All values that the text can be said to state, in digits or words; more than it states rather than less. */
  readonly possible: ReadonlySet<number>;
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
  readonly isStated: boolean;
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Reads the numbers of a text; `taken` are the spans of its dates, whose digits are only possible values. */
export function readNumberValues(text: string, language: Locale, taken: readonly Span[]): NumberValues {
  const stated: StatedNumber[] = [];
  const possible = new Set<number>();
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
    possible.add(reading.value);
    if (reading.isStated && !isDate)
      stated.push({ value: reading.value, text: text.slice(token.start, end) });
    at = isDate ? at + 1 : reading.next;
  }
  if (/\bp\.?m\b/i.test(text)) for (const hour of [...possible]) if (hour < 12) possible.add(hour + 12);
  return { stated, possible };
}

function readDigits(tokens: readonly Token[], at: number, language: Locale): Reading | undefined {
  const token = tokens[at];
  if (token === undefined || !/^\d/.test(token.text)) return undefined;
  const { factor, next } = readMultipliers(tokens, at + 1, language);
  return { value: rounded(valueOfDigits(token.text, language) * factor), next, isStated: true };
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

/** "hai mươi lăm", "ba trăm nghìn", "two hundred and fifty". */
function readSpelt(tokens: readonly Token[], from: number, language: Locale): Reading | undefined {
  let total = 0;
  let section = 0;
  let unit = 0;
  let previous: 'unit' | 'ten' | 'multiplier' | undefined;
  let at = from;
  let words = 0;
  while (at < tokens.length) {
    const joint = previous === undefined ? at : skipJoint(tokens, at, previous);
    const text = tokens[joint]?.text ?? '';
    const word = numberWord(
      previous === undefined && language === 'en' ? text.toLowerCase() : text,
      language,
    );
    if (word === undefined) break;
    // "hai năm" is two years and "mười năm" ten; five behind a ten is "lăm".
    if (text === 'năm' && (previous !== undefined || !startsNumber(tokens, at, language))) break;
    if (word.role === 'unit') {
      if (
        previous === 'unit' ||
        (previous !== undefined && word.value === 1 && language === 'en' && text !== 'one')
      )
        break;
      unit = word.value;
    } else if (word.role === 'ten') {
      if (previous === 'unit' || previous === 'ten') break;
      section += word.value;
    } else {
      if (previous === undefined) break;
      if (word.value <= 100) {
        section = (previous === 'unit' ? section : 0) + (unit || section || 1) * word.value;
      } else {
        total += (section + unit || 1) * word.value;
        section = 0;
      }
      unit = 0;
    }
    previous = word.role;
    words += 1;
    at = joint + 1;
  }
  if (previous === undefined) return undefined;
  const value = total + section + unit;
  const isArticle = words === 1 && language === 'en' && value === 1;
  return { value: rounded(value), next: at, isStated: value >= 3 && !isArticle };
}

/** Skips what may stand between the words of one number: "twenty-five", "two hundred and fifty". */
function skipJoint(tokens: readonly Token[], at: number, previous: 'unit' | 'ten' | 'multiplier'): number {
  const text = tokens[at]?.text;
  if (text === '-' && previous !== 'unit') return at + 1;
  if (previous === 'multiplier' && (text === 'and' || text === 'linh' || text === 'lẻ')) return at + 1;
  return at;
}

const startsNumber = (tokens: readonly Token[], at: number, language: Locale): boolean =>
  numberWord(tokens[at + 1]?.text ?? '', language)?.role === 'multiplier';

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
  if (lower === 'năm') values.push(5);
  if (word !== '' && ROMAN.test(word)) values.push(romanValue(word));
  const capital = numberWord(lower, language);
  if (capital !== undefined) values.push(capital.value);
  return values;
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Without the noise of binary fractions: 4.1 million is 4,100,000. */
const rounded = (value: number): number => Number(value.toPrecision(12));

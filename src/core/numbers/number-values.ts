import type { Locale } from '../locale.ts';
import type { Span } from '../text/span.ts';
import { hintedNumber, numberWord, unitBehindTens } from './number-words.ts';
import { type NumberToken, numberTokens, type ReadNumber, readSpeltNumber, rounded } from './spelt-number.ts';

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

/** A number in digits, with what makes it no plain amount. */
interface Digits extends ReadNumber {
  readonly kind: 'amount' | 'hour' | 'name';
}

/** "One" and "một" are as often articles. */
const FEWEST_SPELT = 2;
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Reads the numbers of a text; `taken` are the spans of its dates. */
export function readNumberValues(text: string, language: Locale, taken: readonly Span[]): NumberValues {
  const stated: StatedNumber[] = [];
  const possible = new Set<number>();
  const inDates = new Set<number>();
  const tokens = numberTokens(text);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const digits = readDigits(tokens, at, language);
    const reading = digits ?? readSpeltNumber(tokens, at, language);
    if (reading === undefined) {
      for (const value of hintsOf(tokens, at, language)) possible.add(value);
      at += 1;
      continue;
    }
    const end = tokens[reading.next - 1]?.end ?? token.end;
    const isDate = taken.some((span) => span.start < end && token.start < span.end);
    (isDate ? inDates : possible).add(reading.value);
    if (digits?.kind === 'hour') possible.add(reading.value + 12);
    const isStated = digits === undefined ? reading.value >= FEWEST_SPELT : digits.kind === 'amount';
    if (isStated && !isDate)
      stated.push({
        value: reading.value,
        text: text.slice(token.start, end),
        isSpelt: digits === undefined,
      });
    at = isDate ? at + 1 : reading.next;
  }
  return { stated, possible, inDates };
}

function readDigits(tokens: readonly NumberToken[], at: number, language: Locale): Digits | undefined {
  const token = tokens[at];
  if (token === undefined || !/^\d/.test(token.text)) return undefined;
  const { factor, next } = readMultipliers(tokens, at + 1, language);
  const value = rounded(valueOfDigits(token.text, language) * factor);
  return {
    value,
    next,
    kind: isPartOfName(tokens, at) ? 'name' : isHour(tokens, at, value) ? 'hour' : 'amount',
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
  tokens: readonly NumberToken[],
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
function isPartOfName(tokens: readonly NumberToken[], at: number): boolean {
  const [before, behind, beyond] = [tokens[at - 1]?.text, tokens[at + 1]?.text, tokens[at + 2]?.text];
  if (before === ':') return tokens[at]?.text === '00';
  return before === 'tháng' || (behind === '-' && /^\p{Lu}$/u.test(beyond ?? ''));
}

/** "7 giờ tối", "7 p.m.", "7:30": in the other language it may be 19. */
function isHour(tokens: readonly NumberToken[], at: number, value: number): boolean {
  const [behind = '', beyond] = [tokens[at + 1]?.text, tokens[at + 2]?.text];
  return value <= 12 && (/^(?:giờ|am|pm|:)$/.test(behind) || (/^[ap]$/.test(behind) && beyond === '.'));
}

function hintsOf(tokens: readonly NumberToken[], at: number, language: Locale): readonly number[] {
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

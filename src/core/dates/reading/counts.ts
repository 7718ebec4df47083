import { fold } from '../../text/fold.ts';
import type { Found } from './reading-context.ts';
import { glued, type Token } from './tokens.ts';
import { HYPHENS, isSymbol, isWord, type WordSet, wordSet } from './vocabulary.ts';

const VIETNAMESE_DIGITS = numberNames([
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const TEN = wordSet('mười');
const TENS = wordSet('mươi');
/** Behind a ten, five is "lăm": in "mười năm" and "hai mươi năm" the last word means years. */
const NOT_BEHIND_TEN = wordSet('năm');

const ENGLISH_NUMBERS = numberNames([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(counted(1)),
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'].map(counted(11)),
  ...['sixteen', 'seventeen', 'eighteen', 'nineteen'].map(counted(16)),
]);
const ARTICLES = wordSet('a an');
const ENGLISH_TENS = numberNames([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

/** The words that a count begins with. */
export const COUNT_WORDS: WordSet = new Set([
  ...VIETNAMESE_DIGITS.keys(),
  ...TEN,
  ...ENGLISH_NUMBERS.keys(),
  ...ENGLISH_TENS.keys(),
  ...ARTICLES,
]);

/** The value of a single Vietnamese number word from one to nine. */
export const vietnameseDigit = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' ? VIETNAMESE_DIGITS.get(token.text) : undefined;

/** Whether a token is "mười", ten. */
export const isVietnameseTen = (token: Token | undefined): boolean => isWord(token, TEN);

/** Reads a Vietnamese number in words, 1 to 99: "năm", "mười hai", "hai mươi mốt". */
export function readVietnameseNumber(tokens: readonly Token[], at: number): Found<number> | undefined {
  const digit = vietnameseDigit(tokens[at]);
  if (digit !== undefined) {
    return isWord(tokens[at + 1], TENS)
      ? plusDigit(tokens, at + 2, digit * 10)
      : { value: digit, next: at + 1 };
  }
  return isVietnameseTen(tokens[at]) ? plusDigit(tokens, at + 1, 10) : undefined;
}

/** Reads a count in digits (at most three) or in Vietnamese or English words, 1 to 999. */
export function readCount(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return token.text.length <= 3 && token.value > 0 ? { value: token.value, next: at + 1 } : undefined;
  }
  return readVietnameseNumber(tokens, at) ?? readEnglishNumber(tokens, at);
}

function readEnglishNumber(tokens: readonly Token[], at: number): Found<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const tens = ENGLISH_TENS.get(token.text);
  if (tens === undefined) {
    const value = ARTICLES.has(token.text) ? 1 : ENGLISH_NUMBERS.get(token.text);
    return value === undefined ? undefined : { value, next: at + 1 };
  }
  const unitAt = isSymbol(glued(tokens, at + 1), HYPHENS) ? at + 2 : at + 1;
  const unit = ENGLISH_NUMBERS.get(tokens[unitAt]?.text ?? '') ?? 10;
  return unit < 10 ? { value: tens + unit, next: unitAt + 1 } : { value: tens, next: at + 1 };
}

function plusDigit(tokens: readonly Token[], at: number, tens: number): Found<number> {
  const digit = isWord(tokens[at], NOT_BEHIND_TEN) ? undefined : vietnameseDigit(tokens[at]);
  return digit === undefined ? { value: tens, next: at } : { value: tens + digit, next: at + 1 };
}

function numberNames(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map(entries.flatMap(([name, value]) => [[fold(name), value] as const, [name, value] as const]));
}

function counted(first: number): (name: string, offset: number) => readonly [string, number] {
  return (name, offset) => [name, first + offset];
}

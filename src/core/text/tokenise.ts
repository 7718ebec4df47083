import { stemmer } from 'stemmer';
import { fold } from './fold.ts';
import { canonicalIAndY } from './i-and-y.ts';
import { couldBeUnmarkedSyllable } from './syllables.ts';
import { canonicalTonePlacement } from './tone-placement.ts';

/** A word or number of a text. */
export interface Token {
  /** Lower case, NFC, one tone placement: what an exact match compares. */
  readonly word: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const UNKNOWN = 3;
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

function classOf(unit: number): number {
  const known = CLASSES[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(unit);
  const found = /[\p{L}\p{M}\uD800-\uDFFF]/u.test(character)
    ? LETTER
    : /[0-9]/.test(character)
      ? DIGIT
      : OTHER;
  CLASSES[unit] = found;
  return found;
}

/**
 * Splits normalised text into words and numbers. Syllables are words here, as Vietnamese is written; compounds are
 * the ranker's business. "U.S." is one word; "36,5" and "36.5" are the same number, and so are "1.234" and "1,234";
 * the parts of a date such as 12.7.1995 are three numbers.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === OTHER) {
      at += 1;
    } else if (kind === LETTER) {
      at = readWord(text, at, tokens);
    } else {
      at = readNumber(text, at, tokens);
    }
  }
  return tokens;
}

function readWord(text: string, start: number, tokens: Token[]): number {
  let end = start + 1;
  while (end < text.length && classOf(text.charCodeAt(end)) === LETTER) end += 1;
  if (end === start + 1 && text[end] === '.') {
    const initials = readInitials(text, start);
    if (initials !== undefined) {
      const word = text.slice(start, initials).replaceAll('.', '').toLowerCase();
      tokens.push({ word, start, end: initials });
      return initials;
    }
  }
  // An English possessive says nothing that helps to find a sentence.
  const previous = text[start - 1];
  if (end === start + 1 && (previous === "'" || previous === '’') && /[sS]/.test(text[start] ?? ''))
    return end;
  const word = canonicalIAndY(canonicalTonePlacement(text.slice(start, end).toLowerCase()));
  tokens.push({ word, start, end });
  return end;
}

/** The end of a run such as "U.S." or "D.C." that begins at `start`; at least two letters. */
function readInitials(text: string, start: number): number | undefined {
  let at = start;
  let letters = 0;
  while (
    classOf(text.charCodeAt(at)) === LETTER &&
    text[at + 1] === '.' &&
    (at + 2 >= text.length || classOf(text.charCodeAt(at + 2)) !== LETTER || text[at + 3] === '.')
  ) {
    letters += 1;
    at += 2;
    if (at >= text.length) break;
  }
  return letters >= 2 ? at : undefined;
}

function readNumber(text: string, start: number, tokens: Token[]): number {
  let end = start;
  const groups: { from: number; to: number }[] = [];
  for (;;) {
    const from = end;
    while (end < text.length && classOf(text.charCodeAt(end)) === DIGIT) end += 1;
    groups.push({ from, to: end });
    const separator = text[end];
    if ((separator !== '.' && separator !== ',') || classOf(text.charCodeAt(end + 1)) !== DIGIT) break;
    end += 1;
  }
  const lengths = groups.map((group) => group.to - group.from);
  const first = lengths[0] ?? 0;
  const thousands = groups.length > 1 && first <= 3 && lengths.slice(1).every((length) => length === 3);
  if (thousands) {
    pushNumber(text.slice(start, end).replace(/[.,]/g, ''), start, end, tokens);
  } else if (groups.length === 2) {
    pushNumber(text.slice(start, end).replace(',', '.'), start, end, tokens);
  } else {
    for (const group of groups) pushNumber(text.slice(group.from, group.to), group.from, group.to, tokens);
  }
  return end;
}

function pushNumber(digits: string, start: number, end: number, tokens: Token[]): void {
  const word = digits.replace(/^0+(?=\d)/, '');
  tokens.push({ word, start, end });
}

/**
 * The lenient form of a lower-case word. Words that can be Vietnamese syllables are folded; all others are, as far as
 * spelling can tell, foreign and lose their English endings too, in every language alike, so that "normalised" in a
 * question meets "normalisation" in a sentence and "Kissinger" is the same in both languages.
 */
export function termOf(word: string): string {
  const folded = fold(word);
  return folded.length < 4 || couldBeUnmarkedSyllable(folded) ? folded : stemmer(folded);
}

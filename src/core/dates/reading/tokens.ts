/**
 * A piece of a text as dates are read from it. White space separates tokens and is none itself.
 */
export interface Token {
  /** A run of letters, a run of the digits 0 to 9, or a single other character. */
  readonly kind: 'word' | 'number' | 'symbol';
  /** Words in lower case and NFC, the rest as it stands. */
  readonly text: string;
  /** What a number says; NaN for words and symbols. */
  readonly value: number;
  /** UTF-16 offsets into the text, whatever its normalisation form. */
  readonly start: number;
  readonly end: number;
  /** Whether white space, or the beginning of the text, stands before it. */
  readonly spaced: boolean;
  /** Whether a word begins with a capital. */
  readonly capital: boolean;
}

/** Takes a text apart in one pass; decomposed (NFD) letters stay with their marks. */
export function scanTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      spaced = true;
      at += 1;
      continue;
    }
    const start = at;
    at += 1;
    if (isDigit(unit)) {
      while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
      const digits = text.slice(start, at);
      tokens.push({
        kind: 'number',
        text: digits,
        value: Number(digits),
        start,
        end: at,
        spaced,
        capital: false,
      });
    } else if (isLetter(unit)) {
      let isDecomposed = isCombining(unit);
      for (; at < text.length && isLetter(text.charCodeAt(at)); at += 1) {
        isDecomposed ||= isCombining(text.charCodeAt(at));
      }
      tokens.push(wordToken(text.slice(start, at), isDecomposed, { start, end: at, spaced }));
    } else {
      const symbol = text.charAt(start);
      tokens.push({
        kind: 'symbol',
        text: symbol,
        value: Number.NaN,
        start,
        end: at,
        spaced,
        capital: false,
      });
    }
    spaced = false;
  }
  return tokens;
}

type Place = Pick<Token, 'start' | 'end' | 'spaced'>;

function wordToken(raw: string, isDecomposed: boolean, { start, end, spaced }: Place): Token {
  const lower = raw.toLowerCase();
  const capital = raw.charCodeAt(0) !== lower.charCodeAt(0);
  // Normalising costs more than all the rest, and hardly any text needs it.
  const text = isDecomposed ? lower.normalize('NFC') : lower;
  return { kind: 'word', text, value: Number.NaN, start, end, spaced, capital };
}

/** A token when it follows the one before it without white space. */
export function glued(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at];
  return token === undefined || token.spaced ? undefined : token;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const isCombining = (unit: number): boolean => unit >= 0x300 && unit < 0x370;

// Invisible joiners and direction marks count as spaces: they part words at most.
const isSpace = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0xa0 ||
  unit === 0xad ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200f) ||
  (unit >= 0x2028 && unit <= 0x202f) ||
  (unit >= 0x205f && unit <= 0x206f) ||
  unit === 0x3000 ||
  unit === 0xfeff;

/** Letters and combining marks of any script; punctuation, symbols and surrogates are not. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7) return false;
  return unit < 0x2000 || (unit >= 0x2c00 && unit < 0xd800 && (unit < 0x3000 || unit > 0x303f));
}

import type { Locale } from '../locale.ts';
import { splitSentences } from '../text/sentences.ts';
import { wholeLetters } from '../text/shorten.ts';
import { gapBefore, type Piece, type Run } from './pieces.ts';

/** What a platform lets into one message, and how it counts. */
export interface Packing<PlatformPiece extends Piece> {
  /** In UTF-16 units. */
  readonly limit: number;
  /** How long a piece is by the platform's count, in UTF-16 units. */
  readonly lengthOf: (piece: PlatformPiece) => number;
  /** A run of which only these words are left; absent is the same run with other words. */
  readonly cutRun?: (run: PlatformPiece['runs'][number], text: string) => PlatformPiece['runs'][number];
  /** Decides where sentences end. */
  readonly language: Locale;
}

/**
 * Messages that keep to a platform's limit. Pieces stay whole where they fit; a longer one is parted between sentences,
 * a longer sentence between words, and what is longer still between letters.
 */
export function packPieces<PlatformPiece extends Piece>(
  pieces: readonly PlatformPiece[],
  packing: Packing<PlatformPiece>,
): readonly (readonly PlatformPiece[])[] {
  const { limit, lengthOf } = packing;
  const messages: PlatformPiece[][] = [];
  let current: PlatformPiece[] = [];
  let used = 0;
  for (const piece of pieces.flatMap((whole) => part(whole, packing))) {
    const own = lengthOf(piece);
    const size = own + (current.length === 0 ? 0 : gapBefore(piece).length);
    if (current.length > 0 && used + size > limit) {
      messages.push(current);
      current = [piece];
      used = own;
    } else {
      current.push(piece);
      used += size;
    }
  }
  if (current.length > 0) messages.push(current);
  return messages;
}

function part<PlatformPiece extends Piece>(
  piece: PlatformPiece,
  packing: Packing<PlatformPiece>,
): readonly PlatformPiece[] {
  const parts: PlatformPiece[] = [];
  let rest = piece;
  while (packing.lengthOf(rest) > packing.limit) {
    const text = rest.runs.map((run: Run) => run.text).join('');
    const cut = cutAt(text, longestFit(rest, text.length, packing), packing.language);
    parts.push(slice(rest, 0, cut, packing));
    rest = slice(rest, cut, text.length, packing);
  }
  return [...parts, rest];
}

/** How much of the text fits, as the platform counts; at least 1, so that parting comes to an end. */
function longestFit<PlatformPiece extends Piece>(
  piece: PlatformPiece,
  length: number,
  packing: Packing<PlatformPiece>,
): number {
  let fits = 1;
  let tooLong = length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (packing.lengthOf(slice(piece, 0, middle, packing)) <= packing.limit) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** Where to end the first part of a text of which `most` fits: after a sentence, else a word, else a letter. */
function cutAt(text: string, most: number, language: Locale): number {
  const window = text.slice(0, most);
  const sentenceEnd = splitSentences(window, language).slice(0, -1).at(-1)?.end ?? 0;
  if (sentenceEnd > most / 4) return skipSpaces(text, sentenceEnd, most);
  const space = window.lastIndexOf(' ');
  if (space > 0) return space + 1;
  const letters = wholeLetters(text, most);
  // A single letter with more marks than a message holds can only be cut.
  return letters === 0 ? most : letters;
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] === ' ') at += 1;
  return at;
}

function slice<PlatformPiece extends Piece>(
  piece: PlatformPiece,
  start: number,
  end: number,
  { cutRun = (run, text) => ({ ...run, text }) }: Packing<PlatformPiece>,
): PlatformPiece {
  const sliced: Run[] = [];
  let at = 0;
  for (const run of piece.runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += run.text.length;
    if (text !== '') sliced.push(text === run.text ? run : cutRun(run, text));
  }
  return { ...piece, runs: sliced };
}

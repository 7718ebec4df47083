import type { Locale } from '../../core/locale.ts';
import { splitSentences } from '../../core/text/sentences.ts';
import { wholeLetters } from './limits.ts';
import { gapBefore, type Piece, pieceToMarkdown, type Run } from './rich-text.ts';

/**
 * Messages of at most `limit` UTF-16 units as Discord counts them: with all markup. Pieces stay whole where they fit; a
 * longer one is parted between sentences, a longer sentence between words, and what is longer still between letters.
 */
export function packMessages(
  pieces: readonly Piece[],
  limit: number,
  language: Locale,
): readonly (readonly Piece[])[] {
  const messages: Piece[][] = [];
  let current: Piece[] = [];
  let used = 0;
  for (const piece of pieces.flatMap((whole) => partPiece(whole, limit, language))) {
    const own = pieceToMarkdown(piece).length;
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

function partPiece(piece: Piece, limit: number, language: Locale): readonly Piece[] {
  const parts: Piece[] = [];
  let rest = piece;
  while (pieceToMarkdown(rest).length > limit) {
    const text = textOf(rest);
    const cut = cutAt(text, longestFit(rest, text.length, limit), language);
    parts.push(slice(rest, 0, cut));
    rest = slice(rest, cut, text.length);
  }
  return [...parts, rest];
}

const textOf = ({ runs }: Piece): string => runs.map(({ text }) => text).join('');

/** How much of the text fits when its markup is counted; at least 1, so that parting comes to an end. */
function longestFit(piece: Piece, length: number, limit: number): number {
  let fits = 1;
  let tooLong = length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (pieceToMarkdown(slice(piece, 0, middle)).length <= limit) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** Where to end the first part of a text of which `most` fits: after a sentence, else a word, else a letter. */
function cutAt(text: string, most: number, language: Locale): number {
  const window = text.slice(0, most);
  const sentenceEnd = splitSentences(window, language).slice(0, -1).at(-1)?.end ?? 0;
  if (sentenceEnd > most / 4) return text[sentenceEnd] === ' ' ? sentenceEnd + 1 : sentenceEnd;
  const space = window.lastIndexOf(' ');
  if (space > 0) return space + 1;
  const letters = wholeLetters(text, most);
  // A single letter with more marks than a message holds can only be cut.
  return letters === 0 ? most : letters;
}

function slice({ runs, ...piece }: Piece, start: number, end: number): Piece {
  const sliced: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += run.text.length;
    if (text === '') continue;
    const { markup: _, ...unmarked } = run;
    // Markup of Discord's own is whole or not there at all.
    sliced.push(text === run.text ? run : { ...unmarked, text });
  }
  return { ...piece, runs: sliced };
}

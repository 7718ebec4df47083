import type { Locale } from '../../core/locale.ts';
import { splitSentences } from '../../core/text/sentences.ts';

/** A stretch of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly href?: string;
}

/** What stands on lines of its own. */
export interface Piece {
  readonly runs: readonly Run[];
  /** Shown as a quotation. */
  readonly quoted?: true;
  /** Follows the piece before without an empty line between them. */
  readonly close?: true;
}

/** What Telegram's HTML needs; everything else stands for itself. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const lengthOf = ({ runs }: Piece): number => runs.reduce((sum, { text }) => sum + text.length, 0);
const gapBefore = ({ close }: Piece): string => (close === true ? '\n' : '\n\n');

/** Pieces as Telegram's HTML. */
export const toHtml = (pieces: readonly Piece[]): string => join(pieces, pieceToHtml);

/** The same text without any markup; addresses of links stand in brackets behind them. */
export const toPlain = (pieces: readonly Piece[]): string =>
  join(pieces, ({ runs }) =>
    runs.map(({ text, href }) => (href === undefined ? text : `${text} (${href})`)).join(''),
  );

const join = (pieces: readonly Piece[], write: (piece: Piece) => string): string =>
  pieces.map((piece, index) => (index === 0 ? '' : gapBefore(piece)) + write(piece)).join('');

function pieceToHtml({ runs, quoted }: Piece): string {
  const inside = runs.map(runToHtml).join('');
  return quoted === true ? `<blockquote>${inside}</blockquote>` : inside;
}

function runToHtml({ text, bold, italic, code, href }: Run): string {
  if (text === '') return '';
  let html = escapeHtml(text);
  if (code === true) html = `<code>${html}</code>`;
  if (italic === true) html = `<i>${html}</i>`;
  if (bold === true) html = `<b>${html}</b>`;
  if (href !== undefined) html = `<a href="${escapeHtml(href)}">${html}</a>`;
  return html;
}

/**
 * Messages of at most `limit` UTF-16 units as Telegram counts them: the text that is left when markup is read. Pieces
 * stay whole where they fit; a longer one is parted between sentences, a longer sentence between words, and what is
 * longer still between letters.
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
    const size = lengthOf(piece) + (current.length === 0 ? 0 : gapBefore(piece).length);
    if (current.length > 0 && used + size > limit) {
      messages.push(current);
      current = [piece];
      used = lengthOf(piece);
    } else {
      current.push(piece);
      used += size;
    }
  }
  if (current.length > 0) messages.push(current);
  return messages;
}

function partPiece(piece: Piece, limit: number, language: Locale): readonly Piece[] {
  if (lengthOf(piece) <= limit) return [piece];
  const text = piece.runs.map((run) => run.text).join('');
  const parts: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const end =
      text.length - start <= limit ? text.length : start + cutAt(text.slice(start), limit, language);
    parts.push({ ...piece, runs: sliceRuns(piece.runs, start, end) });
    start = end;
  }
  return parts;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where to end the first part of a text longer than `limit`: after a sentence, else a word, else a letter. */
function cutAt(text: string, limit: number, language: Locale): number {
  const window = text.slice(0, limit);
  const sentences = splitSentences(window, language).slice(0, -1);
  const sentenceEnd = sentences.at(-1)?.end ?? 0;
  if (sentenceEnd > limit / 4) return skipSpaces(text, sentenceEnd, limit);
  const space = window.lastIndexOf(' ');
  if (space > 0) return space + 1;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  // A single letter with more marks than a message holds can only be cut.
  return end === 0 ? limit : end;
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] === ' ') at += 1;
  return at;
}

function sliceRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  const sliced: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') sliced.push({ ...run, text });
    at += run.text.length;
  }
  return sliced;
}

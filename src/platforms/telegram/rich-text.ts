import { packPieces } from '../../core/chat/pack-pieces.ts';
import { type Piece as AnyPiece, joinPieces, plainText, type Run } from '../../core/chat/pieces.ts';
import type { Locale } from '../../core/locale.ts';

/** What stands on lines of its own. */
export interface Piece extends AnyPiece {
  /** Shown as a quotation. */
  readonly quoted?: true;
}

/** What Telegram's HTML needs; everything else stands for itself. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Pieces as Telegram's HTML. */
export const toHtml = (pieces: readonly Piece[]): string => joinPieces(pieces, pieceToHtml);

/** The same text without any markup; addresses of links stand in brackets behind them. */
export const toPlain = (pieces: readonly Piece[]): string => joinPieces(pieces, plainText);

function pieceToHtml({ runs, quoted }: Piece): string {
  const inside = runs.map(runToHtml).join('');
  return quoted === true ? `<blockquote>${inside}</blockquote>` : inside;
}

function runToHtml({ text, bold, italic, href }: Run): string {
  if (text === '') return '';
  let html = escapeHtml(text);
  if (italic === true) html = `<i>${html}</i>`;
  if (bold === true) html = `<b>${html}</b>`;
  if (href !== undefined) html = `<a href="${escapeHtml(href)}">${html}</a>`;
  return html;
}

/** Messages of at most `limit` UTF-16 units as Telegram counts them: the text that is left when markup is read. */
export const packMessages = (
  pieces: readonly Piece[],
  limit: number,
  language: Locale,
): readonly (readonly Piece[])[] => packPieces(pieces, { limit, language, lengthOf });

const lengthOf = ({ runs }: Piece): number => runs.reduce((sum, { text }) => sum + text.length, 0);

import { packPieces } from '../../core/chat/pack-pieces.ts';
import type { Locale } from '../../core/locale.ts';
import { type Piece, pieceToMarkdown, type Run } from './rich-text.ts';

/** Messages of at most `limit` UTF-16 units as Discord counts them: with all markup. */
export const packMessages = (
  pieces: readonly Piece[],
  limit: number,
  language: Locale,
): readonly (readonly Piece[])[] => packPieces(pieces, { limit, language, lengthOf, cutRun });

const lengthOf = (piece: Piece): number => pieceToMarkdown(piece).length;

/** Markup of Discord's own is whole or not there at all. */
function cutRun({ markup: _, ...run }: Run, text: string): Run {
  return { ...run, text };
}

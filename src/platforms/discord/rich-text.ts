import { type Piece as AnyPiece, type Run as AnyRun, joinPieces, plainText } from '../../core/chat/pieces.ts';

/** A stretch of text that looks the same throughout. */
export interface Run extends AnyRun {
  /** Discord's own markup, such as a mention of a command; `text` is what it shows. */
  readonly markup?: string;
}

/** What stands on lines of its own. */
export interface Piece extends AnyPiece<Run> {
  /** `quote`: a quotation; `title`: large; `small`: below the rest, in small print. */
  readonly look?: 'quote' | 'title' | 'small';
}

const PREFIXES = { quote: '> ', title: '## ', small: '-# ' } as const;

/** Everything that Discord reads as markup within a line: emphasis, code, spoilers, links, mentions. */
const INLINE = /[\\*_~`|<>[\]@]|:(?=\/\/|[\w+-]+:)/g;
/** What turns a line into a heading, a list, a quotation or small print. */
const LINE_START = /^(\s*)(#{1,3} |-# |[-+] |>)/gm;
const NUMBERED = /^(\s*\d{1,9})([.)] )/gm;

/** A text that Discord shows as it is: nothing in it is markup, a mention, a link or an emoji. */
export const escapeMarkdown = (text: string): string => escapeLineStarts(text.replace(INLINE, '\\$&'));

const escapeLineStarts = (text: string): string =>
  text.replace(LINE_START, '$1\\$2').replace(NUMBERED, '$1\\$2');

/** How Discord shows a moment: `t` time, `d` date, `f` both, `R` as a distance from now. */
export type TimeLook = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

/** A moment, in milliseconds of the epoch, that every reader sees in their own zone and language. */
export const timeRun = (epochMs: number, look: TimeLook = 'f'): Run => ({
  text: new Date(epochMs).toISOString(),
  markup: `<t:${Math.floor(epochMs / 1000)}:${look}>`,
});

/** Pieces as Discord's markdown. */
export const toMarkdown = (pieces: readonly Piece[]): string => joinPieces(pieces, pieceToMarkdown);

/** The same text without any markup, safe to send as it is; addresses of links stand in brackets behind them. */
export const toPlain = (pieces: readonly Piece[]): string =>
  joinPieces(pieces, (piece) => escapeMarkdown(plainText(piece)));

/** One piece as Discord's markdown. */
export function pieceToMarkdown({ runs, look }: Piece): string {
  const inside = escapeLineStarts(runs.map(runToMarkdown).join(''));
  return look === undefined ? inside : inside.replace(/^/gm, PREFIXES[look]);
}

function runToMarkdown({ text, bold, italic, href, markup }: Run): string {
  if (markup !== undefined) return markup;
  if (text.trim() === '') return text;
  let markdown = text.replace(INLINE, '\\$&');
  if (italic === true) markdown = `*${markdown}*`;
  if (bold === true) markdown = `**${markdown}**`;
  const address = href === undefined ? undefined : linkAddress(href);
  // The angle brackets keep Discord from unfolding what stands behind the link.
  return address === undefined ? markdown : `[${markdown}](<${address}>)`;
}

/** An address that cannot break out of the link; `undefined` for what is no web address. */
function linkAddress(href: string): string | undefined {
  const url = parseUrl(href);
  if (url === undefined) return undefined;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return url.href.replace(/[<>()\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function parseUrl(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    return undefined;
  }
}

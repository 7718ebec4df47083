import type { Block } from './reply.ts';

/** A stretch of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
}

/** What stands on lines of its own in a message; a platform may know more of its runs and its look. */
export interface Piece<PlatformRun extends Run = Run> {
  readonly runs: readonly PlatformRun[];
  /** Follows the piece before without an empty line between them. */
  readonly close?: true;
}

/** What stands between a piece and the one before it. */
export const gapBefore = ({ close }: Pick<Piece, 'close'>): string => (close === true ? '\n' : '\n\n');

/** Pieces one below the other, each as it is written. */
export const joinPieces = <PlatformPiece extends Piece>(
  pieces: readonly PlatformPiece[],
  write: (piece: PlatformPiece) => string,
): string => pieces.map((piece, index) => (index === 0 ? '' : gapBefore(piece)) + write(piece)).join('');

/** A piece without any markup; addresses of links stand in brackets behind them. */
export const plainText = ({ runs }: Piece): string =>
  runs.map(({ text, href }) => (href === undefined ? text : `${text} (${href})`)).join('');

/** Lines of one kind, such as those of a list, stand together. */
export const closeAfter = (before: Block | undefined, kind: Block['kind']): Pick<Piece, 'close'> =>
  before?.kind === kind ? { close: true } : {};

/** A quoted sentence with what to point at in bold. */
export function quoteRuns({ text, highlights }: Extract<Block, { kind: 'quote' }>): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of highlights) {
    runs.push({ text: text.slice(at, start) }, { text: text.slice(start, end), bold: true });
    at = end;
  }
  runs.push({ text: text.slice(at) });
  return runs.filter((run) => run.text !== '');
}

/** Where a quoted sentence stands: title, date, source with its address. */
export const citationRuns = ({
  title,
  date,
  source,
}: Extract<Block, { kind: 'citation' }>): readonly Run[] => [
  // A title may end with the very date.
  { text: `— ${title}${date === undefined || title.endsWith(` ${date}`) ? '' : ` · ${date}`}` },
  ...sourceRuns(source, ' · '),
];

/** Something that happened: its date and title, and below them what it was, with its source. */
export const eventPieces = ({
  date,
  title,
  text,
  source,
}: Extract<Block, { kind: 'event' }>): readonly Piece[] => [
  { runs: [{ text: `${date} · ${title}`, bold: true }] },
  { runs: [{ text }, ...sourceRuns(source, ' — ')], close: true },
];

function sourceRuns(
  source: { readonly title: string; readonly url?: string } | undefined,
  before: string,
): readonly Run[] {
  if (source === undefined) return [];
  const { title, url } = source;
  return [{ text: before }, url === undefined ? { text: title } : { text: title, href: url }];
}

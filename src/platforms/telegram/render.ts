import { assertNever } from '../../core/assert-never.ts';
import type { Block, Reply } from '../../core/chat/reply.ts';
import { TELEGRAM_LIMITS } from './limits.ts';
import { type Piece, packMessages, type Run, toHtml, toPlain } from './rich-text.ts';

/** One message: as HTML, and the same without markup for when Telegram refuses it. */
export interface RenderedMessage {
  readonly html: string;
  readonly plain: string;
}

/** How the renderer links to the bot itself. */
export interface RenderOptions {
  /** The bot's name without "@"; citations link to it. */
  readonly botName: string;
}

/** A reply as messages, each within Telegram's limit, at least one. */
export function renderReply(reply: Reply, options: RenderOptions): readonly RenderedMessage[] {
  const pieces = reply.blocks.flatMap((block, index) => renderBlock(block, reply.blocks[index - 1], options));
  return packMessages(pieces, TELEGRAM_LIMITS.messageText, reply.language).map((message) => ({
    html: toHtml(message),
    plain: toPlain(message),
  }));
}

/** The link that opens a citation in the private chat with the bot. */
export const citationLink = (botName: string, handle: string): string =>
  `https://t.me/${botName}?start=c_${handle}`;

function renderBlock(block: Block, before: Block | undefined, options: RenderOptions): readonly Piece[] {
  switch (block.kind) {
    case 'direct':
      return [{ runs: [{ text: block.text, bold: true }] }];
    case 'quote':
      return [{ runs: quoteRuns(block), quoted: true }];
    case 'citation':
      return [{ runs: citationRuns(block, options), close: true }];
    case 'text':
      return [{ runs: [{ text: block.text }], ...closeAfter(before, 'text') }];
    case 'notice':
      return [{ runs: [{ text: block.text, italic: true }], ...closeAfter(before, 'notice') }];
    case 'heading':
      return [{ runs: [{ text: block.text, bold: true }] }];
    case 'event':
      return [
        {
          runs: [{ text: block.date, bold: true }, { text: ` · ${block.title}` }],
        },
        { runs: [{ text: block.text }, ...sourceRuns(block.source, ' — ')], close: true },
      ];
    case 'choices':
      // They are buttons.
      return [];
    default:
      return assertNever(block);
  }
}

/** Lines of one kind, such as those of a list, stand together. */
const closeAfter = (before: Block | undefined, kind: Block['kind']): Pick<Piece, 'close'> =>
  before?.kind === kind ? { close: true } : {};

function quoteRuns({ text, highlights }: Extract<Block, { kind: 'quote' }>): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of highlights) {
    runs.push({ text: text.slice(at, start) }, { text: text.slice(start, end), bold: true });
    at = end;
  }
  runs.push({ text: text.slice(at) });
  return runs.filter((run) => run.text !== '');
}

function citationRuns(
  block: Extract<Block, { kind: 'citation' }>,
  { botName }: RenderOptions,
): readonly Run[] {
  const date = block.date === undefined ? '' : ` · ${block.date}`;
  return [
    { text: `— ${block.title}${date}` },
    ...sourceRuns(block.source, ' · '),
    { text: ' ' },
    { text: `[${block.handle}]`, href: citationLink(botName, block.handle) },
  ];
}

function sourceRuns(
  source: { readonly title: string; readonly url?: string } | undefined,
  before: string,
): readonly Run[] {
  if (source === undefined) return [];
  const { title, url } = source;
  return [{ text: before }, url === undefined ? { text: title } : { text: title, href: url }];
}

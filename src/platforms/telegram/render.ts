import { assertNever } from '../../core/assert-never.ts';
import { citationRuns, closeAfter, eventPieces, quoteRuns } from '../../core/chat/pieces.ts';
import type { Block, Reply } from '../../core/chat/reply.ts';
import { TELEGRAM_LIMITS } from './limits.ts';
import { type Piece, packMessages, toHtml, toPlain } from './rich-text.ts';

/** One message: as HTML, and the same without markup for when Telegram refuses it. */
export interface RenderedMessage {
  readonly html: string;
  plain(): string;
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
    // Hardly ever needed, so not made before.
    plain: () => toPlain(message),
  }));
}

/** The link that opens a citation in the private chat with the bot. */
const citationLink = (botName: string, handle: string): string => `https://t.me/${botName}?start=c_${handle}`;

function renderBlock(block: Block, before: Block | undefined, options: RenderOptions): readonly Piece[] {
  switch (block.kind) {
    case 'direct':
      return [{ runs: [{ text: block.text, bold: true }] }];
    case 'quote':
      return [{ runs: quoteRuns(block), quoted: true }];
    case 'citation':
      return [
        {
          runs: [
            ...citationRuns(block),
            { text: ' ' },
            { text: `[${block.handle}]`, href: citationLink(options.botName, block.handle) },
          ],
          close: true,
        },
      ];
    case 'text':
      return [{ runs: [{ text: block.text }], ...closeAfter(before, 'text') }];
    case 'notice':
      return [{ runs: [{ text: block.text, italic: true }], ...closeAfter(before, 'notice') }];
    case 'heading':
      return [{ runs: [{ text: block.text, bold: true }] }];
    case 'event':
      return eventPieces(block);
    case 'choices':
      // They are buttons.
      return [];
    default:
      return assertNever(block);
  }
}

import { assertNever } from '../../core/assert-never.ts';
import { citationRuns, closeAfter, eventPieces, quoteRuns } from '../../core/chat/pieces.ts';
import type { Block, Reply } from '../../core/chat/reply.ts';
import { shorten } from '../../core/text/shorten.ts';
import { fitsIntoButton } from './components.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { packMessages } from './pack.ts';
import { type Piece, type Run, toMarkdown, toPlain } from './rich-text.ts';

/** One message: as markdown, and the same without markup for when Discord refuses its components. */
export interface RenderedMessage {
  readonly markdown: string;
  plain(): string;
}

/** What the renderer knows of the bot. */
export interface RenderOptions {
  /** The markup that shows a command, to be pressed; `undefined` for what is no command, or not registered. */
  readonly commandMention: (name: string) => string | undefined;
}

/** A reply as messages, each within Discord's limit, at least one. */
export function renderReply(reply: Reply, options: RenderOptions): readonly RenderedMessage[] {
  const pieces = reply.blocks.flatMap((block, index) => renderBlock(block, reply.blocks[index - 1], options));
  // What holds nothing but choices still needs a text to stand in.
  const shown = pieces.length === 0 ? [{ runs: [{ text: '…' }] }] : pieces;
  return packMessages(shown, DISCORD_LIMITS.componentText, reply.language).map((message) => ({
    markdown: toMarkdown(message),
    // Hardly ever needed, so not made before.
    plain: () => shorten(toPlain(message), DISCORD_LIMITS.content),
  }));
}

function renderBlock(block: Block, before: Block | undefined, options: RenderOptions): readonly Piece[] {
  switch (block.kind) {
    case 'direct':
      return [{ runs: [{ text: block.text }], look: 'title' }];
    case 'quote':
      return [{ runs: quoteRuns(block), look: 'quote', ...closeAfter(before, 'direct') }];
    case 'citation':
      return citation(block, options);
    case 'text':
      return [{ runs: withCommands(block.text, options), ...closeAfter(before, 'text') }];
    case 'notice':
      return [
        {
          runs: withCommands(block.text, options).map((run) => ({ ...run, italic: true as const })),
          ...closeAfter(before, 'notice'),
        },
      ];
    case 'heading':
      return [{ runs: [{ text: block.text, bold: true }] }];
    case 'event':
      return eventPieces(block);
    case 'choices':
      // They are buttons; what no button can hold is listed.
      return block.choices
        .filter(({ say }) => !fitsIntoButton(say))
        .map(({ say }) => ({ runs: [{ text: `• ${say}` }], close: true as const }));
    default:
      return assertNever(block);
  }
}

/** Where the sentence stands, and below it in small print by what handle it is found again. */
function citation(
  block: Extract<Block, { kind: 'citation' }>,
  { commandMention }: RenderOptions,
): readonly Piece[] {
  const mention = commandMention('source');
  return [
    { runs: citationRuns(block), close: true },
    {
      runs: [
        { text: `[${block.handle}]` },
        ...(mention === undefined ? [] : [{ text: ' ' }, { text: '/source', markup: mention }]),
      ],
      look: 'small',
      close: true,
    },
  ];
}

const COMMAND = /(?<![\p{L}\d/⟩])\/(\p{L}[\p{L}\d]*)/gu;

/** The bot's own words name commands as they are typed elsewhere; here they can be pressed. */
function withCommands(text: string, { commandMention }: RenderOptions): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const found of text.matchAll(COMMAND)) {
    const markup = commandMention(found[1] ?? '');
    if (markup === undefined) continue;
    runs.push({ text: text.slice(at, found.index) }, { text: found[0], markup });
    at = found.index + found[0].length;
  }
  runs.push({ text: text.slice(at) });
  return runs.filter((run) => run.text !== '');
}

import { assertNever } from '../../core/assert-never.ts';
import type { Block, Reply } from '../../core/chat/reply.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 100;
/** In a narrower terminal the terminal itself may break the lines. */
const NARROWEST = 24;

/** The columns to write in, given those of the terminal, which a pipe does not have and some terminals tell as 0. */
export const widthFor = (columns: number | undefined): number =>
  columns === undefined || columns <= 0 ? WIDEST : Math.max(NARROWEST, Math.min(columns, WIDEST));

// A sentence of the knowledge must not be able to move the cursor or colour the screen, nor turn its direction round.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;

/** The text without what a terminal would obey instead of show; newlines and tabs stay. */
export const cleanText = (text: string): string => text.replace(CONTROL, '');

/** A reply as lines for a terminal of `width` columns, without a newline at the end. */
export function renderReply(reply: Reply, style: Style, width: number): string {
  return reply.blocks.map((block) => renderBlock(block, style, width)).join('\n');
}

function renderBlock(block: Block, style: Style, width: number): string {
  switch (block.kind) {
    case 'direct':
      return lay(cleanText(block.text), width, { style: style.strong });
    case 'quote':
      return lay(`“${emphasise(block.text, block.highlights, style)}”`, width, { first: '  ', rest: '   ' });
    case 'citation':
      return lay(citationLine(block), width, { ...SOURCE, style: style.faint });
    case 'text':
      return lay(cleanText(block.text), width);
    case 'notice':
      return lay(cleanText(block.text), width, { first: '   ⚑ ', rest: '     ', style: style.faint });
    case 'heading':
      return lay(cleanText(block.text), width, { style: style.heading });
    case 'event':
      return [
        `${style.strong(cleanText(block.date))}  ${style.marked(cleanText(block.title))}`,
        lay(cleanText(block.text), width, { first: '  ', rest: '  ' }),
        ...(block.source === undefined
          ? []
          : [lay(sourceLine(block.source), width, { ...SOURCE, style: style.faint })]),
      ].join('\n');
    case 'choices':
      return block.choices
        .map(({ label, say }) =>
          lay(cleanText(label === say ? label : `${label}  (${say})`), width, {
            first: '  › ',
            rest: '    ',
          }),
        )
        .join('\n');
    default:
      return assertNever(block);
  }
}

interface Layout {
  /** What the first line begins with, and what the others do; as many columns in both. */
  readonly first?: string;
  readonly rest?: string;
  /** Applied line by line, so that no style reaches over the end of a line. */
  readonly style?: (text: string) => string;
}

const SOURCE: Layout = { first: '   — ', rest: '     ' };

function lay(text: string, width: number, { first = '', rest = '', style }: Layout = {}): string {
  return wrap(text, width - rest.length)
    .map((line, index) => `${index === 0 ? first : rest}${style === undefined ? line : style(line)}`)
    .join('\n');
}

function citationLine(block: Extract<Block, { readonly kind: 'citation' }>): string {
  const parts = [block.title, block.date, block.source === undefined ? undefined : sourceLine(block.source)];
  return `${parts
    .filter((part) => part !== undefined)
    .map(cleanText)
    .join(' · ')} [${block.handle}]`;
}

function sourceLine(source: { readonly title: string; readonly url?: string }): string {
  return cleanText(source.url === undefined ? source.title : `${source.title} <${source.url}>`);
}

function emphasise(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  style: Style,
): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += cleanText(text.slice(at, start));
    // Word by word, so that a line break never falls inside a style.
    out += cleanText(text.slice(start, end))
      .split(' ')
      .map((word) => style.marked(word))
      .join(' ');
    at = end;
  }
  return out + cleanText(text.slice(at));
}

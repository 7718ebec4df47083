import { assertNever } from '../../core/assert-never.ts';
import type { Block, Reply } from '../../core/chat/reply.ts';
import type { Style } from './style.ts';

// A sentence of the knowledge must not be able to move the cursor or colour the screen.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** A reply as lines for a terminal of `width` columns, without a newline at the end. */
export function renderReply(reply: Reply, style: Style, width: number): string {
  return reply.blocks.map((block) => renderBlock(block, style, width)).join('\n');
}

function renderBlock(block: Block, style: Style, width: number): string {
  switch (block.kind) {
    case 'direct':
      return style.strong(clean(block.text));
    case 'quote':
      return indent(wrap(emphasise(block.text, block.highlights, style), width - 4), '  “', '   ', '”');
    case 'citation':
      return indent(wrap(style.faint(citationLine(block)), width - 4), '   — ', '     ', '');
    case 'text':
      return wrap(clean(block.text), width);
    case 'notice':
      return indent(wrap(style.faint(clean(block.text)), width - 4), '   ⚑ ', '     ', '');
    case 'heading':
      return style.heading(clean(block.text));
    case 'event':
      return [
        `${style.strong(clean(block.date))}  ${style.marked(clean(block.title))}`,
        indent(wrap(clean(block.text), width - 4), '  ', '  ', ''),
        ...(block.source === undefined
          ? []
          : [indent(wrap(style.faint(sourceLine(block.source)), width - 4), '   — ', '     ', '')]),
      ].join('\n');
    case 'choices':
      return block.choices
        .map(
          ({ label, say }) => `  › ${clean(label)}${label === say ? '' : style.faint(`  (${clean(say)})`)}`,
        )
        .join('\n');
    default:
      return assertNever(block);
  }
}

const clean = (text: string): string => text.replace(CONTROL, '');

function citationLine(block: Extract<Block, { readonly kind: 'citation' }>): string {
  const parts = [block.title, block.date, block.source === undefined ? undefined : sourceLine(block.source)];
  return `${parts
    .filter((part) => part !== undefined)
    .map(clean)
    .join(' · ')} [${block.handle}]`;
}

function sourceLine(source: { readonly title: string; readonly url?: string }): string {
  return clean(source.url === undefined ? source.title : `${source.title} <${source.url}>`);
}

function emphasise(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  style: Style,
): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += clean(text.slice(at, start));
    // Word by word, so that a line break never falls inside a style.
    out += clean(text.slice(start, end))
      .split(' ')
      .map((word) => style.marked(word))
      .join(' ');
    at = end;
  }
  return out + clean(text.slice(at));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const ESCAPES = /\u001B\[[0-9;]*m/g;

/** Breaks at spaces; a word longer than the line, such as an address, stands whole. */
function wrap(text: string, width: number): string {
  const limit = Math.max(20, width);
  return text
    .split('\n')
    .map((paragraph) => {
      let line = '';
      let length = 0;
      const lines: string[] = [];
      for (const word of paragraph.split(' ')) {
        const size = word.replace(ESCAPES, '').length;
        if (length > 0 && length + 1 + size > limit) {
          lines.push(line);
          line = word;
          length = size;
        } else {
          line = length === 0 ? word : `${line} ${word}`;
          length += size + (length === 0 ? 0 : 1);
        }
      }
      lines.push(line);
      return lines.join('\n');
    })
    .join('\n');
}

function indent(text: string, first: string, rest: string, end: string): string {
  return `${first}${text.split('\n').join(`\n${rest}`)}${end}`;
}

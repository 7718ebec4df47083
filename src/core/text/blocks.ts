import { letterClassAt } from './letter-class.ts';
import type { Span } from './span.ts';

// A bullet, a number or a letter with its stop or bracket, and a space: what begins a list item.
const ITEM = /(?:[-*•+–—·▪◦‣●○■►✓]|\d{1,3}[.)]|[a-zđA-Z]\))[ \t]/y;

/**
 * Cuts a text at blank lines and before list items, the two places where a new line ends a sentence without any stop.
 * The pieces are trimmed and never empty.
 */
export function textBlocks(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let from = 0;
  for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    if (!endsBlock(text, newline)) continue;
    push(text, from, newline, blocks);
    from = newline;
  }
  push(text, from, text.length, blocks);
  return blocks;
}

function endsBlock(text: string, newline: number): boolean {
  let at = newline + 1;
  while (at < text.length && text[at] !== '\n' && letterClassAt(text, at) === 'space') at += 1;
  if (at >= text.length || text[at] === '\n') return true;
  ITEM.lastIndex = at;
  return ITEM.test(text);
}

function push(text: string, from: number, to: number, blocks: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && letterClassAt(text, start) === 'space') start += 1;
  while (end > start && letterClassAt(text, end - 1) === 'space') end -= 1;
  if (start < end) blocks.push({ start, end });
}

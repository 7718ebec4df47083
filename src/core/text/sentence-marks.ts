import { letterClassAt } from './letter-class.ts';

/** Full stops, question and exclamation marks and ellipses, of the scripts that texts on the web mix. */
const STOPS: ReadonlySet<string> = new Set('.?!…。！？؟۔।');
/** Those that end a sentence of a script written without spaces. */
const WIDE_STOPS: ReadonlySet<string> = new Set('。！？');
const CLOSERS: ReadonlySet<string> = new Set('”’»›)]}');
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '”'],
  ['«', '»'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['"', '"'],
]);
const SUPERSCRIPT = /[¹²³⁰-⁹]/u;
// A reference as in encyclopedias; some set a space before it.
const FOOTNOTE = / ?\[(?:\d{1,3}|cần dẫn nguồn|citation needed)\]/y;
/** What follows a quotation mark that closed, in texts that set spaces on both sides of it. */
const BEHIND_CLOSED: ReadonlySet<string> = new Set('.,;:!?)]}');

/**
 * Longest quotation or bracket, in UTF-16 units, that is kept in one piece. What is longer is a speech whose
 * sentences can be quoted one by one, or a bracket that someone forgot to close.
 */
const LONGEST_ENCLOSURE = 240;

/** Whether a character can end a sentence: a full stop, a question or exclamation mark, an ellipsis. */
export function isStop(character: string | undefined): boolean {
  return character !== undefined && STOPS.has(character);
}

/** Whether a character ends a sentence even without a space behind it. */
export function isWideStop(character: string | undefined): boolean {
  return character !== undefined && WIDE_STOPS.has(character);
}

/** A quotation or bracket: indices of its two marks. */
export interface Enclosure {
  readonly from: number;
  readonly to: number;
  readonly bracket: boolean;
}

/** The quotation or bracket that opens at `at`, if it closes soon enough and before `limit`. */
export function enclosureAt(text: string, at: number, limit: number): Enclosure | undefined {
  const open = text.charAt(at);
  const close = PAIRS.get(open);
  if (close === undefined) return undefined;
  if (open === '"' && !opensStraightQuote(text, at)) return undefined;
  const last = Math.min(limit, at + LONGEST_ENCLOSURE);
  let depth = 1;
  for (let to = at + 1; to < last; to += 1) {
    const character = text.charAt(to);
    if (character === close) depth -= 1;
    else if (character === open) depth += 1;
    if (depth === 0) return { from: at, to, bracket: close === ')' || close === ']' || close === '}' };
  }
  return undefined;
}

function opensStraightQuote(text: string, at: number): boolean {
  if (at + 1 >= text.length || letterClassAt(text, at + 1) === 'space') return false;
  if (BEHIND_CLOSED.has(text.charAt(at + 1))) return false;
  if (at === 0) return true;
  const before = letterClassAt(text, at - 1);
  return before === 'space' || (before === 'mark' && !isStop(text[at - 1]));
}

/** Marks that follow one another at the end of a sentence. */
export interface StopRun {
  /** First unit behind the stops themselves. */
  readonly stopsEnd: number;
  /** First unit behind the closing quotes, brackets and footnote marks that belong to them. */
  readonly end: number;
  /** Whether a quote or bracket closed after the stops. */
  readonly closed: boolean;
}

/** Reads the stops at `at` and what closes with them: `…!"`, `?)`, `.[12]`. */
export function readStops(text: string, at: number, limit: number, enclosureEnd: number): StopRun {
  let stopsEnd = at;
  while (stopsEnd < limit && isStop(text[stopsEnd])) stopsEnd += 1;
  let end = stopsEnd;
  let closed = false;
  for (;;) {
    const next = closerEnd(text, end, limit, enclosureEnd);
    if (next === end) break;
    if (!SUPERSCRIPT.test(text.charAt(end)) && text.charAt(next - 1) !== ']') closed = true;
    end = next;
    // The stop is set twice, inside and outside of the quotation: `thắng lợi!".`
    while (end < limit && isStop(text[end])) end += 1;
  }
  return { stopsEnd, end, closed };
}

/** The end of one closing mark at `at`, or `at` when there is none. */
function closerEnd(text: string, at: number, limit: number, enclosureEnd: number): number {
  if (at >= limit) return at;
  const character = text.charAt(at);
  if (CLOSERS.has(character)) return isApostrophe(text, at, limit) ? at : at + 1;
  if (SUPERSCRIPT.test(character)) return at + 1;
  if (character === '"' || character === "'") {
    const glued = at + 1 < limit && isWordPart(text, at + 1);
    return !glued || enclosureEnd === at ? at + 1 : at;
  }
  FOOTNOTE.lastIndex = at;
  if (FOOTNOTE.test(text) && FOOTNOTE.lastIndex <= limit) return FOOTNOTE.lastIndex;
  // Word-segmented texts set a space before closing marks: `thắng lợi . ” Ông nói`.
  if (character === ' ' && at + 1 < limit && CLOSERS.has(text.charAt(at + 1))) {
    return isApostrophe(text, at + 1, limit) ? at : at + 2;
  }
  return at;
}

function isApostrophe(text: string, at: number, limit: number): boolean {
  return text[at] === '’' && at + 1 < limit && isWordPart(text, at + 1);
}

/** Whether a letter or digit stands at `at`. */
function isWordPart(text: string, at: number): boolean {
  const kind = letterClassAt(text, at);
  return kind !== 'mark' && kind !== 'space';
}

/** Whether the stops are alone in brackets, as "[…]" for something left out and "(?)" for a doubt. */
export function isBracketedMark(text: string, from: number, stopsEnd: number): boolean {
  const before = text[from - 1];
  const after = text[stopsEnd];
  return (before === '[' && after === ']') || (before === '(' && after === ')');
}

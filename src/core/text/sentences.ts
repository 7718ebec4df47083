import type { Locale } from '../locale.ts';
import { textBlocks } from './blocks.ts';
import { letterClassAt } from './letter-class.ts';
import { endsBeforeCapital, endsBeforeNumber, endsWithoutSpace, type StopContext } from './sentence-end.ts';
import {
  type Enclosure,
  enclosureAt,
  isBracketedMark,
  isStop,
  isWideStop,
  readStops,
} from './sentence-marks.ts';
import type { Span } from './span.ts';

/**
 * The sentences of one paragraph, in order and without the white space around them; together with the white space
 * between them they are the whole text.
 *
 * `language` decides which abbreviations and sentence openers are expected; foreign ones are known in both. A stop
 * before a small letter ends nothing unless it asks or exclaims; a quotation or bracket that closes soon is not torn
 * apart; a new line ends a sentence only before a list item or a blank line. Linear in the length of the text.
 */
export function splitSentences(text: string, language: Locale): readonly Span[] {
  return textBlocks(text).flatMap((block) => splitBlock(text, block, language));
}

/** What stands between a stop and the next letter or digit. */
interface Ahead {
  /** Index of the next letter, digit or stop; the limit when nothing of the kind follows. */
  readonly at: number;
  readonly kind: 'end' | 'stop' | 'continued' | 'lower' | 'capital' | 'digit';
}

function splitBlock(text: string, block: Span, language: Locale): readonly Span[] {
  const spans: Span[] = [];
  const limit = block.end;
  let start = block.start;
  let tokenStart = start;
  let hasWords = false;
  let enclosure: Enclosure | undefined;
  let at = start;

  while (at < limit) {
    const kind = letterClassAt(text, at);
    if (kind !== 'mark') {
      if (kind === 'space') tokenStart = at + 1;
      else hasWords = true;
      at += 1;
      continue;
    }
    if (enclosure === undefined || at > enclosure.to) enclosure = enclosureAt(text, at, limit);
    if (!isStop(text[at])) {
      at += 1;
      continue;
    }
    const run = readStops(text, at, limit, enclosure?.to ?? -1);
    if (isBracketedMark(text, at, run.stopsEnd)) {
      // The run reaches over the stop behind the bracket, and that one may end the sentence: "ngày […]. Hai bên".
      at = run.stopsEnd;
      continue;
    }
    const inside = enclosure !== undefined && run.end <= enclosure.to;
    if (!inside && hasWords && run.end < limit) {
      const context: StopContext = {
        text,
        language,
        sentenceStart: start,
        tokenStart,
        at,
        stopsEnd: run.stopsEnd,
        next: run.end,
        limit,
        closed: run.closed,
        inBracket: enclosure?.bracket === true && enclosure.from > start && at < enclosure.to,
      };
      if (endsSentence(context)) {
        spans.push({ start, end: run.end });
        start = skipSpace(text, run.end, limit);
        at = start;
        tokenStart = start;
        hasWords = false;
        enclosure = undefined;
        continue;
      }
    }
    at = run.end;
  }
  if (start < limit) spans.push({ start, end: limit });
  return spans;
}

function endsSentence(context: StopContext): boolean {
  const { text, at, stopsEnd, next, limit, closed } = context;
  if (letterClassAt(text, next) !== 'space')
    return isWideStop(text[stopsEnd - 1]) || endsWithoutSpace(context);
  const ahead = lookAhead(text, next, limit);
  const asks = /[?!]/.test(text.slice(at, stopsEnd));
  switch (ahead.kind) {
    case 'end':
    case 'stop':
    case 'continued':
      return false;
    case 'lower':
      return asks && !closed && !isBrand(context);
    case 'digit':
      return asks || endsBeforeNumber({ ...context, next: ahead.at });
    case 'capital':
      return asks ? !context.inBracket : endsBeforeCapital({ ...context, next: ahead.at });
  }
}

/** Names that carry an exclamation mark of their own. */
function isBrand({ text, at, tokenStart }: StopContext): boolean {
  return /^Yahoo$/.test(text.slice(Math.max(tokenStart, at - 5), at));
}

function lookAhead(text: string, from: number, limit: number): Ahead {
  for (let at = from; at < limit; at += 1) {
    const kind = letterClassAt(text, at);
    if (kind === 'space') continue;
    if (kind === 'lower' || kind === 'digit') return { at, kind };
    if (kind !== 'mark') return { at, kind: 'capital' };
    if (isStop(text[at])) {
      let stopsEnd = at + 1;
      while (stopsEnd < limit && isStop(text[stopsEnd])) stopsEnd += 1;
      return { at, kind: isBracketedMark(text, at, stopsEnd) ? 'capital' : 'stop' };
    }
    if (',;:'.includes(text.charAt(at))) return { at, kind: 'continued' };
  }
  return { at: limit, kind: 'end' };
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && letterClassAt(text, at) === 'space') at += 1;
  return at;
}

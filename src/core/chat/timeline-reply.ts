import type { DatedEntry } from '../answer/timeline-lookup.ts';
import { type Edtf, edtfParts } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { Locale } from '../locale.ts';
import type { Block } from './reply.ts';
import { sourceOf } from './source-of.ts';
import { wordsIn } from './words/words.ts';

/**
 * Dated entries as blocks, at most `limit` of them, with a line that says how many are left. `today` adds how many
 * years ago each was.
 */
export function timelineBlocks(
  entries: readonly DatedEntry[],
  language: Locale,
  limit: number,
  today?: Edtf,
): readonly Block[] {
  const blocks = entries.slice(0, limit).map((entry) => entryBlock(entry, language, today));
  const left = entries.length - blocks.length;
  return left > 0 ? [...blocks, { kind: 'text', text: wordsIn(language).moreEvents(left) }] : blocks;
}

/** One dated entry; `today` adds how many years ago it was. */
export function entryBlock(entry: DatedEntry, language: Locale, today?: Edtf): Block {
  const date =
    today === undefined ? writeDate(entry.date, language, 'short') : anniversary(entry.date, language, today);
  if (entry.kind === 'event') {
    const { event } = entry;
    const [source] = event.sources;
    return {
      kind: 'event',
      date,
      title: event.title[language],
      text: event.text[language],
      ...(source === undefined ? {} : { source }),
    };
  }
  const { document, sentence } = entry;
  const source = sourceOf(document, sentence);
  return {
    kind: 'event',
    date,
    title: document.title,
    text: sentence.text,
    handle: sentence.handle,
    ...(source === undefined ? {} : { source }),
  };
}

function anniversary(date: Edtf, language: Locale, today: Edtf): string {
  const then = edtfParts(date);
  const now = edtfParts(today);
  if (then.precision !== 'day' || now.precision !== 'day' || now.year <= then.year) {
    return writeDate(date, language, 'short');
  }
  return wordsIn(language).yearsAgo(now.year - then.year, then.year);
}

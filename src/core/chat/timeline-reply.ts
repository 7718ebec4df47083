import type { DatedEntry } from '../answer/timeline-lookup.ts';
import { yearsBetween } from '../dates/anniversaries.ts';
import { type Edtf, edtfParts } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { Locale } from '../locale.ts';
import type { ReplyButton } from './action.ts';
import type { Block, Reply } from './reply.ts';
import { sourceOf } from './source-of.ts';
import { wordsIn } from './words/words.ts';

/** Which part of a long list is told, and by which command a button can turn the page. */
export interface Paging {
  /** Entries on a page. */
  readonly limit: number;
  /** The first is 1. */
  readonly page: number;
  /** Absent: the list cannot be leafed through, so a line says how many entries are left. */
  readonly turnedBy?: { readonly command: string; readonly argument: string };
}

/** One page of dated entries. `today` adds how many years ago each was. */
export function timelinePage(
  entries: readonly DatedEntry[],
  language: Locale,
  { limit, page, turnedBy }: Paging,
  today?: Edtf,
): Pick<Reply, 'blocks' | 'buttons'> {
  const words = wordsIn(language);
  const before = (page - 1) * limit;
  const shown = entries.slice(before, before + limit);
  const left = entries.length - before - shown.length;
  const blocks: Block[] = shown.map((entry) => entryBlock(entry, language, today));
  if (left > 0) blocks.push({ kind: 'text', text: words.moreEvents(left) });
  if (turnedBy === undefined) return { blocks };
  const turn = (label: string, to: number): ReplyButton => ({
    label,
    action: { kind: 'page', ...turnedBy, page: to, language },
  });
  return {
    blocks,
    buttons: [
      ...(page > 1 ? [turn(words.previous, page - 1)] : []),
      ...(left > 0 ? [turn(words.next, page + 1)] : []),
    ],
  };
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
  const years = yearsBetween(date, today) ?? 0;
  return then.precision === 'day' && years > 0
    ? wordsIn(language).yearsAgo(years, then.year)
    : writeDate(date, language, 'short');
}

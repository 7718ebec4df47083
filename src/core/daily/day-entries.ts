import type { DatedEntry, TimelineLookup } from '../answer/timeline-lookup.ts';
import { type DatedEntries, eventsElseSentences } from '../chat/dated-entries.ts';
import { daysToldOn } from '../dates/anniversaries.ts';
import { type Edtf, edtfBounds, parseEdtf } from '../dates/edtf.ts';
import { twoDigits } from '../dates/edtf-parts.ts';
import type { Library } from '../knowledge/library.ts';
import type { Topic } from '../knowledge/topics.ts';
import type { Locale } from '../locale.ts';

/** What posts are made from. */
export interface PostKnowledge {
  readonly timeline: TimelineLookup;
  readonly library: Library;
}

/** Something that happened on a day of another year. */
export interface DayEntry {
  readonly entry: DatedEntry;
  /** Years from then until the year in which it is told; not above 0 for what did not happen before that year. */
  readonly years: number;
  /** It happened on 29 February and is remembered on the 28th, for want of a 29th. */
  readonly isLeapDay: boolean;
}

/** The year of a day. */
export const yearOf = (day: Edtf): number => Number(day.slice(0, 4));

/** The year in which something with this date began; undefined when its beginning is open or in no year. */
export function firstYearOf(date: Edtf): number | undefined {
  const first = edtfBounds(date)?.first;
  return first === undefined ? undefined : Number(first.slice(0, 4));
}

/** Whether something is about one of the topics; no topics means all. Sentences of articles have none. */
export function isAbout(entry: DatedEntry, topics: readonly Topic[]): boolean {
  if (topics.length === 0) return true;
  return entry.kind === 'event' && entry.event.topics.some((topic) => topics.includes(topic));
}

/** What happened on a day in earlier years, within the topics. */
export const entriesOfDay = (
  day: Edtf,
  topics: readonly Topic[],
  knowledge: PostKnowledge,
  language: Locale,
): readonly DayEntry[] =>
  entriesToldOn(day, yearOf(day), eventsElseSentences({ ...knowledge, language })).filter(
    ({ entry, years }) => years > 0 && isAbout(entry, topics),
  );

/**
 * What happened on a day in any year, for whoever is told of it in `year`. 29 February comes round on the 28th of a
 * year that has no 29th.
 */
export function entriesToldOn(day: Edtf, year: number, lookup: DatedEntries): readonly DayEntry[] {
  const [own, leapDay] = daysToldOn(day);
  const on = (date: Edtf | undefined, isLeapDay: boolean) =>
    (date === undefined ? [] : lookup(date)).map((entry) => ({ entry, isLeapDay }));
  const plain = on(own, false);
  const seen = new Set(plain.map(({ entry }) => subjectOf(entry)));
  const leap = on(leapDay, true).filter(({ entry }) => !seen.has(subjectOf(entry)));
  return [...plain, ...leap].map(({ entry, isLeapDay }) => ({
    entry,
    isLeapDay,
    years: year - (firstYearOf(entry.date) ?? year),
  }));
}

/** What an entry is about; the same for two entries that only differ in their date. */
export const subjectOf = (entry: DatedEntry): string =>
  entry.kind === 'event' ? entry.event.id : entry.sentence.handle;

/** A month of any year: `XXXX-07`. */
export const yearlessMonth = (month: number): Edtf | undefined => parseEdtf(`XXXX-${twoDigits(month)}`);

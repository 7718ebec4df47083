import type { DatedEntry, TimelineLookup } from '../answer/timeline-lookup.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import { isForReadersOf } from './own-language.ts';

/** What happened when, and for whom it is looked up. */
export interface DatedKnowledge {
  readonly timeline: TimelineLookup;
  readonly library: Library;
  readonly language: Locale;
}

/** Looks up what belongs under a date, in the order of time. */
export type DatedEntries = (date: Edtf) => readonly DatedEntry[];

/** Events and the sentences of articles that name the date; an article and its translation are not both told. */
export const eventsAndSentences =
  ({ timeline, library, language }: DatedKnowledge): DatedEntries =>
  (date) =>
    timeline
      .all(date)
      .filter((entry) => entry.kind === 'event' || isForReadersOf(entry.document, language, library));

/** Events, or where there are none the sentences of articles that name the date. */
export function eventsElseSentences(knowledge: DatedKnowledge): DatedEntries {
  const all = eventsAndSentences(knowledge);
  return (date) => {
    const events = knowledge.timeline.events(date);
    return events.length > 0 ? events : all(date);
  };
}

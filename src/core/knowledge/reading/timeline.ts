import { LOCALES, type Locale } from '../../locale.ts';
import { splitSentences } from '../../text/sentences.ts';
import { CONFIDENCES, type TimelineEvent } from '../event.ts';
import { isMasked } from '../masked.ts';
import { TOPICS } from '../topics.ts';
import type { DraftDocument, DraftSentence } from './draft.ts';
import { date, identifier, localized, question, source, text } from './fields.ts';
import type { Report } from './report.ts';
import { listOf, located, oneOf, optional, type RecordOf, record, required } from './shape.ts';
import { parseYaml } from './yaml-node.ts';

const FIELDS = {
  id: required(located(identifier)),
  date: required(date),
  title: required(localized(text)),
  text: required(localized(text)),
  topics: required(listOf(oneOf(TOPICS), 1)),
  people: optional(listOf(text)),
  places: optional(listOf(text)),
  sources: required(listOf(source, 1)),
  importance: optional(oneOf(['1', '2', '3'])),
  confidence: optional(oneOf(CONFIDENCES)),
  asked: optional(
    record('questions as people word them: { vi: [ … ], en: [ … ] }', {
      vi: optional(listOf(question)),
      en: optional(listOf(question)),
    }),
  ),
  also_dated: optional(
    listOf(record('{ date: …, place: … }', { date: required(date), place: required(text) })),
  ),
  other_versions: optional(
    listOf(
      record('{ date: …, text: { vi: …, en: … }, source: { title: …, url: … } }, the date if it differs', {
        date: optional(date),
        text: required(localized(text)),
        source: required(source),
      }),
    ),
  ),
};

const timelineEvent = record('an event with id, date, title, text, topics and sources', FIELDS);

const IMPORTANCE = { '1': 1, '2': 2, '3': 3 } as const;

/** An event with the line of its id, for the check that no other has it. */
export interface EventDraft {
  readonly event: TimelineEvent;
  readonly line: number;
}

/** Reads `timeline/*.yaml`: all events that are right; every problem of the others has been reported. */
export function readTimeline(yaml: string, report: Report): readonly EventDraft[] {
  const node = parseYaml(yaml, report);
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    report(node.line, 'The file is not a list of events.', 'Begin each event with "- id: …".');
    return [];
  }
  return node.items.flatMap((item) => {
    const fields = timelineEvent.read(item, report, '');
    return fields === undefined ? [] : [{ event: eventOf(fields), line: fields.id.line }];
  });
}

function eventOf(fields: RecordOf<typeof FIELDS>): TimelineEvent {
  return {
    id: fields.id.value,
    date: fields.date,
    title: fields.title,
    text: fields.text,
    topics: fields.topics,
    people: fields.people ?? [],
    places: fields.places ?? [],
    sources: fields.sources,
    confidence: fields.confidence ?? 'high',
    importance: IMPORTANCE[fields.importance ?? '2'],
    alsoDated: fields.also_dated ?? [],
    otherVersions: fields.other_versions ?? [],
    asked: { vi: fields.asked?.vi ?? [], en: fields.asked?.en ?? [] },
  };
}

/** An event as two documents, one for each language, each a paragraph under the event's title. */
export function documentsOf(event: TimelineEvent): readonly DraftDocument[] {
  return LOCALES.map((language) => ({
    kind: 'event',
    id: event.id,
    title: event.title[language],
    language,
    paragraphs: [sentencesOf(event.text[language], language)],
    sources: event.sources,
    date: event.date,
    ...(event.asked[language].length === 0 ? {} : { asked: event.asked[language] }),
  }));
}

function sentencesOf(words: string, language: Locale): readonly DraftSentence[] {
  return splitSentences(words, language).map(({ start, end }, index) => {
    const sentence = words.slice(start, end);
    return {
      text: sentence,
      position: index + 1,
      paragraph: 0,
      corrected: false,
      masked: isMasked(sentence),
      doubtful: false,
      sources: [],
    };
  });
}

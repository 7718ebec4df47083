import { type Edtf, edtfContains, precisionOf } from '../dates/edtf.ts';
import { readDates } from '../dates/read-dates.ts';
import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { Library } from '../knowledge/library.ts';
import { LOCALES } from '../locale.ts';
import type { Passage } from '../search/corpus.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { Topic } from './topic.ts';
import type { WantedKind } from './wanted-kind.ts';

/** What a follow-up is read beside. */
export interface TopicScope {
  readonly topic: Topic;
  /** Days that the quoted sentence tells of: what else is told of them belongs to the topic, in whichever document. */
  readonly days: readonly Edtf[];
  /** Whether the question points back in words ("ông ấy", "there"), so that it cannot be about anything else. */
  readonly pointsBack: boolean;
}

/** How sentences of a topic stand in the score of a follow-up; see docs/ranking.md. */
const TOPIC = 0.4;
const POINTED_AT = 0.8;
/** The same day told elsewhere, and the weeks around it. */
const SAME_DAY = 0.8;
const AROUND = 0.35;
const AROUND_MS = 45 * 24 * 3_600_000;
/** What was quoted already may answer the next question too, but what was not is likelier to. */
const SHOWN_SHARE = 0.7;
/** The same kind of thing again, of which the quoted sentence has more than one. */
const SHOWN_WITH_MORE = 0.4;

/** The scope of a follow-up; `today` decides the century of two-digit years in the quoted sentence. */
export function scopeOf(topic: Topic, pointsBack: boolean, today: Edtf): TopicScope {
  const { document, sentence } = topic;
  const told = readDates(sentence.text, { language: document.language, today }).map(({ edtf }) => edtf);
  const own = document.kind === 'event' ? [document.date] : [];
  const days = [...own, ...told].filter(
    (date): date is Edtf => date !== undefined && precisionOf(date) === 'day',
  );
  return { topic, days: [...new Set(days)], pointsBack };
}

/** The documents whose sentences a follow-up is to be compared with, however few words they share. */
export function documentsOf({ topic, days }: TopicScope, library: Library): readonly KnowledgeDocument[] {
  const onDays = library.events
    .filter(({ date }) => days.some((day) => edtfContains(date, day)))
    .flatMap(({ id }) => LOCALES.map((locale) => library.document(id, locale)));
  return [topic.document, ...onDays.filter((document) => document !== undefined)];
}

/** Whether a sentence is of what was quoted, or of an event of the very day, and not just of those weeks. */
export function isOnTopic({ topic, days }: TopicScope, { document }: Passage): boolean {
  return isOfDocument(topic, document) || nearness(document, days) === SAME_DAY;
}

const isOfDocument = ({ document: before }: Topic, { kind, id, translationOf }: KnowledgeDocument): boolean =>
  kind === before.kind && (id === before.id || translationOf === before.id);

/**
 * What belonging to the topic adds to a sentence's score, negative where it was quoted for the very kind of thing that
 * is asked for again; 0 for what does not belong to it. `kind` is how well the sentence holds what is asked for.
 */
export function topicBonus(
  { topic, days, pointsBack }: TopicScope,
  { document, sentence }: Passage,
  facts: SentenceFacts,
  wanted: WantedKind,
  kind: number,
): number {
  const weight = pointsBack ? POINTED_AT : TOPIC;
  if (!isOfDocument(topic, document)) return weight * nearness(document, days);
  if (!topic.shown.includes(sentence.handle)) return weight;
  const asksAgain = wanted === topic.question.wanted.kind && wanted !== 'thing';
  if (asksAgain) return hasMore(facts, wanted) ? weight * SHOWN_WITH_MORE : -weight;
  return kind === 0 ? 0 : weight * SHOWN_SHARE;
}

function nearness({ kind, date }: KnowledgeDocument, days: readonly Edtf[]): number {
  if (kind !== 'event' || date === undefined || precisionOf(date) !== 'day') return 0;
  if (days.includes(date)) return SAME_DAY;
  const at = Date.parse(date);
  return days.some((day) => Math.abs(Date.parse(day) - at) <= AROUND_MS) ? AROUND : 0;
}

/** Whether a sentence holds several of a kind, so that the one told before may not be all. */
function hasMore({ people, places, numbers }: SentenceFacts, wanted: WantedKind): boolean {
  switch (wanted) {
    case 'person':
      return people.length > 1;
    case 'place':
      return places.length > 1;
    case 'number':
      return numbers.length > 1;
    default:
      return false;
  }
}

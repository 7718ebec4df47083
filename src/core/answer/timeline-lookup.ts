import { compareEdtf, type Edtf, edtfBounds, edtfContains, edtfOverlaps, edtfParts } from '../dates/edtf.ts';
import { readDates } from '../dates/read-dates.ts';
import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import type { TimelineEvent } from '../knowledge/event.ts';
import type { Library } from '../knowledge/library.ts';

/** Something with a date: an event of the timeline, or a sentence of an article that tells when something was. */
export type DatedEntry =
  | { readonly kind: 'event'; readonly date: Edtf; readonly event: TimelineEvent }
  | {
      readonly kind: 'sentence';
      readonly date: Edtf;
      readonly document: KnowledgeDocument;
      readonly sentence: Sentence;
    };

/** What happened when: events and dated sentences of articles, looked up by day, month, year or range. */
export class TimelineLookup {
  readonly #events: readonly DatedEntry[];
  readonly #library: Library;
  readonly #today: Edtf;
  #sentences: readonly DatedEntry[] | undefined;

  /** `today` only decides the century of two-digit years. */
  constructor(library: Library, today: Edtf) {
    this.#library = library;
    this.#today = today;
    this.#events = library.events.flatMap((event) => [
      { kind: 'event' as const, date: event.date, event },
      ...event.alsoDated.map(({ date }) => ({ kind: 'event' as const, date, event })),
    ]);
  }

  /** Events that fall on a date, in order of time; an event dated in both capitals is listed once. */
  events(date: Edtf): readonly DatedEntry[] {
    return inOrder(this.#events.filter((entry) => fallsOn(entry.date, date)));
  }

  /** Events and dated sentences of articles, in order of time, events first. */
  all(date: Edtf): readonly DatedEntry[] {
    this.#sentences ??= this.#readSentences();
    return inOrder([...this.#events, ...this.#sentences].filter((entry) => fallsOn(entry.date, date)));
  }

  #readSentences(): readonly DatedEntry[] {
    const entries: DatedEntry[] = [];
    for (const document of this.#library.articles) {
      for (const { sentences } of document.paragraphs) {
        // "Năm năm sau" counts from what the paragraph dated last.
        let context: Edtf | undefined;
        for (const sentence of sentences) {
          const mentions = readDates(sentence.text, {
            language: document.language,
            today: this.#today,
            ...(context === undefined ? {} : { context }),
          });
          for (const { edtf, kind } of mentions) {
            if (kind !== 'date' || edtf === undefined || edtfBounds(edtf) === undefined) continue;
            context = edtf;
            if (sentence.masked || sentence.doubtful) continue;
            entries.push({ kind: 'sentence', date: edtf, document, sentence });
          }
        }
      }
    }
    return entries;
  }
}

/** A longer span is a time in which something held, such as a term of office, and happened on none of its days. */
const LONGEST_HAPPENING_DAYS = 31;

/**
 * Whether something that happened at `date` belongs under `asked`. What is known only to the month does not belong
 * under a day of it; a happening of several days belongs under each of them.
 */
function fallsOn(date: Edtf, asked: Edtf): boolean {
  return edtfContains(asked, date) || (daysOf(date) <= LONGEST_HAPPENING_DAYS && edtfOverlaps(date, asked));
}

/** How many days an interval between two days spans, counting every month as 31; infinite for any other date. */
function daysOf(date: Edtf): number {
  const parts = edtfParts(date);
  if (parts.precision !== 'interval') return Number.POSITIVE_INFINITY;
  const { from, to } = parts;
  if (from?.precision !== 'day' || to?.precision !== 'day') return Number.POSITIVE_INFINITY;
  return (to.year - from.year) * 372 + (to.month - from.month) * 31 + to.day - from.day + 1;
}

function inOrder(entries: readonly DatedEntry[]): readonly DatedEntry[] {
  const seen = new Set<unknown>();
  return [...entries]
    .sort((a, b) => compareEdtf(a.date, b.date) || rank(a) - rank(b))
    .filter((entry) => {
      const subject = entry.kind === 'event' ? entry.event : entry.sentence;
      if (seen.has(subject)) return false;
      seen.add(subject);
      return true;
    });
}

const rank = (entry: DatedEntry): number => (entry.kind === 'event' ? 0 : 1);

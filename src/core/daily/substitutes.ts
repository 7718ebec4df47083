import { Temporal } from 'temporal-polyfill';
import type { DatedEntry } from '../answer/timeline-lookup.ts';
import { bare } from '../chat/cards.ts';
import { isForReadersOf } from '../chat/own-language.ts';
import { quoteBlocks } from '../chat/quote-blocks.ts';
import type { Block } from '../chat/reply.ts';
import { type Words, wordsIn } from '../chat/words/words.ts';
import { type Edtf, parseEdtf, precisionOf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { PlacedSentence } from '../knowledge/library.ts';
import type { Topic } from '../knowledge/topics.ts';
import type { Locale } from '../locale.ts';
import {
  entriesOfDay,
  firstYearOf,
  isAbout,
  type PostKnowledge,
  subjectOf,
  yearlessMonth,
  yearOf,
} from './day-entries.ts';
import { otherDayBlock } from './entry-blocks.ts';

/** Days before and after that still count as close. */
const DAYS_NEARBY = 3;
const ENTRIES_SHOWN = 2;

/** What an empty day is filled with, and what it is, in words. */
export interface Substitute {
  readonly kind: 'month' | 'nearby' | 'article' | 'figure';
  readonly blocks: readonly Block[];
}

/**
 * The nearest honest thing to tell on a day on which nothing is known to have happened, under a heading that says
 * what it is: things of this month whose day is unknown, things of the days around, or a sentence to read.
 * Undefined when there is nothing at all.
 */
export function substituteFor(
  day: Edtf,
  topics: readonly Topic[],
  knowledge: PostKnowledge,
  language: Locale,
): Substitute | undefined {
  const { post } = wordsIn(language).daily;
  const headed = (
    kind: Substitute['kind'],
    heading: string,
    blocks: readonly Block[],
  ): Substitute | undefined =>
    blocks.length === 0 ? undefined : { kind, blocks: [{ kind: 'heading', text: heading }, ...blocks] };
  const told = (entries: readonly DatedEntry[]): readonly Block[] =>
    entries.map((entry) => otherDayBlock(entry, language, knowledge.library));
  return (
    headed('month', post.inMonth(monthWords(day, language)), told(ofMonth(day, topics, knowledge))) ??
    headed('nearby', post.nearby, told(nearby(day, topics, knowledge, language))) ??
    (topics.length > 0 ? undefined : reading(day, knowledge, language, post))
  );
}

const dayNumber = (day: Edtf): number =>
  Temporal.PlainDate.from('2000-01-01').until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;

const monthOf = (day: Edtf): number => Number(day.slice(5, 7));

function monthWords(day: Edtf, language: Locale): string {
  const month = yearlessMonth(monthOf(day));
  return month === undefined ? '' : writeDate(month, language, 'long');
}

/** Events of this month of which the day is unknown, other ones on every empty day of the month. */
function ofMonth(day: Edtf, topics: readonly Topic[], { timeline }: PostKnowledge): readonly DatedEntry[] {
  const month = yearlessMonth(monthOf(day));
  if (month === undefined) return [];
  const entries = timeline
    .events(month)
    .filter(({ date }) => precisionOf(date) === 'month' && (firstYearOf(date) ?? 0) < yearOf(day))
    .filter((entry) => isAbout(entry, topics));
  return rotated(entries, dayNumber(day)).slice(0, ENTRIES_SHOWN);
}

/** What happened on the days around, the nearest first and the past before the future. */
function nearby(
  day: Edtf,
  topics: readonly Topic[],
  knowledge: PostKnowledge,
  language: Locale,
): readonly DatedEntry[] {
  const found = new Map<string, DatedEntry>();
  for (let distance = 1; distance <= DAYS_NEARBY; distance += 1) {
    for (const days of [-distance, distance]) {
      const other = parseEdtf(Temporal.PlainDate.from(day).add({ days }).toString());
      if (other === undefined) continue;
      for (const { entry } of entriesOfDay(other, topics, knowledge, language)) {
        if (entry.kind === 'event') found.set(subjectOf(entry), entry);
      }
    }
  }
  return [...found.values()].slice(0, ENTRIES_SHOWN);
}

/** The first sentence of an article on even days, of a figure on odd ones, each in its turn. */
function reading(
  day: Edtf,
  { library }: PostKnowledge,
  language: Locale,
  post: Words['daily']['post'],
): Substitute | undefined {
  const articles = library.articles.filter((article) => isForReadersOf(article, language, library));
  const figures = library.figures.flatMap((series) => {
    const latest = series.figures.at(-1);
    return latest === undefined ? [] : (library.document(latest.documentId, language) ?? []);
  });
  const number = dayNumber(day);
  const inTurn = Math.floor(number / 2);
  const kinds = [
    { kind: 'article' as const, heading: post.reading, documents: articles },
    { kind: 'figure' as const, heading: post.figure, documents: figures },
  ];
  for (const { kind, heading, documents } of rotated(kinds, number)) {
    const [document] = rotated(documents, inTurn);
    const sentence = document?.paragraphs
      .flatMap(({ sentences }) => sentences)
      .find(({ doubtful, masked }) => !doubtful && !masked);
    if (document === undefined || sentence === undefined) continue;
    const placed: PlacedSentence = { document, sentence };
    return {
      kind,
      blocks: [{ kind: 'heading', text: heading }, ...quoteBlocks(bare(placed), language, library)],
    };
  }
  return undefined;
}

/** The list begun at another place, so that each gets its turn. */
function rotated<Value>(values: readonly Value[], by: number): readonly Value[] {
  if (values.length === 0) return values;
  const at = ((by % values.length) + values.length) % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}

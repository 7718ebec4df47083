import type { DatedEntry } from '../answer/timeline-lookup.ts';
import type { Block } from '../chat/reply.ts';
import { entryBlock } from '../chat/timeline-reply.ts';
import { type Words, wordsIn } from '../chat/words/words.ts';
import { anniversaryRank } from '../dates/anniversaries.ts';
import { type Edtf, precisionOf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { TimelineEvent } from '../knowledge/event.ts';
import type { Library } from '../knowledge/library.ts';
import type { Topic } from '../knowledge/topics.ts';
import type { Locale } from '../locale.ts';
import { fold } from '../text/fold.ts';
import { type DayEntry, firstYearOf } from './day-entries.ts';

/** What is remembered under these is no occasion for festive words. */
const GRAVE_TOPICS: readonly Topic[] = ['war', 'war-legacy', 'humanitarian', 'human-rights'];
/** Disasters and deaths under any topic, in folded words of titles of both languages. */
const GRAVE_WORDS =
  /\b(?:tu nan|thiet mang|tu tran|tu vong|qua doi|tham sat|tham hoa|thien tai|danh bom|nem bom|bao lu|lu lut|tai nan|am sat|tu thieu|killed|kills|dies|died|death|deaths|dead|massacre|disaster|flood|floods|typhoon|bomb|bombs|bombing|crash|crashes|assassinated|assassination|coup|self-immolation)\b/;

/** Whether something has to be told soberly: war, disaster, death. */
export function isGrave(entry: DatedEntry): boolean {
  if (entry.kind === 'sentence') return GRAVE_WORDS.test(fold(entry.sentence.text));
  const { title, topics } = entry.event;
  return (
    topics.some((topic) => GRAVE_TOPICS.includes(topic)) ||
    [title.vi, title.en].some((each) => GRAVE_WORDS.test(fold(each)))
  );
}

/** An entry of the day as the post tells it: how long ago, the date in each capital, text, source. */
export function dayBlock(
  { entry, years, isLeapDay }: DayEntry,
  language: Locale,
  library: Library,
): readonly Block[] {
  const { daily, yearsAgo } = wordsIn(language);
  const { post } = daily;
  const year = firstYearOf(entry.date) ?? 0;
  const isRound = anniversaryRank(years) > 0 && !isGrave(entry);
  const ago = isRound ? post.round(years, year) : yearsAgo(years, year);
  const dates = datesOf(entry, language, isLeapDay);
  const label = isWar(entry) ? [post.war] : [];
  const date = [...(dates === undefined ? [] : [dates]), ...label].reduce(
    (before, each) => post.dated(before, each),
    ago,
  );
  return [
    { ...cited(entry, language, library), date },
    ...(isLeapDay ? [{ kind: 'notice' as const, text: post.leapDay }] : []),
  ];
}

/** An entry of another day than the post's, with its own date. */
export function otherDayBlock(entry: DatedEntry, language: Locale, library: Library): Block {
  const { post } = wordsIn(language).daily;
  const written = writeDate(entry.date, language, 'short');
  return { ...cited(entry, language, library), date: isWar(entry) ? post.dated(written, post.war) : written };
}

/** A block that names its sentence, so that it can be looked up as any quotation can. */
function cited(
  entry: DatedEntry,
  language: Locale,
  library: Library,
): Extract<Block, { readonly kind: 'event' }> {
  const block = entryBlock(entry, language);
  if (block.kind !== 'event') throw new TypeError(`Expected an event block, got ${block.kind}`);
  if (entry.kind === 'sentence') return block;
  const first = library.document(entry.event.id, language)?.paragraphs[0]?.sentences[0];
  return first === undefined ? block : { ...block, handle: first.handle };
}

const isWar = (entry: DatedEntry): boolean => entry.kind === 'event' && entry.event.topics.includes('war');

/** The date itself, where "31 years ago (1995)" does not say it all. */
function datesOf(entry: DatedEntry, language: Locale, isLeapDay: boolean): string | undefined {
  if (entry.kind === 'event' && entry.event.alsoDated.length > 0) return inEachPlace(entry.event, language);
  return isLeapDay || precisionOf(entry.date) !== 'day'
    ? writeDate(entry.date, language, 'short')
    : undefined;
}

function inEachPlace(event: TimelineEvent, language: Locale): string {
  const { post }: Words['daily'] = wordsIn(language).daily;
  const at = (date: Edtf, place: string | undefined): string => {
    const written = writeDate(date, language, 'short');
    return place === undefined ? written : post.at(written, place);
  };
  return [at(event.date, event.places[0]), ...event.alsoDated.map(({ date, place }) => at(date, place))].join(
    ', ',
  );
}

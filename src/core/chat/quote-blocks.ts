import type { QuotedPassage } from '../answer/answer.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import type { Block, QuoteMark } from './reply.ts';
import { sourceOf } from './source-of.ts';
import { wordsIn } from './words/words.ts';

/** A sentence with its citation and what a reader must know to trust it rightly. */
export function quoteBlocks(passage: QuotedPassage, language: Locale, library: Library): readonly Block[] {
  const { document, sentence } = passage;
  const words = wordsIn(language);
  const marks: QuoteMark[] = [];
  if (sentence.corrected) marks.push('corrected');
  if (sentence.masked) marks.push('masked');
  if (sentence.doubtful) marks.push('doubtful');
  const source = sourceOf(document, sentence);
  const blocks: Block[] = [
    { kind: 'quote', text: sentence.text, highlights: passage.highlights, marks },
    {
      kind: 'citation',
      title: document.title,
      handle: sentence.handle,
      ...(document.date === undefined ? {} : { date: writeDate(document.date, language, 'short') }),
      ...(source === undefined ? {} : { source }),
    },
  ];
  if (sentence.corrected) blocks.push({ kind: 'notice', text: words.corrected(sentence.handle) });
  if (sentence.masked) blocks.push({ kind: 'notice', text: words.masked });
  if (sentence.doubtful) blocks.push({ kind: 'notice', text: words.doubtful });
  if (passage.alsoIn.length > 0) {
    const titles = passage.alsoIn.map((other) => other.document.title).join('; ');
    blocks.push({ kind: 'notice', text: words.alsoIn(titles) });
  }
  return [...blocks, ...eventNotices(document.kind === 'event' ? document.id : undefined, language, library)];
}

/** What an event's other calendar and other sources say. */
function eventNotices(id: string | undefined, language: Locale, library: Library): readonly Block[] {
  const event = id === undefined ? undefined : library.event(id);
  if (event === undefined) return [];
  const words = wordsIn(language);
  return [
    ...event.alsoDated.map(
      ({ date, place }): Block => ({
        kind: 'notice',
        text: words.alsoDated(writeDate(date, language, 'long'), place),
      }),
    ),
    ...event.otherVersions.map(
      ({ text, source }): Block => ({
        kind: 'notice',
        text: words.sourcesDisagree(text[language], source.title),
      }),
    ),
  ];
}

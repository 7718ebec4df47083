import type { Answer, AnswerNote, DirectAnswer, QuotedPassage, Span } from '../answer/answer.ts';
import { type Edtf, precisionOf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import type { Block, QuoteMark, Reply } from './reply.ts';
import { sourceOf } from './source-of.ts';
import { type Words, wordsIn } from './words/words.ts';

/** Says an answer: the few words first, then the sentence with its source, then what to know about it. */
export function replyToAnswer(answer: Answer, library: Library): Reply {
  const words = wordsIn(answer.language);
  const [best] = answer.passages;
  const notes = answer.notes.map(
    (note): Block => ({ kind: 'notice', text: wordNote(note, answer.language, words) }),
  );
  if (!answer.answered || best === undefined) {
    return { language: answer.language, blocks: [...notes, ...notKnown(answer, words)] };
  }
  return {
    language: answer.language,
    blocks: [
      ...(answer.direct === undefined ? [] : [{ kind: 'direct' as const, text: answer.direct.text }]),
      ...quoteBlocks(withDirect(best, answer.direct), answer.language, library),
      ...notes,
    ],
  };
}

/** The words that answer are pointed at in the sentence, together with what matches the question. */
function withDirect(passage: QuotedPassage, direct: DirectAnswer | undefined): QuotedPassage {
  if (direct === undefined) return passage;
  const spans = [...passage.highlights, direct.span].toSorted((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return { ...passage, highlights: merged };
}

function notKnown(answer: Answer, words: Words): readonly Block[] {
  const blocks: Block[] = [{ kind: 'text', text: words.notKnown }];
  if (answer.suggestions.length > 0) {
    blocks.push({ kind: 'text', text: words.suggestionsIntro });
    blocks.push({
      kind: 'choices',
      choices: answer.suggestions.map((question) => ({ label: question, say: question })),
    });
  }
  return blocks;
}

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

function wordNote(note: AnswerNote, language: Locale, words: Words): string {
  const write = (date: Edtf): string =>
    writeDate(date, language, precisionOf(date) === 'day' ? 'long' : 'short');
  switch (note.kind) {
    case 'other-date':
      return words.otherDate(write(note.asked), write(note.found));
    case 'assumed-century':
      return words.assumedCentury(write(note.date));
    case 'missing-year':
      return words.missingYear(note.series[language], write(note.asked), note.years.join(', '));
    case 'impossible-date':
      return words.impossibleDate(note.text);
    case 'ambiguous-date': {
      const [first, second] = note.candidates.map(write);
      return words.ambiguousInQuestion(first ?? '', second ?? '');
    }
  }
}

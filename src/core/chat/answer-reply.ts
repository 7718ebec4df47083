import type { Answer, AnswerNote, DirectAnswer, QuotedPassage, Span } from '../answer/answer.ts';
import { type Edtf, precisionOf } from '../dates/edtf.ts';
import { writeDate } from '../dates/write-dates.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import type { Card } from './action.ts';
import { cardButtons } from './cards.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { type Words, wordsIn } from './words/words.ts';

/** So many further passages wait behind a button. */
const FURTHER_PASSAGES = 3;

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
    buttons: cardButtons(cardOf(answer, best), best, library),
  };
}

/** The answer, small enough for a button to bring it back. */
const cardOf = ({ direct, language, passages }: Answer, { sentence }: QuotedPassage): Card => ({
  view: 'quote',
  handle: sentence.handle,
  language,
  ...(direct === undefined ? {} : { direct: direct.span }),
  others: passages.slice(1, 1 + FURTHER_PASSAGES).map((passage) => passage.sentence.handle),
});

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

import type { AnswerNote } from './answer.ts';
import type { Reading } from './close-reading.ts';
import { ownDates } from './fit.ts';
import type { Question } from './question.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** What a person should know about the dates of a question, whether or not it can be answered. */
export function notesOnDates(question: Question): readonly AnswerNote[] {
  const notes: AnswerNote[] = [];
  for (const date of question.dates) {
    if (date.assumedCentury === true && date.edtf !== undefined) {
      notes.push({ kind: 'assumed-century', date: date.edtf });
    }
    if (date.kind === 'impossible') {
      notes.push({ kind: 'impossible-date', text: question.read.slice(date.start, date.end) });
    }
    if (date.kind === 'ambiguous') notes.push({ kind: 'ambiguous-date', candidates: date.candidates });
  }
  return notes;
}

/** That what answers is told of another date than the question names; `text` and `facts` are those of the sentence. */
export function notesOnOtherDate(
  question: Question,
  { dateFit }: Reading,
  text: string,
  facts: SentenceFacts,
): readonly AnswerNote[] {
  if (dateFit >= 0) return [];
  const asked = question.dates.find((date) => date.edtf !== undefined)?.edtf;
  const found = ownDates(question, text, facts)[0]?.edtf;
  return asked === undefined || found === undefined ? [] : [{ kind: 'other-date', asked, found }];
}

import type { AnswerNote } from './answer.ts';
import type { Question } from './question.ts';

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

import { type DateMention, type ReadDatesOptions, readDates } from '../../../src/core/dates/read-dates.ts';
import { TODAY } from './known-date.ts';

/**
 * The mentions of a text in one line each, to compare with: "đầu năm 1995 = 1995 early". `*` is an assumed century,
 * `a|b` are candidates, `impossible` stands for the date that does not exist.
 */
export function showMentions(text: string, options: Partial<ReadDatesOptions> = {}): readonly string[] {
  return readDates(text, { language: 'vi', today: TODAY, ...options }).map((mention) => show(text, mention));
}

function show(text: string, mention: DateMention): string {
  const meaning =
    mention.edtf ?? (mention.kind === 'ambiguous' ? mention.candidates.join('|') : 'impossible');
  const marks = [
    mention.assumedCentury === true ? '*' : '',
    mention.approximate === undefined ? '' : ` ${mention.approximate}`,
    mention.relation === undefined ? '' : ` ${mention.relation}`,
  ];
  return `${text.slice(mention.start, mention.end)} = ${meaning}${marks.join('')}`;
}

import { compareEdtf, type Edtf, edtfBounds, edtfContains, precisionOf } from '../dates/edtf.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import { fold } from '../text/fold.ts';
import type { QuotedPassage } from './answer.ts';
import type { Question } from './question.ts';

/** One of these asks what happened; without any a date is only mentioned. */
const ASKING: ReadonlySet<string> = new Set(
  'chuyen xay dien su event events happened happen happens occurred'.split(' '),
);
/** What may stand beside them while nothing more is asked. */
const GENERIC: ReadonlySet<string> = new Set(
  'ra kien nhung dac biet dang nho quan trong noi bat lich occur take took place important notable history there going on viet nam my hoa ky vn us usa vietnam america american he hai nuoc giua va'.split(
    ' ',
  ),
);

/** The date of a question such as "chuyện gì xảy ra ngày 12/7/1995?"; `undefined` for a question about anything more. */
export function dateAskedAbout(question: Question): Edtf | undefined {
  const [only, second] = question.dates;
  if (only?.edtf === undefined || second !== undefined || only.relation !== undefined) return undefined;
  const dated = new Set(fold(question.read.slice(only.start, only.end)).split(/[^a-z0-9]+/));
  const others = question.words
    .map(({ word, weight }) => ({ folded: fold(word), weight }))
    .filter(({ folded }) => !dated.has(folded) && !/^\d+$/.test(folded));
  const asks = others.some(({ folded, weight }) => weight > 0 && ASKING.has(folded));
  const isAll = others.every(({ folded, weight }) => weight < 1 || ASKING.has(folded) || GENERIC.has(folded));
  return asks && isAll ? only.edtf : undefined;
}

/** The events of a date as passages, landmarks first, then in order of time. */
export function eventsAsPassages(library: Library, date: Edtf, language: Locale): readonly QuotedPassage[] {
  return library.events
    .filter((event) =>
      [event.date, ...event.alsoDated.map((also) => also.date)].some((day) => isWithin(day, date)),
    )
    .toSorted((a, b) => b.importance - a.importance || compareEdtf(a.date, b.date))
    .flatMap(({ id, importance }): readonly QuotedPassage[] => {
      const document = library.document(id, language);
      const sentence = document?.paragraphs[0]?.sentences[0];
      if (document === undefined || sentence === undefined) return [];
      return [{ document, sentence, score: importance, highlights: [], alsoIn: [] }];
    });
}

/** Within the date, or, where a day of any year is asked for, on that day. */
const isWithin = (day: Edtf, asked: Edtf): boolean =>
  edtfContains(asked, day) && (edtfBounds(asked) !== undefined || precisionOf(day) === 'day');

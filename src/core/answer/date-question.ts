import { compareEdtf, type Edtf, edtfBounds, edtfContains, precisionOf } from '../dates/edtf.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';
import { fold } from '../text/fold.ts';
import type { QuotedPassage } from './answer.ts';
import type { Question } from './question.ts';

/** Words of a question that asks for nothing but what happened then. */
const GENERIC: ReadonlySet<string> = new Set(
  'chuyen xay ra dien su kien nhung dac biet dang nho quan trong noi bat lich event events happened happen happens occur occurred take took place important notable history there going on viet nam my hoa ky vn us usa vietnam america american he hai nuoc giua va'.split(
    ' ',
  ),
);
/** Without one of them it is a mere mention of a date. */
const ASKING: ReadonlySet<string> = new Set(
  'chuyen xay dien su event events happened happen happens occurred'.split(' '),
);

/** The date of a question such as "chuyện gì xảy ra ngày 12/7/1995?"; `undefined` for a question about anything more. */
export function dateAskedAbout(question: Question): Edtf | undefined {
  const [only, second] = question.dates;
  if (only?.edtf === undefined || second !== undefined || only.relation !== undefined) return undefined;
  const words = question.words.filter(({ weight }) => weight > 0).map(({ word }) => fold(word));
  const dated = new Set(fold(question.read.slice(only.start, only.end)).split(/[^a-z0-9]+/));
  const others = words.filter((word) => !dated.has(word) && !/^\d+$/.test(word));
  if (!others.some((word) => ASKING.has(word))) return undefined;
  const telling = question.words.filter(({ weight }) => weight === 1).map(({ word }) => fold(word));
  return telling.every((word) => GENERIC.has(word) || dated.has(word) || /^\d+$/.test(word))
    ? only.edtf
    : undefined;
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

import { type Edtf, edtfOverlaps, precisionOf } from '../../dates/edtf.ts';
import { LOCALES } from '../../locale.ts';
import type { Statement } from '../check-context.ts';
import type { Rule } from '../finding.ts';

/** An event whose text tells another date than its `date`. */
export const eventDate: Rule = {
  name: 'event-date',
  catches: 'An event whose text in one language gives other dates than its "date".',
  *find({ events }) {
    for (const { event, file, line, statements } of events) {
      const dates = [event.date, ...event.alsoDated.map(({ date }) => date)];
      for (const language of LOCALES) {
        const told = toldDates(statements[language]);
        if (told.length === 0 || told.some((date) => dates.some((own) => edtfOverlaps(own, date)))) continue;
        yield {
          file,
          line: statements[language][0]?.line ?? line,
          message: `The date is ${event.date}, the text (${language}) tells ${told.join(', ')}.`,
          remedy: 'Mend the one that is wrong, or add the other date to "also_dated".',
          subject: event.id,
        };
      }
    }
  },
};

/** The most precise dates that a text tells: a year in passing does not stand for the day told beside it. */
function toldDates(statements: readonly Statement[]): readonly Edtf[] {
  const dates = statements.flatMap(({ mentions }) =>
    mentions.flatMap(({ kind, edtf }) => (kind === 'date' && edtf !== undefined ? [edtf] : [])),
  );
  const days = dates.filter((date) => ['day', 'yearless-day', 'interval'].includes(precisionOf(date)));
  return days.length > 0 ? days : dates;
}

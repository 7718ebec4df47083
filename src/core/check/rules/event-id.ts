import type { Rule } from '../finding.ts';

/** Year, month and day at the beginning of an id, as far as there are any: "1995-07-11-normalisation". */
const PREFIX = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?=-)/;

/** An event whose id says another date than its `date`. */
export const eventId: Rule = {
  name: 'event-id',
  catches: 'An event id that begins with another date than the event has.',
  *find({ events }) {
    for (const { event, file, line } of events) {
      const prefix = PREFIX.exec(event.id)?.[1];
      if (prefix === undefined || event.date.startsWith(prefix)) continue;
      yield {
        file,
        line,
        message: `The id begins with ${prefix}, the date is ${event.date}.`,
        remedy:
          'Mend the one that is wrong; an id that has been published is better kept, with an exception.',
        subject: event.id,
      };
    }
  },
};

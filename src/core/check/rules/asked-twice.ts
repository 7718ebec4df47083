import { LOCALES } from '../../locale.ts';
import { fold } from '../../text/fold.ts';
import type { EventEntry } from '../check-context.ts';
import type { Rule } from '../finding.ts';

/** The same question written down for two events, so that it leads to neither. */
export const askedTwice: Rule = {
  name: 'asked-twice',
  catches: 'A question that is written down for two events, or twice for one.',
  *find({ events }) {
    const holders = new Map<string, EventEntry>();
    for (const entry of events) {
      for (const question of LOCALES.flatMap((language) => entry.event.asked[language])) {
        const holder = holders.get(fold(question));
        if (holder === undefined) {
          holders.set(fold(question), entry);
          continue;
        }
        yield {
          file: entry.file,
          line: entry.lineOf(question),
          message: `"${question}" is asked of "${holder.event.id}" already.`,
          remedy: 'Leave it with the event that answers it, or say what tells the two apart.',
          subject: entry.event.id,
        };
      }
    }
  },
};

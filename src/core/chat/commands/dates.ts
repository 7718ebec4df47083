import { type DateExpression, parseDateExpression } from '../../dates/date-expression.ts';
import { type Edtf, edtfParts, parseEdtf } from '../../dates/edtf.ts';
import { writeDate } from '../../dates/write-dates.ts';
import type { ChatContext } from '../chat-context.ts';
import type { Reply } from '../reply.ts';
import { entryBlock, timelineBlocks } from '../timeline-reply.ts';
import { WORDS } from '../words/words.ts';
import { type Command, defineCommand } from './command.ts';

const ENTRIES_PER_DATE = 8;
const ENTRIES_PER_PERIOD = 15;
const ENTRIES_PER_DAY = 3;

/** Says why an expression is no date, or asks which of two dates is meant. */
function replyToProblem(
  expression: Exclude<DateExpression, { readonly kind: 'date' }>,
  text: string,
  command: string,
  context: ChatContext,
): Reply {
  const { words, language } = context;
  if (expression.kind === 'ambiguous') {
    return {
      language,
      blocks: [
        { kind: 'text', text: words.ambiguousDate(text) },
        {
          kind: 'choices',
          choices: expression.candidates.map((date) => ({
            label: writeDate(date, language, 'long'),
            say: `/${command} ${date}`,
          })),
        },
      ],
    };
  }
  const worded = {
    empty: words.dateEmpty,
    impossible: words.impossibleDate(text),
    unreadable: words.dateUnreadable(text),
    reversed: words.dateReversed(text),
  };
  return { language, blocks: [{ kind: 'text', text: worded[expression.problem] }] };
}

function periodCommand(
  name: string,
  aliases: readonly string[],
  summary: Command['summary'],
  limit: number,
): Command {
  return defineCommand({
    name,
    aliases,
    summary,
    argument: { name: { vi: WORDS.vi.arguments.date, en: WORDS.en.arguments.date }, required: true },
    run: (text, context) => {
      const { language, today, words, timeline } = context;
      const expression = parseDateExpression(text, { language, today });
      if (expression.kind !== 'date') return replyToProblem(expression, text, name, context);
      const written = writeDate(expression.edtf, language, 'long');
      const entries = name === 'timeline' ? timeline.events(expression.edtf) : timeline.all(expression.edtf);
      if (entries.length === 0)
        return { language, blocks: [{ kind: 'text', text: words.noEvents(written) }] };
      return {
        language,
        blocks: [
          ...(expression.assumedCentury === true
            ? [{ kind: 'notice' as const, text: words.assumedCentury(written) }]
            : []),
          { kind: 'heading', text: words.eventsOn(written, entries.length) },
          ...timelineBlocks(entries, language, limit),
        ],
      };
    },
  });
}

export const date = periodCommand(
  'date',
  ['ngay'],
  { vi: WORDS.vi.commands.date, en: WORDS.en.commands.date },
  ENTRIES_PER_DATE,
);

export const timeline = periodCommand(
  'timeline',
  ['dongthoigian'],
  { vi: WORDS.vi.commands.timeline, en: WORDS.en.commands.timeline },
  ENTRIES_PER_PERIOD,
);

/** The same day of every year, as an EDTF date without a year. */
export function sameDayOfAnyYear(day: Edtf): Edtf | undefined {
  const parts = edtfParts(day);
  if (parts.precision !== 'day' && parts.precision !== 'yearless-day') return undefined;
  return parseEdtf(`XXXX${day.slice(4)}`);
}

export const today = defineCommand({
  name: 'today',
  aliases: ['homnay', 'ngaynay'],
  summary: { vi: WORDS.vi.commands.today, en: WORDS.en.commands.today },
  argument: { name: { vi: WORDS.vi.arguments.day, en: WORDS.en.arguments.day }, required: false },
  run: (text, context) => {
    const { language, words } = context;
    const expression =
      text === '' ? undefined : parseDateExpression(text, { language, today: context.today });
    if (expression !== undefined && expression.kind !== 'date')
      return replyToProblem(expression, text, 'today', context);
    const day = sameDayOfAnyYear(expression?.edtf ?? context.today);
    if (day === undefined) return { language, blocks: [{ kind: 'text', text: words.dateUnreadable(text) }] };
    const written = writeDate(day, language, 'long');
    const entries = context.timeline.events(day);
    if (entries.length === 0)
      return { language, blocks: [{ kind: 'text', text: words.noEventToday(written) }] };
    const left = entries.length - ENTRIES_PER_DAY;
    return {
      language,
      blocks: [
        { kind: 'heading', text: words.onThisDay(written) },
        ...entries.slice(0, ENTRIES_PER_DAY).map((entry) => entryBlock(entry, language, context.today)),
        ...(left > 0 ? [{ kind: 'text' as const, text: words.moreEvents(left) }] : []),
      ],
    };
  },
});

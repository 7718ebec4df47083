import { bestFirst, ENTRIES_AT_ONCE } from '../../daily/best-first.ts';
import { entriesToldOn, yearOf } from '../../daily/day-entries.ts';
import { sameDayOfAnyYear } from '../../dates/anniversaries.ts';
import { type DateExpression, parseDateExpression } from '../../dates/date-expression.ts';
import type { Edtf } from '../../dates/edtf.ts';
import { writeDate } from '../../dates/write-dates.ts';
import type { Locale } from '../../locale.ts';
import type { ChatContext } from '../chat-context.ts';
import {
  type DatedEntries,
  type DatedKnowledge,
  eventsAndSentences,
  eventsElseSentences,
} from '../dated-entries.ts';
import { echo } from '../echo.ts';
import type { Block, Reply } from '../reply.ts';
import { type Paging, timelinePage } from '../timeline-reply.ts';
import { inEveryLanguage, wordsIn } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

const ENTRIES_PER_DATE = 8;
const ENTRIES_PER_PERIOD = 15;

/** How a date is read and what is told of it. */
export interface DateReplyOptions {
  readonly language: Locale;
  /** The asker's day. */
  readonly today: Edtf;
  /** What belongs under a date. */
  readonly lookup: DatedEntries;
  /** What to say to mean this date and no other; offered where the date is ambiguous. */
  readonly say: (date: Edtf) => string;
  /** At most so many entries are told on a page, and how many are left. */
  readonly limit: number;
  /** The page to tell, and the command whose pages these are; absent is the first and only one. */
  readonly leaf?: { readonly page: number; readonly command: string };
}

/** `argument` makes the command tell the same list again. */
const pagingOf = ({ limit, leaf }: DateReplyOptions, argument: Edtf): Paging =>
  leaf === undefined
    ? { limit, page: 1 }
    : { limit, page: leaf.page, turnedBy: { command: leaf.command, argument } };

/** Says why an expression is no date, or asks which of two dates is meant. */
function replyToProblem(
  expression: Exclude<DateExpression, { readonly kind: 'date' }>,
  text: string,
  { language, say }: DateReplyOptions,
): Reply {
  const words = wordsIn(language);
  const shown = echo(text);
  if (expression.kind === 'ambiguous') {
    return {
      language,
      blocks: [
        { kind: 'text', text: words.ambiguousDate(shown) },
        {
          kind: 'choices',
          choices: expression.candidates.map((date) => ({
            label: writeDate(date, language, 'long'),
            say: say(date),
          })),
        },
      ],
    };
  }
  const worded = {
    empty: words.dateEmpty,
    impossible: words.impossibleDate(shown),
    unreadable: words.dateUnreadable(shown),
    reversed: words.dateReversed(shown),
  };
  return { language, blocks: [{ kind: 'text', text: worded[expression.problem] }] };
}

/** What there is of a date, a month, a year or a range. */
export function replyToPeriod(text: string, options: DateReplyOptions): Reply {
  const { language, today, lookup } = options;
  const words = wordsIn(language);
  const expression = parseDateExpression(text, { language, today });
  if (expression.kind !== 'date') return replyToProblem(expression, text, options);
  const written = writeDate(expression.edtf, language, 'long');
  const entries = lookup(expression.edtf);
  const assumed: readonly Block[] =
    expression.assumedCentury === true ? [{ kind: 'notice', text: words.assumedCentury(written) }] : [];
  if (entries.length === 0) {
    return { language, blocks: [...assumed, { kind: 'text', text: words.noEvents(written) }] };
  }
  const { blocks, buttons = [] } = timelinePage(entries, language, pagingOf(options, expression.edtf));
  return {
    language,
    blocks: [...assumed, { kind: 'heading', text: words.eventsOn(written, entries.length) }, ...blocks],
    buttons,
  };
}

/**
 * What happened on a day in any year, in the order of a daily post of this year; `text` empty means the asker's day.
 */
export function replyToDay(text: string, options: DateReplyOptions): Reply {
  const { language, today, lookup } = options;
  const words = wordsIn(language);
  const expression = text === '' ? undefined : parseDateExpression(text, { language, today });
  if (expression !== undefined && expression.kind !== 'date')
    return replyToProblem(expression, text, options);
  const asked = expression?.edtf ?? today;
  const day = sameDayOfAnyYear(asked);
  if (day === undefined) return { language, blocks: [{ kind: 'text', text: words.notADay(echo(text)) }] };
  const written = writeDate(day, language, 'long');
  const year = yearOf(today);
  const entries = bestFirst(entriesToldOn(asked, year, lookup), year).map(({ entry }) => entry);
  if (entries.length === 0)
    return { language, blocks: [{ kind: 'text', text: words.noEventToday(written) }] };
  const { blocks, buttons = [] } = timelinePage(entries, language, pagingOf(options, asked), today);
  return { language, blocks: [{ kind: 'heading', text: words.onThisDay(written) }, ...blocks], buttons };
}

const knowledgeOf = ({ timeline, answerer, language }: ChatContext): DatedKnowledge => ({
  timeline,
  library: answerer.library,
  language,
});

/** `/date`: events and dated sentences of a day, month, year or period. */
export const date = defineCommand({
  name: 'date',
  aliases: ['ngay'],
  localName: 'ngày',
  summary: inEveryLanguage((words) => words.commands.date),
  argument: argumentOf('date', true, 'date'),
  paged: true,
  run: (text, context) =>
    replyToPeriod(text, {
      say: (day) => `/date ${day}`,
      language: context.language,
      today: context.today,
      lookup: eventsAndSentences(knowledgeOf(context)),
      limit: ENTRIES_PER_DATE,
      leaf: { page: context.page, command: 'date' },
    }),
});

/** `/timeline`: events of a period, dated sentences only where there is no event. */
export const timeline = defineCommand({
  name: 'timeline',
  aliases: ['dongthoigian'],
  localName: 'dòng-thời-gian',
  summary: inEveryLanguage((words) => words.commands.timeline),
  argument: argumentOf('date', true, 'date'),
  paged: true,
  run: (text, context) =>
    replyToPeriod(text, {
      say: (day) => `/timeline ${day}`,
      language: context.language,
      today: context.today,
      lookup: eventsElseSentences(knowledgeOf(context)),
      limit: ENTRIES_PER_PERIOD,
      leaf: { page: context.page, command: 'timeline' },
    }),
});

/** `/today`: this day, or the one named, in any year. */
export const today = defineCommand({
  name: 'today',
  aliases: ['homnay', 'ngaynay'],
  localName: 'hôm-nay',
  summary: inEveryLanguage((words) => words.commands.today),
  argument: argumentOf('day', false, 'date'),
  paged: true,
  run: (text, context) =>
    replyToDay(text, {
      say: (day) => `/today ${day}`,
      language: context.language,
      today: context.today,
      lookup: eventsElseSentences(knowledgeOf(context)),
      limit: ENTRIES_AT_ONCE,
      leaf: { page: context.page, command: 'today' },
    }),
});

import { replyToDay, replyToPeriod } from '../core/chat/commands/dates.ts';
import {
  type DatedEntries,
  type DatedKnowledge,
  eventsAndSentences,
  eventsElseSentences,
} from '../core/chat/dated-entries.ts';
import { bestFirst } from '../core/daily/best-first.ts';
import { entriesToldOn, yearOf } from '../core/daily/day-entries.ts';
import { sameDayOfAnyYear } from '../core/dates/anniversaries.ts';
import { type DateExpression, parseDateExpression } from '../core/dates/date-expression.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import { dayIn, isTimeZone } from '../core/dates/zones.ts';
import type { Locale } from '../core/locale.ts';
import { entriesJson } from './answer-json.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode, UsageError } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readFolderOption, readLanguage, readOptions, refuseArguments } from './options.ts';
import { createReplyRenderer } from './reply-renderer.ts';
import { inviteToType, readLines, writeLine } from './streams.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  knowledge: { type: 'string' },
  language: { type: 'string' },
} as const;

/** A page of text can be scrolled and searched; nothing has to be left out as in a chat. */
const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** `nhip-cau date` and `nhip-cau timeline`: an expression from the arguments, or one a line from standard input. */
export async function periodCommand(
  name: 'date' | 'timeline',
  argv: readonly string[],
  context: CommandLineContext,
): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, OPTIONS);
  const language = readLanguage(values.language) ?? context.config.language;
  const today = dayIn(context.config.timeZone, context.clock.now());
  const lookup = eventsAndSentences(loadDated(values.knowledge, { today, language }, context));
  const render = createReplyRenderer(context);
  const say = (date: Edtf): string => `nhip-cau ${name} ${date}`;
  const respond = (text: string): string =>
    values.json === true
      ? json(text, parseDateExpression(text, { language, today }), lookup, language)
      : render(replyToPeriod(text, { language, today, lookup, say, limit: EVERYTHING }));
  const { input, output, errors } = context.streams;
  if (positionals.length > 0) {
    await writeLine(output, respond(positionals.join(' ')));
    return EXIT.done;
  }
  await inviteToType(input, errors, 'Type one date a line; Ctrl-D ends.');
  for await (const line of readLines(input)) await writeLine(output, respond(line));
  return EXIT.done;
}

/** `nhip-cau today`: events of this day, or of `--on`, in any year. */
export async function todayCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    ...OPTIONS,
    on: { type: 'string' },
    zone: { type: 'string' },
  });
  refuseArguments('today', positionals, 'Give another day as --on DATE.');
  const zone = values.zone ?? context.config.timeZone;
  if (!isTimeZone(zone))
    throw new UsageError(`--zone is an IANA time zone such as Asia/Ho_Chi_Minh, not "${zone}".`);
  const language = readLanguage(values.language) ?? context.config.language;
  const today = dayIn(zone, context.clock.now());
  const asked = values.on ?? today;
  const expression = parseDateExpression(asked, { language, today });
  if (expression.kind === 'date' && sameDayOfAnyYear(expression.edtf) === undefined) {
    throw new UsageError(`--on is a day such as 12/7 or 1995-07-12, not "${asked}".`);
  }
  const knowledge = loadDated(values.knowledge, { today, language }, context);
  const text =
    values.json === true
      ? json(asked, withoutYear(expression), inOrderOfPosts(eventsAndSentences(knowledge), today), language)
      : createReplyRenderer(context)(
          replyToDay(asked, {
            say: (date) => `nhip-cau today --on ${date}`,
            language,
            today,
            lookup: eventsElseSentences(knowledge),
            limit: EVERYTHING,
          }),
        );
  await writeLine(context.streams.output, text);
  return EXIT.done;
}

function loadDated(
  folder: string | undefined,
  { today, language }: { readonly today: Edtf; readonly language: Locale },
  { config }: CommandLineContext,
): DatedKnowledge {
  const directory = readFolderOption(folder) ?? config.knowledgeDirectory;
  const { timeline, answerer } = loadKnowledge(directory, today);
  return { timeline, library: answerer.library, language };
}

function json(query: string, expression: DateExpression, lookup: DatedEntries, language: Locale): string {
  const entries = expression.kind === 'date' ? lookup(expression.edtf) : [];
  return JSON.stringify(entriesJson(query, expression, entries, language));
}

const inOrderOfPosts =
  (lookup: DatedEntries, today: Edtf): DatedEntries =>
  (day) =>
    bestFirst(entriesToldOn(day, yearOf(today), lookup), yearOf(today)).map(({ entry }) => entry);

function withoutYear(expression: DateExpression): DateExpression {
  if (expression.kind !== 'date') return expression;
  const day = sameDayOfAnyYear(expression.edtf);
  return day === undefined ? expression : { ...expression, edtf: day };
}

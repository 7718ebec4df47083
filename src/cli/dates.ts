import type { DatedEntry, TimelineLookup } from '../core/answer/timeline-lookup.ts';
import { Chat, type ConversationRef } from '../core/chat/chat.ts';
import { sameDayOfAnyYear } from '../core/chat/commands/dates.ts';
import { createCommandRegistry } from '../core/chat/commands/registry.ts';
import { type DateExpression, parseDateExpression } from '../core/dates/date-expression.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import { dayIn, isTimeZone } from '../core/dates/zones.ts';
import type { Locale } from '../core/locale.ts';
import { renderReply } from '../platforms/terminal/render.ts';
import { createStyle } from '../platforms/terminal/style.ts';
import { entriesJson } from './answer-json.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode, UsageError } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readLanguage, readOptions } from './options.ts';
import { readLines, writeLine } from './streams.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  knowledge: { type: 'string' },
  language: { type: 'string' },
} as const;
const DEFAULT_WIDTH = 100;

type Lookup = (timeline: TimelineLookup, date: Edtf) => readonly DatedEntry[];

/** `nhip-cau date` and `nhip-cau timeline`: an expression from the arguments, or one a line from standard input. */
export async function periodCommand(
  name: 'date' | 'timeline',
  argv: readonly string[],
  context: CommandLineContext,
): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, OPTIONS);
  const language = readLanguage(values.language) ?? context.config.language;
  const today = dayIn(context.config.timeZone, context.clock.now());
  const lookup: Lookup = (timeline, date) => timeline.all(date);
  const respond = createResponder(name, lookup, { ...values, language, today }, context);
  if (positionals.length > 0) {
    await writeLine(context.streams.output, respond(positionals.join(' ')));
    return EXIT.done;
  }
  for await (const line of readLines(context.streams.input))
    await writeLine(context.streams.output, respond(line));
  return EXIT.done;
}

/** `nhip-cau today`: events of this day, or of `--on`, in any year. */
export async function todayCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv, {
    ...OPTIONS,
    on: { type: 'string' },
    zone: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError('"today" takes no arguments; give a date as --on DATE.');
  const zone = values.zone ?? context.config.timeZone;
  if (!isTimeZone(zone))
    throw new UsageError(`--zone is an IANA time zone such as Asia/Ho_Chi_Minh, not "${zone}".`);
  const language = readLanguage(values.language) ?? context.config.language;
  const today = dayIn(zone, context.clock.now());
  const asked = values.on ?? today;
  const lookup: Lookup = (timeline, date) => timeline.events(sameDayOfAnyYear(date) ?? date);
  const respond = createResponder('today', lookup, { ...values, language, today }, context);
  const expression = parseDateExpression(asked, { language, today });
  if (expression.kind === 'date' && sameDayOfAnyYear(expression.edtf) === undefined) {
    throw new UsageError(`--on is a day such as 12/7 or 1995-07-12, not "${asked}".`);
  }
  await writeLine(context.streams.output, respond(asked));
  return EXIT.done;
}

interface ResponderOptions {
  readonly json?: boolean | undefined;
  readonly knowledge?: string | undefined;
  readonly language: Locale;
  readonly today: Edtf;
}

/** What to print for an expression: the chat command's own reply, or the same as JSON. */
function createResponder(
  name: 'date' | 'timeline' | 'today',
  lookup: Lookup,
  options: ResponderOptions,
  context: CommandLineContext,
): (text: string) => string {
  const { language, today } = options;
  const served = loadKnowledge(options.knowledge ?? context.config.knowledgeDirectory, today);
  if (options.json === true) {
    return (text) => {
      const read = parseDateExpression(text, { language, today });
      const expression: DateExpression = name === 'today' ? withoutYear(read) : read;
      const entries = expression.kind === 'date' ? lookup(served.timeline, expression.edtf) : [];
      return JSON.stringify(entriesJson(text, expression, entries, language));
    };
  }
  const chat = new Chat({ knowledge: () => served, registry: createCommandRegistry(), random: Math.random });
  const style = createStyle(context.coloured);
  const width = context.streams.output.columns ?? DEFAULT_WIDTH;
  return (text) => {
    const utterance = { text: `/${name} ${text}`, conversation: 'terminal' as ConversationRef, language };
    return renderReply(chat.reply(utterance, { now: context.clock.now(), today }), style, width);
  };
}

function withoutYear(expression: DateExpression): DateExpression {
  if (expression.kind !== 'date') return expression;
  const day = sameDayOfAnyYear(expression.edtf);
  return day === undefined ? expression : { ...expression, edtf: day };
}

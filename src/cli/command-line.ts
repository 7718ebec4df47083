import { readConfig } from '../config.ts';
import type { Clock } from '../core/ports/clock.ts';
import { wantsColour } from '../platforms/terminal/style.ts';
import { askCommand } from './ask.ts';
import { chatCommand } from './chat.ts';
import { checkCommand } from './check.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { compileCommand } from './compile.ts';
import { periodCommand, todayCommand } from './dates.ts';
import { EXIT, type ExitCode, ReportError, UsageError } from './exit-code.ts';
import { type Streams, writeLine } from './streams.ts';
import { COMMAND_USAGE, USAGE } from './usage.ts';

type CommandRunner = (argv: readonly string[], context: CommandLineContext) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, CommandRunner>> = {
  start: chatCommand,
  chat: chatCommand,
  ask: askCommand,
  date: (argv, context) => periodCommand('date', argv, context),
  timeline: (argv, context) => periodCommand('timeline', argv, context),
  today: todayCommand,
  check: checkCommand,
  compile: compileCommand,
};

export interface CommandLineDependencies {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The knowledge folder that comes with the bot. */
  readonly shippedKnowledge: string;
}

/** Runs one command line (without the program's own name) and tells how it ended; never throws for a user's mistake. */
export async function runCommandLine(
  argv: readonly string[],
  dependencies: CommandLineDependencies,
): Promise<ExitCode> {
  const { streams, environment, clock, shippedKnowledge } = dependencies;
  const [first, ...rest] = argv;
  const named = first !== undefined && !first.startsWith('-');
  const name = named ? first : 'start';
  const commandArguments = named ? rest : argv;
  const options = commandArguments.slice(0, endOfOptions(commandArguments));
  if (options.includes('--help') || options.includes('-h')) {
    await writeLine(streams.output, named ? (COMMAND_USAGE[name] ?? USAGE) : USAGE);
    return EXIT.done;
  }
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (run === undefined) throw new UsageError(`There is no command "${name}".`);
    const reading = readConfig(environment, shippedKnowledge);
    if (reading.kind === 'problems') {
      throw new ReportError(
        ['The configuration has problems:', ...reading.problems.map((line) => `  ${line}`)].join('\n'),
      );
    }
    const coloured = wantsColour(streams.output.isTTY === true, environment);
    return await run(commandArguments, {
      config: reading.config,
      clock,
      streams,
      coloured,
      shippedKnowledge,
    });
  } catch (error) {
    if (error instanceof UsageError) {
      await writeLine(
        streams.errors,
        `${error.message}\nSee: nhip-cau ${run === undefined ? '' : `${name} `}--help`,
      );
      return EXIT.wrongUsage;
    }
    if (error instanceof ReportError) {
      await writeLine(streams.errors, error.message);
      return EXIT.badKnowledgeOrConfiguration;
    }
    throw error;
  }
}

/** Where `--` ends the options; everything behind it is words. */
function endOfOptions(argv: readonly string[]): number {
  const at = argv.indexOf('--');
  return at < 0 ? argv.length : at;
}

import { readConfig } from '../config.ts';
import type { Clock } from '../core/ports/clock.ts';
import { wantsColour } from '../platforms/terminal/style.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode, ReportError, UsageError } from './exit-code.ts';
import { type Streams, writeLine } from './streams.ts';
import { COMMAND_USAGE, USAGE } from './usage.ts';

type CommandRunner = (argv: readonly string[], context: CommandLineContext) => Promise<ExitCode>;

/** Each command loads what it needs when it runs: a question must not wait for what speaks to databases. */
const COMMANDS: Readonly<Record<string, CommandRunner>> = {
  start: async (argv, context) => (await import('./start.ts')).startCommand(argv, context),
  chat: async (argv, context) => (await import('./chat.ts')).chatCommand(argv, context),
  ask: async (argv, context) => (await import('./ask.ts')).askCommand(argv, context),
  date: async (argv, context) => (await import('./dates.ts')).periodCommand('date', argv, context),
  timeline: async (argv, context) => (await import('./dates.ts')).periodCommand('timeline', argv, context),
  today: async (argv, context) => (await import('./dates.ts')).todayCommand(argv, context),
  check: async (argv, context) => (await import('./check.ts')).checkCommand(argv, context),
  doctor: async (argv, context) => (await import('./doctor.ts')).doctorCommand(argv, context),
  feedback: async (argv, context) => (await import('./feedback.ts')).feedbackCommand(argv, context),
  gaps: async (argv, context) => (await import('./gaps.ts')).gapsCommand(argv, context),
  compile: async (argv, context) => (await import('./compile.ts')).compileCommand(argv, context),
};

/** What the composition root hands to the command line. */
export interface CommandLineDependencies {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The knowledge folder that comes with the bot. */
  readonly shippedKnowledge: string;
  /** See {@link CommandLineContext.onStopRequest}. */
  readonly onStopRequest?: (stop: () => void) => void;
  /** See {@link CommandLineContext.onFault}. */
  readonly onFault?: (report: (error: unknown) => void) => void;
}

/** What people type instead of `--help`. */
const HELP = ['--help', '-h'];

/** Runs one command line (without the program's own name) and tells how it ended; never throws for a user's mistake. */
export async function runCommandLine(
  argv: readonly string[],
  dependencies: CommandLineDependencies,
): Promise<ExitCode> {
  const { streams, environment, clock, shippedKnowledge } = dependencies;
  const [name, commandArguments] = splitCommand(argv);
  try {
    const run = findCommand(name ?? 'start', argv);
    const options = commandArguments.slice(0, endOfOptions(commandArguments));
    if (HELP.some((help) => options.includes(help))) {
      await writeLine(streams.output, name === undefined ? USAGE : (COMMAND_USAGE[name] ?? USAGE));
      return EXIT.done;
    }
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
      onStopRequest: dependencies.onStopRequest ?? (() => {}),
      onFault: dependencies.onFault ?? (() => {}),
    });
  } catch (error) {
    if (error instanceof UsageError) {
      const about = name !== undefined && Object.hasOwn(COMMANDS, name) ? `${name} ` : '';
      await writeLine(streams.errors, `${error.message}\nSee: nhip-cau ${about}--help`);
      return EXIT.wrongUsage;
    }
    const isForeseen = error instanceof ReportError;
    await writeLine(streams.errors, isForeseen ? error.message : wordUnexpected(error));
    return isForeseen ? EXIT.badKnowledgeOrConfiguration : EXIT.failed;
  }
}

/** The command's name, when one is given, and what follows; `help` in front is `--help` behind. */
function splitCommand(argv: readonly string[]): readonly [string | undefined, readonly string[]] {
  const [first, ...rest] = argv;
  if (first === 'help') return rest[0] === undefined ? [undefined, HELP] : [rest[0], HELP];
  return first === undefined || first.startsWith('-') ? [undefined, argv] : [first, rest];
}

/** @throws UsageError when there is no such command. */
function findCommand(name: string, argv: readonly string[]): CommandRunner {
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (run !== undefined) return run;
  const looksLikeQuestion = argv.length > 1 || name.includes(' ');
  throw new UsageError(
    looksLikeQuestion
      ? `There is no command "${name}". To ask a question: nhip-cau ask "…"`
      : `There is no command "${name}". The commands are ${Object.keys(COMMANDS).join(', ')}.`,
  );
}

/** One line for what we did not foresee, such as a disk that fails; a stack trace tells the person nothing. */
function wordUnexpected(error: unknown): string {
  return `nhip-cau had to stop: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

/** Where `--` ends the options; everything behind it is words. */
function endOfOptions(argv: readonly string[]): number {
  const at = argv.indexOf('--');
  return at < 0 ? argv.length : at;
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isLocale, LOCALES, type Locale } from '../core/locale.ts';
import { UsageError } from './exit-code.ts';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The words of a command line, sorted; unknown options are a {@link UsageError}. */
export function readOptions<Config extends OptionsConfig>(argv: readonly string[], options: Config) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? wordProblem(error.message) : String(error));
  }
}

/** Node's own sentence; its advice on words that begin with a dash in our words. */
function wordProblem(message: string): string {
  const [problem = message, ...advice] = message.split('. ');
  const sentence = problem.endsWith('.') ? problem : `${problem}.`;
  return advice.length === 0 ? sentence : `${sentence} Words that begin with "-" go behind "--".`;
}

/** @throws UsageError when a command that takes options only is given anything else. */
export function refuseArguments(command: string, positionals: readonly string[], advice = ''): void {
  const [first] = positionals;
  if (first === undefined) return;
  throw new UsageError(`"${command}" takes no arguments, but was given "${first}". ${advice}`.trimEnd());
}

/** @throws UsageError when the text is no language of the bot. */
export function readLanguage(text: string | undefined): Locale | undefined {
  if (text === undefined) return undefined;
  if (!isLocale(text)) throw new UsageError(`--language is ${LOCALES.join(' or ')}, not "${text}".`);
  return text;
}

/** @throws UsageError when the path is empty, which would mean the folder the command happens to run in. */
export function readFolderOption(text: string | undefined): string | undefined {
  if (text?.trim() === '') throw new UsageError('--knowledge is the path of a folder, not empty.');
  return text;
}

const MAXIMUM_LIMIT = 100;

/** @throws UsageError when the text is no whole number from 1 to 100. */
export function readLimit(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAXIMUM_LIMIT) {
    throw new UsageError(`--limit is a whole number from 1 to ${MAXIMUM_LIMIT}, not "${text}".`);
  }
  return limit;
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isLocale, type Locale } from '../core/locale.ts';
import { UsageError } from './exit-code.ts';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The words of a command line, sorted; unknown options are a {@link UsageError}. */
export function readOptions<Config extends OptionsConfig>(argv: readonly string[], options: Config) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when the text is no language of the bot. */
export function readLanguage(text: string | undefined): Locale | undefined {
  if (text === undefined) return undefined;
  if (!isLocale(text)) throw new UsageError(`--language is vi or en, not "${text}".`);
  return text;
}

const MAXIMUM_LIMIT = 100;

/** @throws UsageError when the text is no whole number from 1 to 100. */
export function readLimit(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAXIMUM_LIMIT) {
    throw new UsageError(`--limit is a whole number from 1 to ${MAXIMUM_LIMIT}, not "${text}".`);
  }
  return limit;
}

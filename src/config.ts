import { resolve } from 'node:path';
import { isTimeZone } from './core/dates/zones.ts';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from './core/locale.ts';

/** What the operator decides; every key is described in `.env.example`. */
export interface Config {
  readonly knowledgeDirectory: string;
  /** Language to speak before a person shows or chooses one. */
  readonly language: Locale;
  /** IANA zone that decides which day "today" is. */
  readonly timeZone: string;
}

/** Keys of the environment that are read, in the order of `.env.example`. */
export const CONFIG_KEYS = ['KNOWLEDGE_DIR', 'LANGUAGE_DEFAULT', 'TIME_ZONE'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says, or everything that is wrong with it. */
export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config }
  /** One sentence for each problem: which key, what is wrong, what would be right. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads every setting of the bot; `shippedKnowledge` is the folder that comes with it. */
export function readConfig(environment: Environment, shippedKnowledge: string): ConfigReading {
  const problems: string[] = [];
  const read = (key: (typeof CONFIG_KEYS)[number]): string | undefined => {
    const value = environment[key]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  const language = read('LANGUAGE_DEFAULT') ?? DEFAULT_LOCALE;
  const timeZone = read('TIME_ZONE') ?? 'Asia/Ho_Chi_Minh';
  if (!isLocale(language)) problems.push(`LANGUAGE_DEFAULT is ${LOCALES.join(' or ')}, not "${language}".`);
  if (!isTimeZone(timeZone)) {
    problems.push(`TIME_ZONE is an IANA time zone such as Asia/Ho_Chi_Minh, not "${timeZone}".`);
  }
  if (problems.length > 0 || !isLocale(language)) return { kind: 'problems', problems };
  return {
    kind: 'config',
    config: { knowledgeDirectory: resolve(read('KNOWLEDGE_DIR') ?? shippedKnowledge), language, timeZone },
  };
}

import { join, resolve } from 'node:path';
import { isTimeZone } from './core/dates/zones.ts';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from './core/locale.ts';
import { type Environment, EnvironmentReader } from './environment-reader.ts';
import { readDataKeys } from './infra/storage/data-keys.ts';

/** What the operator decides; every key is described in `.env.example`. */
export interface Config {
  readonly knowledgeDirectory: string;
  /** Language to speak before a person shows or chooses one. */
  readonly language: Locale;
  /** IANA zone that decides which day "today" is. */
  readonly timeZone: string;
  /** Absent: the bot is not on Telegram. */
  readonly telegram?: TelegramConfig;
  /** Absent: the bot is not on Discord. */
  readonly discord?: DiscordConfig;
  /** Questions older than this are not answered any more, in milliseconds. */
  readonly maximumAgeMs: number;
  readonly storage: StorageConfig;
  /** Whether questions that found no answer are kept for editors. */
  readonly keepsUnanswered: boolean;
  readonly logFormat: LogFormat;
  readonly logLevel: LogLevel;
  /** Absent: the operator's port is off. */
  readonly http?: HttpConfig;
}

/** Where `/healthz`, `/readyz` and `/metrics` are told. */
export interface HttpConfig {
  readonly host: string;
  readonly port: number;
}

/** How the bot is on Telegram. */
export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhook?: WebhookConfig;
  /** Messages a second in all. */
  readonly messagesPerSecond: number;
}

/** How the bot is on Discord. */
export interface DiscordConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly shards: ShardsConfig;
}

/** As many shards as Discord recommends, or those from `first` to `last` of `count` that several processes share. */
export type ShardsConfig =
  | { readonly kind: 'auto' }
  | { readonly kind: 'range'; readonly first: number; readonly last: number; readonly count: number };

/** Where Telegram delivers updates; without `secret` one is derived from the token. */
export interface WebhookConfig {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly secret?: string;
}

/** Where things are kept that outlast an answer. */
export interface StorageConfig {
  readonly choice:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string };
  /** Keys of 32 bytes: the first seals personal data, all open it; none stores it plainly. */
  readonly keys: readonly Buffer[];
}

/** `auto` is text on a terminal and JSON elsewhere. */
export const LOG_FORMATS = ['auto', 'text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** `debug` also tells how each question fared. */
const LOG_LEVELS = ['info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Keys of the environment that are read, in the order of `.env.example`. */
export const CONFIG_KEYS = [
  'KNOWLEDGE_DIR',
  'LANGUAGE_DEFAULT',
  'TIME_ZONE',
  'TELEGRAM_TOKEN',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_WEBHOOK_URL',
  'TELEGRAM_WEBHOOK_HOST',
  'TELEGRAM_WEBHOOK_PORT',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_MESSAGES_PER_SECOND',
  'DISCORD_TOKEN',
  'DISCORD_API_ROOT',
  'DISCORD_SHARDS',
  'QUESTION_MAX_AGE_MINUTES',
  'DATA_DIR',
  'DATABASE_URL',
  'DATA_KEY',
  'GAPS',
  'LOG_FORMAT',
  'LOG_LEVEL',
  'HTTP_PORT',
  'HTTP_HOST',
] as const;
type ConfigKey = (typeof CONFIG_KEYS)[number];
type SettingsReader = EnvironmentReader<ConfigKey>;

/** What the environment says, or everything that is wrong with it. */
export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config }
  /** One sentence for each problem: which key, what is wrong, what would be right. Never the value of a secret. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const MINUTE_MS = 60_000;
const HIGHEST_PORT = 65_535;

/** Reads every setting of the bot; `shippedKnowledge` is the folder that comes with it. */
export function readConfig(environment: Environment, shippedKnowledge: string): ConfigReading {
  const reader = new EnvironmentReader<ConfigKey>(environment);
  const telegram = readTelegram(reader);
  const discord = readDiscord(reader);
  const http = readHttp(reader);
  const config: Config = {
    knowledgeDirectory: resolve(reader.text('KNOWLEDGE_DIR') ?? shippedKnowledge),
    language: reader.oneOf('LANGUAGE_DEFAULT', LOCALES, isLocale, DEFAULT_LOCALE),
    timeZone: reader.checked(
      'TIME_ZONE',
      'Asia/Ho_Chi_Minh',
      isTimeZone,
      'an IANA time zone such as Asia/Ho_Chi_Minh',
    ),
    ...(telegram === undefined ? {} : { telegram }),
    ...(discord === undefined ? {} : { discord }),
    maximumAgeMs: reader.number('QUESTION_MAX_AGE_MINUTES', 15, 1, 24 * 60) * MINUTE_MS,
    storage: readStorage(reader),
    keepsUnanswered: reader.oneOf('GAPS', SWITCH, isSwitch, 'off') === 'on',
    logFormat: reader.oneOf('LOG_FORMAT', LOG_FORMATS, isLogFormat, 'auto'),
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, isLogLevel, 'info'),
    ...(http === undefined ? {} : { http }),
  };
  const { problems } = reader;
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'config', config };
}

function readHttp(reader: SettingsReader): HttpConfig | undefined {
  const host = reader.text('HTTP_HOST') ?? '127.0.0.1';
  const port = reader.number('HTTP_PORT', 0, 1, HIGHEST_PORT);
  return port === 0 ? undefined : { host, port };
}

const SWITCH = ['off', 'on'] as const;
const isSwitch = (value: string): value is (typeof SWITCH)[number] =>
  (SWITCH as readonly string[]).includes(value);
const isLogLevel = (value: string): value is LogLevel => (LOG_LEVELS as readonly string[]).includes(value);
const isLogFormat = (value: string): value is LogFormat => (LOG_FORMATS as readonly string[]).includes(value);

const DATABASE_FILE = 'nhip-cau.db';

function readStorage(reader: SettingsReader): StorageConfig {
  const directory = resolve(reader.text('DATA_DIR') ?? 'data');
  const url = reader.secret(
    'DATABASE_URL',
    (value) => isAddress(value, ['postgres:', 'postgresql:']),
    'an address such as postgres://user:password@host/database',
  );
  const keys = readDataKeys(reader.text('DATA_KEY') ?? '');
  if (keys.kind === 'problem') reader.problems.push(keys.problem);
  return {
    choice:
      url === undefined
        ? { kind: 'sqlite', file: join(directory, DATABASE_FILE) }
        : { kind: 'postgres', url },
    keys: keys.kind === 'keys' ? keys.keys : [],
  };
}

/** What @BotFather hands out: a number, a colon and some thirty letters. */
const isTelegramToken = (value: string): boolean => /^\d+:[\w-]{30,}$/.test(value);
const isSecret = (value: string): boolean => /^[\w-]{16,256}$/.test(value);

function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function readTelegram(reader: SettingsReader): TelegramConfig | undefined {
  const apiRoot = reader.checked(
    'TELEGRAM_API_ROOT',
    'https://api.telegram.org',
    (value) => isAddress(value, ['http:', 'https:']),
    'an address such as https://api.telegram.org',
  );
  const webhook = readWebhook(reader);
  const messagesPerSecond = reader.number('TELEGRAM_MESSAGES_PER_SECOND', 30, 1, 10_000);
  const token = reader.secret(
    'TELEGRAM_TOKEN',
    isTelegramToken,
    'what @BotFather shows, such as 123456789:AAF… (a number, a colon, 35 letters)',
  );
  if (token === undefined) return undefined;
  return {
    token,
    apiRoot: apiRoot.replace(/\/+$/, ''),
    ...(webhook === undefined ? {} : { webhook }),
    messagesPerSecond,
  };
}

function readWebhook(reader: SettingsReader): WebhookConfig | undefined {
  const host = reader.text('TELEGRAM_WEBHOOK_HOST') ?? '127.0.0.1';
  const port = reader.number('TELEGRAM_WEBHOOK_PORT', 8080, 1, HIGHEST_PORT);
  const secret = reader.secret('TELEGRAM_WEBHOOK_SECRET', isSecret, '16 to 256 letters, digits, "_" and "-"');
  const url = reader.checked(
    'TELEGRAM_WEBHOOK_URL',
    '',
    (value) => isAddress(value, ['http:', 'https:']),
    'the address Telegram calls, such as https://bot.example.org/telegram',
  );
  return url === '' ? undefined : { url, host, port, ...(secret === undefined ? {} : { secret }) };
}

/** What the developer portal shows: three groups of letters with dots between them. */
const isDiscordToken = (value: string): boolean =>
  value.length >= 20 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);

function readDiscord(reader: SettingsReader): DiscordConfig | undefined {
  const apiRoot = reader.checked(
    'DISCORD_API_ROOT',
    'https://discord.com/api',
    (value) => isAddress(value, ['http:', 'https:']),
    'an address such as https://discord.com/api',
  );
  const shards = reader.checked(
    'DISCORD_SHARDS',
    'auto',
    (value) => readShards(value) !== undefined,
    'auto, or a range such as 0-3/16 (the first four of sixteen)',
  );
  const token = reader.secret(
    'DISCORD_TOKEN',
    isDiscordToken,
    'what the developer portal shows under Bot: three groups of letters with dots between them',
  );
  if (token === undefined) return undefined;
  return {
    token,
    apiRoot: apiRoot.replace(/\/+$/, ''),
    shards: readShards(shards) ?? { kind: 'auto' },
  };
}

function readShards(text: string): ShardsConfig | undefined {
  if (text === 'auto') return { kind: 'auto' };
  const read = /^(\d{1,5})-(\d{1,5})\/(\d{1,5})$/.exec(text);
  if (read === null) return undefined;
  const [first = 0, last = 0, count = 0] = read.slice(1).map(Number);
  return first <= last && last < count ? { kind: 'range', first, last, count } : undefined;
}

import { randomBytes } from 'node:crypto';
import type { Config, TelegramConfig } from '../config.ts';
import { Chat, type ServedKnowledge } from '../core/chat/chat.ts';
import { createCommandRegistry } from '../core/chat/commands/registry.ts';
import { dayIn } from '../core/dates/zones.ts';
import type { Log } from '../core/ports/log.ts';
import { MemoryFeedbackStore } from '../infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../infra/storage/memory/memory-preference-store.ts';
import { systemTimer } from '../infra/system/system-timer.ts';
import type { TelegramDependencies } from '../platforms/telegram/index.ts';
import { chatCommand } from './chat.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readFolderOption, readLanguage, readOptions, refuseArguments } from './options.ts';
import { writeLine } from './streams.ts';

/** A platform that is brought up. */
interface Platform {
  readonly name: string;
  run(): Promise<{ readonly kind: 'stopped' } | { readonly kind: 'refused'; readonly reason: string }>;
  stop(): Promise<void>;
}

/** `nhip-cau start`: every platform there is a token for; with none, the bot in this terminal. */
export async function startCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { config } = context;
  if (config.telegram === undefined) return chatCommand(argv, context);
  const { values, positionals } = readOptions(argv, {
    knowledge: { type: 'string' },
    language: { type: 'string' },
  });
  refuseArguments('start', positionals, 'Settings come from the environment; see .env.example.');
  const language = readLanguage(values.language) ?? config.language;
  const folder = readFolderOption(values.knowledge) ?? config.knowledgeDirectory;
  return serve({ ...config, language, knowledgeDirectory: folder }, context);
}

async function serve(config: Config, context: CommandLineContext): Promise<ExitCode> {
  const { clock, streams } = context;
  const served = loadKnowledge(config.knowledgeDirectory, dayIn(config.timeZone, clock.now()));
  // The index is built now, not while the first person waits.
  served.answerer.prepare();
  const { articles, events } = served.answerer.library;
  await writeLine(
    streams.output,
    `Nhịp Cầu: ${articles.length} articles and ${events.length} events from ${config.knowledgeDirectory}.`,
  );
  const log = await createLog(config, context);
  const platforms = await createPlatforms(config, served, log, context);
  const stop = (): void => {
    for (const platform of platforms) void platform.stop();
  };
  context.onStopRequest(stop);
  const ends = await Promise.all(platforms.map((platform) => runPlatform(platform, log)));
  return ends.some((end) => end === 'stopped') ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
}

async function createLog({ logFormat }: Config, { streams, clock }: CommandLineContext): Promise<Log> {
  const { createEventLog } = await import('../infra/system/event-log.ts');
  const isTerminal = 'isTTY' in streams.errors && streams.errors.isTTY === true;
  const format = logFormat === 'auto' ? (isTerminal ? 'text' : 'json') : logFormat;
  return createEventLog({ format, clock, write: (line) => void streams.errors.write(line) });
}

/** Platforms are loaded only when there is a token for them: a question on the command line needs none. */
async function createPlatforms(
  config: Config,
  served: ServedKnowledge,
  log: Log,
  { clock }: CommandLineContext,
): Promise<readonly Platform[]> {
  const registry = createCommandRegistry();
  const preferences = new MemoryPreferenceStore();
  const knowledge = (): ServedKnowledge => served;
  const shared = {
    chat: new Chat({
      knowledge,
      registry,
      preferences,
      feedback: new MemoryFeedbackStore(),
      random: Math.random,
    }),
    registry,
    knowledge,
    preferences,
    clock,
    timer: systemTimer,
    log,
    today: (now: number) => dayIn(config.timeZone, now),
    language: config.language,
    newReference: () => randomBytes(4).toString('hex'),
    maximumAgeMs: config.maximumAgeMs,
  };
  const platforms: Platform[] = [];
  if (config.telegram !== undefined) {
    const { createTelegram } = await import('../platforms/telegram/index.ts');
    const telegram = createTelegram({ ...shared, ...(await telegramSettings(config.telegram)) });
    platforms.push({ name: 'telegram', run: () => telegram.run(), stop: () => telegram.stop() });
  }
  return platforms;
}

async function telegramSettings(
  config: TelegramConfig,
): Promise<Pick<TelegramDependencies, 'token' | 'apiRoot' | 'webhook' | 'paces'>> {
  const { TELEGRAM_PACES } = await import('../platforms/telegram/limits.ts');
  const { deriveSecret } = await import('../platforms/telegram/webhook.ts');
  const { token, apiRoot, webhook, messagesPerSecond: perSecond } = config;
  return {
    token,
    apiRoot,
    ...(webhook === undefined
      ? {}
      : { webhook: { ...webhook, secret: webhook.secret ?? deriveSecret(token) } }),
    paces: { ...TELEGRAM_PACES, overall: { burst: perSecond, perSecond } },
  };
}

/** One platform's end is no reason for another to stop. */
async function runPlatform(platform: Platform, log: Log): Promise<'stopped' | 'refused'> {
  const end = await platform.run();
  if (end.kind === 'refused') {
    log.write({ event: 'platform-refused', platform: platform.name, reason: end.reason });
  } else {
    log.write({ event: 'platform-offline', platform: platform.name, reason: 'stopped' });
  }
  return end.kind;
}

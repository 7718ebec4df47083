import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Config, TelegramConfig } from '../config.ts';
import { Chat, type ServedKnowledge } from '../core/chat/chat.ts';
import { type CommandRegistry, createCommandRegistry } from '../core/chat/commands/registry.ts';
import type { PersonRef } from '../core/chat/identity.ts';
import type { Reply } from '../core/chat/reply.ts';
import { createPostComposer } from '../core/daily/compose-post.ts';
import type { DailyService } from '../core/daily/daily-service.ts';
import { createPostEngine, type PostEngine } from '../core/daily/post-engine.ts';
import type { OutboxRoute } from '../core/daily/post-sender.ts';
import type { SubscriptionId } from '../core/daily/subscription.ts';
import { dayIn } from '../core/dates/zones.ts';
import type { Log } from '../core/ports/log.ts';
import { openStorage, type Storage } from '../infra/storage/open-storage.ts';
import { StorageError } from '../infra/storage/storage-error.ts';
import { systemTimer } from '../infra/system/system-timer.ts';
import type { TelegramDependencies } from '../platforms/telegram/index.ts';
import { chatCommand } from './chat.ts';
import type { CommandLineContext } from './command-line-context.ts';
import { EXIT, type ExitCode, ReportError } from './exit-code.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readFolderOption, readLanguage, readOptions, refuseArguments } from './options.ts';
import { writeLine } from './streams.ts';

/** A platform that is brought up. */
interface Platform {
  readonly name: string;
  /** How daily posts reach it. */
  readonly route: OutboxRoute;
  run(): Promise<{ readonly kind: 'stopped' } | { readonly kind: 'refused'; readonly reason: string }>;
  tell(person: PersonRef, reply: Reply): Promise<void>;
  stop(): Promise<void>;
}

/** `nhip-cau start`: every platform there is a token for; with none, the bot in this terminal. */
export async function startCommand(argv: readonly string[], context: CommandLineContext): Promise<ExitCode> {
  const { config } = context;
  if (config.telegram === undefined && config.discord === undefined) return chatCommand(argv, context);
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
  const storage = await openStorageOrReport(config);
  try {
    return await runAll(config, served, { storage, log, context });
  } finally {
    await storage.close();
  }
}

interface Ground {
  readonly storage: Storage;
  readonly log: Log;
  readonly context: CommandLineContext;
}

/** @throws ReportError saying what is wrong with the storage and how to mend it. */
async function openStorageOrReport({ storage }: Config): Promise<Storage> {
  try {
    return await openStorage(storage.choice, { keys: storage.keys });
  } catch (error) {
    if (error instanceof StorageError) throw new ReportError(error.message);
    throw error;
  }
}

async function runAll(config: Config, served: ServedKnowledge, ground: Ground): Promise<ExitCode> {
  const { storage, log, context } = ground;
  const { clock } = context;
  const chat = createChat(config, served, ground, (subscription) => engine.sendTest(subscription));
  const platforms = await createPlatforms(config, { ...chat, served }, ground);
  const engine: PostEngine = createPostEngine({
    store: storage.subscriptions,
    ledger: storage.ledger,
    composer: createPostComposer(() => ({
      timeline: served.timeline,
      library: served.answerer.library,
    })),
    outboxes: platforms.map(({ route }) => route),
    clock,
    timer: systemTimer,
    log,
    worker: `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`,
    tell: async (person, reply) => {
      // Each platform tells only its own people.
      for (const platform of platforms) await platform.tell(person, reply);
    },
  });
  const stopping = new AbortController();
  const posting = engine.run(stopping.signal);
  context.onStopRequest(() => {
    for (const platform of platforms) void platform.stop();
  });
  const ends = await Promise.all(platforms.map((platform) => runPlatform(platform, log)));
  stopping.abort();
  await engine.stop();
  await posting;
  return ends.some((end) => end === 'stopped') ? EXIT.done : EXIT.badKnowledgeOrConfiguration;
}

function createChat(
  config: Config,
  served: ServedKnowledge,
  { storage, context }: Ground,
  sendTest: DailyService['sendTest'],
) {
  const registry = createCommandRegistry();
  const chat = new Chat({
    knowledge: () => served,
    registry,
    preferences: storage.preferences,
    feedback: storage.feedback,
    daily: {
      store: storage.subscriptions,
      ledger: storage.ledger,
      clock: context.clock,
      defaultZone: config.timeZone,
      newId: () => randomUUID() as SubscriptionId,
      sendTest,
    },
    random: Math.random,
  });
  return { chat, registry };
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
  {
    chat,
    registry,
    served,
  }: { readonly chat: Chat; readonly registry: CommandRegistry; readonly served: ServedKnowledge },
  { storage, log, context }: Ground,
): Promise<readonly Platform[]> {
  const shared = {
    chat,
    registry,
    knowledge: (): ServedKnowledge => served,
    preferences: storage.preferences,
    subscriptions: storage.subscriptions,
    clock: context.clock,
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
    const { TELEGRAM_POST_LIMITS } = await import('../platforms/telegram/limits.ts');
    const { placeOfAddress } = await import('../platforms/telegram/outbox.ts');
    const telegram = createTelegram({ ...shared, ...(await telegramSettings(config.telegram)) });
    platforms.push({
      name: 'telegram',
      route: { outbox: telegram.outbox, limits: TELEGRAM_POST_LIMITS, placeOf: placeOfAddress },
      run: () => telegram.run(),
      tell: (person, reply) => telegram.tell(person, reply),
      stop: () => telegram.stop(),
    });
  }
  if (config.discord !== undefined) {
    const { createDiscord } = await import('../platforms/discord/index.ts');
    const { DISCORD_POST_LIMITS } = await import('../platforms/discord/limits.ts');
    const discord = createDiscord({ ...shared, ...config.discord });
    platforms.push({
      name: 'discord',
      route: { outbox: discord.outbox, limits: DISCORD_POST_LIMITS },
      run: () => discord.run(),
      tell: (person, reply) => discord.tell(person, reply),
      stop: () => discord.stop(),
    });
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

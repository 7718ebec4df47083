import { randomBytes } from 'node:crypto';
import type { Config, TelegramConfig } from '../config.ts';
import type { Chat, ServedKnowledge } from '../core/chat/chat.ts';
import type { CommandRegistry } from '../core/chat/commands/registry.ts';
import type { PersonRef } from '../core/chat/identity.ts';
import type { PlatformEnd } from '../core/chat/platform-end.ts';
import type { Reply } from '../core/chat/reply.ts';
import type { OutboxRoute } from '../core/daily/post-sender.ts';
import { daysIn } from '../core/dates/zones.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import type { Storage } from '../infra/storage/open-storage.ts';
import { systemTimer } from '../infra/system/system-timer.ts';
import type { TelegramDependencies } from '../platforms/telegram/index.ts';

/** A platform that is brought up. */
export interface Platform {
  readonly name: string;
  /** How daily posts reach it. */
  readonly route: OutboxRoute;
  run(): Promise<PlatformEnd>;
  tell(person: PersonRef, reply: Reply): Promise<void>;
  stop(): Promise<void>;
}

/** The platforms there are tokens for. */
export const platformsOf = ({ telegram, discord }: Config): readonly string[] => [
  ...(telegram === undefined ? [] : ['telegram']),
  ...(discord === undefined ? [] : ['discord']),
];

/** What platforms are made from. */
export interface PlatformParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly log: Log;
  readonly clock: Clock;
  readonly chatOn: (platform: string) => Chat;
  readonly registry: CommandRegistry;
  readonly knowledge: () => ServedKnowledge;
}

/** Platforms are loaded only when there is a token for them: a question on the command line needs none. */
export async function createPlatforms(parts: PlatformParts): Promise<readonly Platform[]> {
  const { config, chatOn, registry, knowledge, storage, log, clock } = parts;
  const shared = {
    registry,
    knowledge,
    preferences: storage.preferences,
    subscriptions: storage.subscriptions,
    clock,
    timer: systemTimer,
    log,
    today: daysIn(config.timeZone),
    language: config.language,
    newReference: () => randomBytes(4).toString('hex'),
    maximumAgeMs: config.maximumAgeMs,
  };
  const platforms: Platform[] = [];
  if (config.telegram !== undefined) {
    const { createTelegram } = await import('../platforms/telegram/index.ts');
    const { TELEGRAM_POST_LIMITS } = await import('../platforms/telegram/limits.ts');
    const { placeOfAddress } = await import('../platforms/telegram/outbox.ts');
    const telegram = createTelegram({
      ...shared,
      chat: chatOn('telegram'),
      handledUpdates: storage.handledUpdates,
      ...(await telegramSettings(config.telegram)),
    });
    platforms.push({
      name: 'telegram',
      route: {
        outbox: telegram.outbox,
        limits: TELEGRAM_POST_LIMITS,
        placeOf: placeOfAddress,
        whenRoom: (signal) => telegram.whenRoom(signal),
      },
      run: () => telegram.run(),
      tell: (person, reply) => telegram.tell(person, reply),
      stop: () => telegram.stop(),
    });
  }
  if (config.discord !== undefined) {
    const { createDiscord } = await import('../platforms/discord/index.ts');
    const { DISCORD_POST_LIMITS } = await import('../platforms/discord/limits.ts');
    const discord = createDiscord({ ...shared, chat: chatOn('discord'), ...config.discord });
    platforms.push({
      name: 'discord',
      route: {
        outbox: discord.outbox,
        limits: DISCORD_POST_LIMITS,
        whenRoom: (signal) => discord.whenRoom(signal),
      },
      run: () => discord.run(),
      tell: (person, reply) => discord.tell(person, reply),
      stop: () => discord.stop(),
    });
  }
  return platforms;
}

async function telegramSettings(
  config: TelegramConfig,
): Promise<Pick<TelegramDependencies, 'token' | 'apiRoot' | 'webhook' | 'messagesPerSecond'>> {
  const { deriveSecret } = await import('../platforms/telegram/webhook.ts');
  const { token, apiRoot, webhook, messagesPerSecond } = config;
  return {
    token,
    apiRoot,
    ...(webhook === undefined
      ? {}
      : { webhook: { ...webhook, secret: webhook.secret ?? deriveSecret(token) } }),
    messagesPerSecond,
  };
}

import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { Chat, type ChatDependencies } from '../core/chat/chat.ts';
import type { DailyService } from '../core/daily/daily-service.ts';
import type { SubscriptionId } from '../core/daily/subscription.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import type { Storage } from '../infra/storage/open-storage.ts';
import { preciseClock } from '../infra/system/precise-clock.ts';
import { createQuestionLog } from '../infra/system/question-log.ts';

/** What the chats of all platforms share. */
export interface ChatParts extends Pick<ChatDependencies, 'knowledge' | 'registry' | 'feedback'> {
  readonly config: Config;
  readonly storage: Storage;
  readonly log: Log;
  readonly clock: Clock;
  readonly sendTest: DailyService['sendTest'];
}

/** Gives each platform a chat of its own, so that the log tells where questions were asked. */
export function createChats(parts: ChatParts): (platform: string) => Chat {
  const { config, storage, log, clock, sendTest, knowledge, registry, feedback } = parts;
  const { preferences, subscriptions: store, ledger } = storage;
  const newId = (): SubscriptionId => randomUUID() as SubscriptionId;
  return (platform) =>
    new Chat({
      knowledge,
      registry,
      preferences,
      feedback,
      daily: { store, ledger, clock, defaultZone: config.timeZone, newId, sendTest },
      watch: createQuestionLog(platform, log, preciseClock),
      random: Math.random,
    });
}

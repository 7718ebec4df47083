import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { Chat, type ChatDependencies } from '../core/chat/chat.ts';
import type { DailyService } from '../core/daily/daily-service.ts';
import type { SubscriptionId } from '../core/daily/subscription.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import type { QuestionWatch } from '../core/ports/question-watch.ts';
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
  /** Watches the questions of all platforms, without knowing which is which. */
  readonly watch?: QuestionWatch;
}

/** Gives each platform a chat of its own, so that the log tells where questions were asked. */
export function createChats(parts: ChatParts): (platform: string) => Chat {
  const { config, storage, log, clock, sendTest, knowledge, registry, feedback, watch } = parts;
  const { preferences, subscriptions: store, ledger } = storage;
  const newId = (): SubscriptionId => randomUUID() as SubscriptionId;
  return (platform) =>
    new Chat({
      knowledge,
      registry,
      preferences,
      feedback,
      log,
      daily: { store, ledger, clock, defaultZone: config.timeZone, newId, sendTest },
      watch: bothWatches(createQuestionLog(platform, log, preciseClock), watch),
      random: Math.random,
    });
}

function bothWatches(one: QuestionWatch, other: QuestionWatch | undefined): QuestionWatch {
  if (other === undefined) return one;
  return {
    keepsUnanswered: one.keepsUnanswered || other.keepsUnanswered,
    begin: () => {
      const ends = [one.begin(), other.begin()];
      return (question) => {
        for (const end of ends) end(question);
      };
    },
  };
}

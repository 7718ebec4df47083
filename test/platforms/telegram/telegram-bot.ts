import type { TestContext } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import { Chat } from '../../../src/core/chat/chat.ts';
import { type Command, defineCommand } from '../../../src/core/chat/commands/command.ts';
import { createCommandRegistry, registerCommands } from '../../../src/core/chat/commands/registry.ts';
import { createPostComposer } from '../../../src/core/daily/compose-post.ts';
import { createPostEngine, type PostEngine } from '../../../src/core/daily/post-engine.ts';
import type { SubscriptionId } from '../../../src/core/daily/subscription.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import type { Timer } from '../../../src/core/ports/timer.ts';
import { openStorage, type Storage } from '../../../src/infra/storage/open-storage.ts';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';
import { createTelegram, type Telegram, type TelegramEnd } from '../../../src/platforms/telegram/index.ts';
import { placeOfAddress } from '../../../src/platforms/telegram/outbox.ts';
import type { WebhookOptions } from '../../../src/platforms/telegram/webhook.ts';
import { NOON_MS, TINY_LIBRARY, TODAY } from '../../core/chat/tiny-chat.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTelegramServer, type TelegramServer } from '../../support/telegram/telegram-server.ts';

/** The bot of a test, talking to the Telegram of that test. */
export interface RunningBot {
  readonly server: TelegramServer;
  readonly telegram: Telegram;
  /** Resolves when the bot has ended. */
  readonly ended: Promise<TelegramEnd>;
  readonly log: RecordingLog;
  readonly storage: Storage;
  /** Posts when it is told to tick. */
  readonly engine: PostEngine;
  /** Of daily posts only. */
  readonly clock: DailyClock;
}

/** What a test may have otherwise. */
export interface BotOptions {
  readonly library?: Library;
  readonly server?: TelegramServer;
  readonly webhook?: WebhookOptions;
  /** What outlasts the bot, or is shared with another; closed by who made it. */
  readonly storage?: Storage;
  readonly timer?: Timer;
  readonly token?: string;
  readonly apiRoot?: string;
  /** More commands than the usual ones. */
  readonly commands?: readonly Command[];
  readonly maximumAgeMs?: number;
  readonly messagesPerSecond?: number;
  /** Of all but daily posts. */
  readonly now?: () => number;
  readonly paces?: Parameters<typeof createTelegram>[0]['paces'];
  readonly questionLimits?: Parameters<typeof createTelegram>[0]['questionLimits'];
}

/** A command that always fails, as a mistake of ours would make one. */
export const failing = defineCommand({
  name: 'fail',
  aliases: ['hong'],
  summary: { vi: 'Hỏng', en: 'Fails' },
  run: () => {
    throw new TypeError('a mistake of ours, with words of a person in it');
  },
});

/** The time as daily posts see it. */
export class DailyClock {
  ms = NOON_MS;

  now(): number {
    return this.ms;
  }
}

const PLENTY = { burst: 1000, perSecond: 1000 };

/** Starts the bot against a Telegram of its own; both end with the test. */
export async function startBot(t: TestContext, options: BotOptions = {}): Promise<RunningBot> {
  const server = options.server ?? (await createTelegramServer());
  const library = options.library ?? TINY_LIBRARY;
  const knowledge = { answerer: new Answerer(library, TODAY), timeline: new TimelineLookup(library, TODAY) };
  const log = new RecordingLog();
  const storage = options.storage ?? (await openStorage({ kind: 'memory' }));
  const { preferences, feedback, subscriptions } = storage;
  const registry = registerCommands([...createCommandRegistry().commands, ...(options.commands ?? [])]);
  const clock = new DailyClock();
  let subscriptionCount = 0;
  const chat = new Chat({
    knowledge: () => knowledge,
    registry,
    preferences,
    feedback,
    daily: {
      store: subscriptions,
      ledger: storage.ledger,
      clock,
      defaultZone: 'Asia/Ho_Chi_Minh',
      newId: () => {
        subscriptionCount += 1;
        return `subscription-${subscriptionCount}` as SubscriptionId;
      },
      sendTest: (subscription) => engine.sendTest(subscription),
    },
    random: () => 0,
  });
  let references = 0;
  const telegram = createTelegram({
    token: options.token ?? server.token,
    apiRoot: options.apiRoot ?? server.root,
    ...(options.webhook === undefined ? {} : { webhook: options.webhook }),
    ...(options.maximumAgeMs === undefined ? {} : { maximumAgeMs: options.maximumAgeMs }),
    ...(options.questionLimits === undefined ? {} : { questionLimits: options.questionLimits }),
    messagesPerSecond: options.messagesPerSecond ?? 1000,
    paces: options.paces ?? { privateChat: PLENTY, group: PLENTY },
    chat,
    registry,
    knowledge: () => knowledge,
    preferences,
    subscriptions,
    handledUpdates: storage.handledUpdates,
    clock: { now: options.now ?? Date.now },
    timer: options.timer ?? systemTimer,
    log,
    today: () => TODAY,
    language: 'vi',
    newReference: () => {
      references += 1;
      return `ref${references}`;
    },
  });
  t.after(async () => {
    await telegram.stop();
    await server.stop();
  });
  const engine: PostEngine = createPostEngine({
    store: subscriptions,
    ledger: storage.ledger,
    composer: createPostComposer(() => ({ timeline: knowledge.timeline, library })),
    outboxes: [
      {
        outbox: telegram.outbox,
        limits: { perSecond: 1000, concurrency: 8 },
        placeOf: placeOfAddress,
        whenRoom: (signal) => telegram.whenRoom(signal),
      },
    ],
    clock,
    timer: systemTimer,
    log,
    worker: 'test',
    tell: (person, reply) => telegram.tell(person, reply),
  });
  const ended = telegram.run();
  return { server, telegram, ended, log, storage, engine, clock };
}

/** Waits are over at once; how long they would have been is kept. */
export class HurriedTimer implements Timer {
  readonly waits: number[] = [];

  async sleep(ms: number): Promise<void> {
    this.waits.push(ms);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

import { EventEmitter, once } from 'node:events';
import type { TestContext } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import { Chat } from '../../../src/core/chat/chat.ts';
import { type Command, defineCommand } from '../../../src/core/chat/commands/command.ts';
import { createCommandRegistry, registerCommands } from '../../../src/core/chat/commands/registry.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import type { LogEvent } from '../../../src/core/ports/log.ts';
import { MemoryFeedbackStore } from '../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPreferenceStore } from '../../../src/infra/storage/memory/memory-preference-store.ts';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';
import {
  createDiscord,
  type Discord,
  type DiscordDependencies,
  type DiscordEnd,
} from '../../../src/platforms/discord/index.ts';
import { TINY_LIBRARY, TODAY } from '../../core/chat/tiny-chat.ts';
import { ROUTES } from '../../support/discord/calls.ts';
import {
  createDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../../support/discord/discord-server.ts';
import type { SeenMessage } from '../../support/discord/seen.ts';

/** The bot of a test, talking to the Discord of that test. */
export interface RunningBot {
  readonly server: DiscordServer;
  /** A guild with one channel. */
  readonly guild: { readonly id: string; readonly channelId: string };
  readonly discord: Discord;
  /** Resolves when the bot has ended. */
  readonly ended: Promise<DiscordEnd>;
  readonly log: readonly LogEvent[];
  /** Waits until the log holds so many events of a name. */
  logged(event: LogEvent['event'], count?: number): Promise<readonly LogEvent[]>;
  readonly feedback: MemoryFeedbackStore;
  readonly preferences: MemoryPreferenceStore;
}

/** What a test may have otherwise. */
export interface BotOptions extends Partial<DiscordDependencies> {
  readonly setup?: DiscordServerOptions;
  readonly server?: DiscordServer;
  readonly library?: Library;
  /** More commands than the usual ones. */
  readonly commands?: readonly Command[];
  /** False: the test itself waits until the bot is there. */
  readonly awaitMenu?: boolean;
  /** The guild of an earlier bot. */
  readonly guild?: RunningBot['guild'];
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

/** Starts the bot against a Discord of its own and waits for its commands; both end with the test. */
export async function startBot(t: TestContext, options: BotOptions = {}): Promise<RunningBot> {
  const {
    setup,
    library = TINY_LIBRARY,
    server: given,
    commands = [],
    awaitMenu = true,
    guild: known,
    ...others
  } = options;
  const server = given ?? (await createDiscordServer(setup));
  const guild = known ?? server.guild();
  const knowledge = {
    answerer: new Answerer(library, TODAY),
    timeline: new TimelineLookup(library, TODAY),
  };
  const log: LogEvent[] = [];
  const written = new EventEmitter();
  const logged: RunningBot['logged'] = async (event, count = 1) => {
    const signal = AbortSignal.timeout(5000);
    while (eventsOf(log, event).length < count) await once(written, 'event', { signal });
    return eventsOf(log, event);
  };
  const feedback = new MemoryFeedbackStore();
  const preferences = new MemoryPreferenceStore();
  const registry = registerCommands([...createCommandRegistry().commands, ...commands]);
  const chat = new Chat({ knowledge: () => knowledge, registry, preferences, feedback, random: () => 0 });
  let references = 0;
  const discord = createDiscord({
    token: server.token,
    apiRoot: server.root,
    shards: { kind: 'range', first: 0, last: 0, count: 1 },
    // Discord's five seconds between two identifies are not worth waiting for here.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    chat,
    registry,
    knowledge: () => knowledge,
    clock: { now: () => Date.now() },
    timer: systemTimer,
    log: {
      write: (event) => {
        log.push(event);
        written.emit('event');
      },
    },
    today: () => TODAY,
    language: 'vi',
    newReference: () => {
      references += 1;
      return `ref${references}`;
    },
    ...others,
  });
  t.after(async () => {
    await discord.stop();
    await server.stop();
  });
  const route = given === undefined ? ROUTES.setCommands : GET_COMMANDS;
  const before = server.callsTo(route).length;
  const ended = discord.run();
  if (awaitMenu) await server.until(() => server.callsTo(route).length > before);
  return { server, guild, discord, ended, log, logged, feedback, preferences };
}

export const GET_COMMANDS = 'GET /applications/{application_id}/commands';

/** What the log says happened, by name. */
export const eventsOf = (log: readonly LogEvent[], event: LogEvent['event']): readonly LogEvent[] =>
  log.filter((entry) => entry.event === event);

/** What the bot has said in a channel, once it has said so much. */
export const saidIn = (
  server: DiscordServer,
  channelId: string,
  count: number,
): Promise<readonly SeenMessage[]> =>
  server.until(() => {
    const said = server.messagesIn(channelId).filter(({ authorId }) => authorId === server.botUser.id);
    return said.length >= count ? said : undefined;
  });

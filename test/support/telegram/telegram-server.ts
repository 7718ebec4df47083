import type { Update, User, UserFromGetMe } from 'grammy/types';
import { CallDesk } from './calls.ts';
import { type Room, Rooms, userOf } from './chats.ts';
import { type Fault, Faults, type OrderedFault } from './faults.ts';
import { FloodControl } from './flood-control.ts';
import { serve } from './http.ts';
import { memberOf } from './memberships.ts';
import type { Backend } from './methods.ts';
import { Person } from './people.ts';
import { Channel, Group, type Standing } from './places.ts';
import { Profile } from './profile-methods.ts';
import { Queries } from './queries.ts';
import { loadSchema, type Schema } from './schema.ts';
import type { FloodLimits, RecordedCall, ServerClock, UpdateBody, WithheldUpdate } from './types.ts';
import { UpdateFeed } from './updates.ts';
import { type VisibleMessage, visible } from './visible-messages.ts';
import { Watch } from './waiting.ts';
import { Webhook, type WebhookOptions } from './webhook.ts';
import { World } from './world.ts';

/** How this Telegram differs from the usual one. */
export interface TelegramServerOptions {
  /** Traits of the bot; by default it is "NhipCauBot", in privacy mode, with inline and guest mode. */
  readonly bot?: Partial<UserFromGetMe>;
  readonly clock?: ServerClock;
  readonly limits?: FloodLimits;
  readonly webhook?: WebhookOptions;
  /** What is checked in calls; the whole Bot API where its description is on this machine. */
  readonly schema?: Schema;
  /** Told of every call as it is finished, those of `getUpdates` too. */
  readonly onCall?: (call: RecordedCall) => void;
}

/** A group to found. */
export interface GroupOptions {
  readonly title?: string;
  readonly type?: 'group' | 'supergroup';
  readonly username?: string;
  readonly forum?: boolean;
  /** What the bot is in it; a member if left out. */
  readonly bot?: Standing;
}

/** A Telegram on this machine, for one bot and the people of one test. */
export interface TelegramServer {
  /** For grammY's `client.apiRoot`. */
  readonly root: string;
  readonly token: string;
  readonly botInfo: UserFromGetMe;
  /** The calls of the bot but for `getUpdates`, in the order they were finished. */
  readonly calls: readonly RecordedCall[];
  /** The finished calls of `getUpdates`. */
  readonly polls: readonly RecordedCall[];
  /** What was wrong with calls by the letter of the Bot API; a good bot leaves it empty. */
  readonly violations: readonly string[];
  /** All updates that were queued, delivered or not. */
  readonly updates: readonly Update[];
  /** Updates the bot did not get: privacy mode, not asked for, not in the chat. */
  readonly withheld: readonly WithheldUpdate[];
  /** Updates that a webhook refused to the end. */
  readonly undelivered: readonly Update[];
  readonly chats: readonly Room[];

  /** Somebody new who has opened the bot. */
  person(user?: Partial<User>): Person;
  group(options?: GroupOptions): Group;
  channel(options?: {
    readonly title?: string;
    readonly username?: string;
    readonly bot?: Standing;
  }): Channel;
  /** Queues an update as it is; updates with the same key come one after the other. */
  deliver(body: UpdateBody, key?: number | string): Update | undefined;
  /** Sends an update once more, with its old number; a polling bot must be waiting, or it never asks for it. */
  deliverAgain(update: Update): void;

  failNext(fault: Fault): OrderedFault;
  /** Cuts every connection and refuses new ones; people go on writing, and what they write waits. */
  goDark(): Promise<void>;
  comeBack(): Promise<void>;

  /** The next call that no earlier `nextCall` has returned; waits for it if need be. */
  nextCall(method?: string): Promise<RecordedCall>;
  /** Waits until `look` finds something; it is asked after everything that happens. */
  until<Found>(
    look: (server: TelegramServer) => Found | undefined | false,
    timeoutMs?: number,
  ): Promise<Found>;
  /** Waits until the bot has a long poll open. */
  untilPolled(timeoutMs?: number): Promise<void>;
  /**
   * Waits until the bot has confirmed every update. A bot that awaits its handlers has then done with them,
   * so that what it did not say it will not say any more.
   */
  untilHandled(timeoutMs?: number): Promise<void>;
  /** What people see in a chat now, oldest first. */
  messagesIn(chat: number | { readonly id: number }): readonly VisibleMessage[];
  /** Of those, what the bot wrote. */
  botMessagesIn(chat: number | { readonly id: number }): readonly VisibleMessage[];
  /** Ends everything; afterwards nothing of the server keeps the process alive. */
  stop(): Promise<void>;
}

const TOKEN = '8017263544:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const BOT: UserFromGetMe = {
  id: 8_017_263_544,
  is_bot: true,
  first_name: 'Nhịp Cầu',
  username: 'NhipCauBot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: true,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/** Starts a Telegram of its own on a free port of this machine. */
export async function createTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const clock = options.clock ?? { now: () => Date.now() };
  const calls: RecordedCall[] = [];
  const polls: RecordedCall[] = [];
  const violations: string[] = [];
  const taken = new Set<RecordedCall>();
  const closing = new AbortController();

  const watch = new Watch(() => whatHappened(calls, polls, feed, violations));
  const changed = () => {
    webhook.deliver();
    watch.changed();
  };
  const feed = new UpdateFeed(changed);
  const rooms = new Rooms({ ...BOT, ...options.bot }, clock);
  const queries = new Queries();
  const world = new World(rooms, queries, feed);
  const webhook: Webhook = new Webhook(feed, options.webhook ?? {}, clock, async (method, parameters) => {
    await desk.run(method, parameters, closing.signal);
    watch.changed();
  });
  const faults = new Faults(changed);
  const backend: Backend = { rooms, queries, profile: new Profile(), feed, webhook };
  const desk = new CallDesk({
    token: TOKEN,
    schema: options.schema ?? loadSchema(),
    backend,
    faults,
    closing: closing.signal,
    flood: new FloodControl(options.limits ?? {}, clock),
    record: (call) => {
      (call.method === 'getUpdates' ? polls : calls).push(call);
      options.onCall?.(call);
    },
    violation: (text) => violations.push(text),
  });
  const http = await serve(
    (arrival) => desk.take(arrival),
    () => watch.changed(),
  );

  const shown = (chat: number | { readonly id: number }) => {
    const room = rooms.find(typeof chat === 'number' ? chat : chat.id);
    return (room?.messages() ?? []).map((message) =>
      visible(message, room?.isFromBot(message.message_id) === true),
    );
  };
  const founded = <Made extends Group | Channel>(made: Made, bot: Standing | undefined): Made => {
    if (bot !== undefined) made.makeBot(bot, { silently: true });
    return made;
  };

  const server: TelegramServer = {
    root: http.root,
    token: TOKEN,
    botInfo: rooms.bot,
    calls,
    polls,
    violations,
    updates: feed.queued,
    withheld: feed.withheld,
    undelivered: webhook.undelivered,
    get chats() {
      return rooms.all();
    },
    person: (traits = {}) => {
      const user: User = { id: 520_000_000 + world.nextId(), is_bot: false, first_name: 'Lan', ...traits };
      rooms.addUser(user);
      const { id, first_name, username } = user;
      const name = username === undefined ? {} : { username };
      const room = rooms.open({ id, type: 'private', first_name, ...name });
      room.setMember(memberOf(user));
      return new Person(user, room, world);
    },
    group: ({ title = 'Hội quán', type = 'supergroup', username, forum = false, bot } = {}) => {
      const id = type === 'group' ? -4_000_000_000 - world.nextId() : -1_002_000_000_000 - world.nextId();
      const room = rooms.open(
        type === 'group'
          ? { id, type, title }
          : {
              id,
              type,
              title,
              ...(username === undefined ? {} : { username }),
              ...(forum ? { is_forum: true } : {}),
            },
      );
      return founded(new Group(room, world), bot);
    },
    channel: ({ title = 'Kênh tin', username, bot } = {}) => {
      const id = -1_003_000_000_000 - world.nextId();
      const name = username === undefined ? {} : { username };
      const room = rooms.open({ id, type: 'channel', title, ...name });
      return founded(new Channel(room, world), bot);
    },
    deliver: (body, key = 'test') => world.deliver(body, key),
    deliverAgain: (update) => feed.pushAgain({ update, key: 'again' }),
    failNext: (fault) => faults.order(fault),
    goDark: http.goDark,
    comeBack: http.comeBack,
    nextCall: (method) =>
      watch.until(`a call of ${method ?? 'any method'}`, () => {
        const call = calls.find((one) => !taken.has(one) && (method === undefined || one.method === method));
        if (call !== undefined) taken.add(call);
        return call;
      }),
    until: (look, timeoutMs) => watch.until('what a test looks for', () => look(server), timeoutMs),
    untilPolled: async (timeoutMs) => {
      await watch.until('a long poll', () => feed.isPolled(), timeoutMs);
    },
    untilHandled: async (timeoutMs) => {
      await watch.until('the bot to confirm all updates', () => feed.waiting().length === 0, timeoutMs);
    },
    messagesIn: shown,
    botMessagesIn: (chat) => shown(chat).filter(({ fromBot }) => fromBot),
    stop: async () => {
      closing.abort();
      faults.releaseAll();
      webhook.unset();
      feed.close();
      watch.close();
      await http.close();
    },
  };
  // The bot knows itself.
  rooms.addUser(userOf(rooms.bot));
  return server;
}

function whatHappened(
  calls: readonly RecordedCall[],
  polls: readonly RecordedCall[],
  feed: UpdateFeed,
  violations: readonly string[],
): string {
  const shortly = (value: unknown) => JSON.stringify(value).slice(0, 300);
  return [
    `Calls (${calls.length}, and ${polls.length} polls):`,
    ...calls
      .slice(-10)
      .map(({ method, parameters, answer }) => `  ${method} ${shortly(parameters)} → ${shortly(answer)}`),
    `Updates not confirmed (${feed.waiting().length}):`,
    ...feed.waiting().map(({ update }) => `  ${shortly(update)}`),
    `Updates withheld (${feed.withheld.length}):`,
    ...feed.withheld.map(({ reason, body }) => `  ${reason}: ${shortly(body)}`),
    `Violations: ${violations.join('; ') || 'none'}`,
  ].join('\n');
}

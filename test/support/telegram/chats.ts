import type { Chat, ChatMember, Message, User, UserFromGetMe } from 'grammy/types';
import { badRequest, forbidden } from './failures.ts';
import { administratorOf, leftOf, memberOf } from './memberships.ts';
import type { ServerClock } from './types.ts';

/** A topic of a forum. */
export interface Topic {
  readonly id: number;
  readonly name: string;
  readonly state: 'open' | 'closed' | 'deleted';
}

/** One chat as Telegram keeps it: who is in it, what was said, which topics it has. */
export class Room {
  readonly chat: Chat;
  /** Set when the group became a supergroup; the old chat then refuses everything. */
  migratedTo: number | undefined;
  readonly #members = new Map<number, ChatMember>();
  readonly #messages = new Map<number, Message>();
  readonly #topics = new Map<number, Topic>();
  readonly #byBot = new Set<number>();
  readonly #clock: ServerClock;
  #lastMessageId: number;

  constructor(chat: Chat, clock: ServerClock, firstMessageId: number) {
    this.chat = chat;
    this.#clock = clock;
    this.#lastMessageId = firstMessageId - 1;
  }

  /** Seconds of the epoch, as Telegram dates everything. */
  now(): number {
    return Math.floor(this.#clock.now() / 1000);
  }

  nextMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }

  keep(message: Message): void {
    this.#messages.set(message.message_id, message);
  }

  /** Keeps a message of the bot, whose name a channel does not show. */
  keepFromBot(message: Message): void {
    this.#byBot.add(message.message_id);
    this.keep(message);
  }

  isFromBot(messageId: number): boolean {
    return this.#byBot.has(messageId);
  }

  forget(messageId: number): boolean {
    return this.#messages.delete(messageId);
  }

  message(messageId: number): Message | undefined {
    return this.#messages.get(messageId);
  }

  /** What people see now, oldest first. */
  messages(): readonly Message[] {
    return [...this.#messages.values()].toSorted((a, b) => a.message_id - b.message_id);
  }

  member(user: User): ChatMember {
    return this.#members.get(user.id) ?? leftOf(user);
  }

  memberById(userId: number): ChatMember | undefined {
    return this.#members.get(userId);
  }

  members(): readonly ChatMember[] {
    return [...this.#members.values()];
  }

  setMember(member: ChatMember): void {
    this.#members.set(member.user.id, member);
  }

  topic(id: number): Topic | undefined {
    return this.#topics.get(id);
  }

  setTopic(topic: Topic): void {
    this.#topics.set(topic.id, topic);
  }
}

/** All chats and people that Telegram knows in this test. */
export class Rooms {
  readonly bot: UserFromGetMe;
  readonly #clock: ServerClock;
  readonly #rooms = new Map<number, Room>();
  readonly #users = new Map<number, User>();

  constructor(bot: UserFromGetMe, clock: ServerClock) {
    this.bot = bot;
    this.#clock = clock;
  }

  /** Opens a chat in which the bot is: as a member, or in a channel as an administrator. */
  open(chat: Chat): Room {
    const firstMessageId = (this.#rooms.size + 1) * 100 + 1;
    const room = new Room(chat, this.#clock, firstMessageId);
    const bot = userOf(this.bot);
    room.setMember(chat.type === 'channel' ? administratorOf(bot) : memberOf(bot));
    this.#rooms.set(chat.id, room);
    return room;
  }

  addUser(user: User): void {
    this.#users.set(user.id, user);
  }

  user(id: number): User | undefined {
    return this.#users.get(id);
  }

  all(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  find(chat: number | string): Room | undefined {
    if (typeof chat === 'number') return this.#rooms.get(chat);
    const name = chat.replace(/^@/, '').toLowerCase();
    return this.all().find(
      ({ chat: { type, username } }) => type !== 'private' && username?.toLowerCase() === name,
    );
  }

  /** The chat a call names. Throws as Telegram does where the bot cannot reach it. */
  reachable(chat: number | string): Room {
    const room = this.find(chat);
    if (room === undefined) throw badRequest('chat not found');
    if (room.migratedTo !== undefined) {
      throw badRequest('group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: room.migratedTo,
      });
    }
    const { status } = room.member(this.bot);
    const { type } = room.chat;
    if (type === 'private') {
      if (status === 'left') throw forbidden("bot can't initiate conversation with a user");
      if (status === 'kicked') throw forbidden('bot was blocked by the user');
    } else {
      const kind = type === 'channel' ? 'channel chat' : `${type} chat`;
      if (status === 'kicked') throw forbidden(`bot was kicked from the ${kind}`);
      if (status === 'left') throw forbidden(`bot is not a member of the ${kind}`);
    }
    return room;
  }

  /** The chat a message may be written to, in this topic. */
  writable(chat: number | string, threadId: number | undefined): Room {
    const room = this.reachable(chat);
    const member = room.member(this.bot);
    if (member.status === 'restricted' && !member.can_send_messages) {
      throw badRequest('not enough rights to send text messages to the chat');
    }
    if (room.chat.type === 'channel' && !(member.status === 'administrator' && member.can_post_messages)) {
      throw badRequest('need administrator rights in the channel chat');
    }
    if (threadId !== undefined) checkTopic(room, threadId, member);
    return room;
  }
}

function checkTopic(room: Room, threadId: number, bot: ChatMember): void {
  const topic = room.topic(threadId);
  if (topic === undefined || topic.state === 'deleted') throw badRequest('message thread not found');
  const managesTopics = bot.status === 'administrator' && bot.can_manage_topics === true;
  if (topic.state === 'closed' && !managesTopics) throw badRequest('TOPIC_CLOSED');
}

/** A user as others see it; `getMe` alone tells more about the bot. */
export function userOf({ id, is_bot, first_name, username }: User): User {
  return { id, is_bot, first_name, ...(username === undefined ? {} : { username }) };
}

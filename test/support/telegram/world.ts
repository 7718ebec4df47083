import type { ChatMember, Message, MessageEntity, Update, User } from 'grammy/types';
import { type Room, type Rooms, userOf } from './chats.ts';
import type { Queries } from './queries.ts';
import type { UpdateBody } from './types.ts';
import type { UpdateFeed } from './updates.ts';

/** The kinds of updates that carry a message. */
export type MessageKind =
  | 'message'
  | 'edited_message'
  | 'channel_post'
  | 'edited_channel_post'
  | 'guest_message';

/** The side of Telegram that people use: what they do becomes messages in chats and updates for the bot. */
export class World {
  readonly rooms: Rooms;
  readonly queries: Queries;
  readonly #feed: UpdateFeed;
  #lastId = 1000;

  constructor(rooms: Rooms, queries: Queries, feed: UpdateFeed) {
    this.rooms = rooms;
    this.queries = queries;
    this.#feed = feed;
  }

  /** A fresh number for a person or a chat. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Puts a message into a chat, and tells the bot if it may see it. */
  publish(room: Room, kind: MessageKind, message: Message): Message {
    room.keep(message);
    const body = { [kind]: message } as UpdateBody;
    const reason = this.#hiddenBecause(room, message);
    if (reason === undefined) this.#feed.push(body, String(room.chat.id));
    else this.#feed.withhold({ body, reason });
    return message;
  }

  /** Queues any update as it is; for those that no other part of this server makes. */
  deliver(body: UpdateBody, key: number | string): Update | undefined {
    return this.#feed.push(body, String(key));
  }

  /** Changes what the bot is in a chat; the bot learns of it unless it happens silently. */
  setBotMember(room: Room, member: ChatMember, by: User, silently = false): void {
    const old_chat_member = room.member(userOf(this.rooms.bot));
    room.setMember(member);
    if (silently) return;
    const change = { chat: room.chat, from: by, date: room.now(), old_chat_member, new_chat_member: member };
    this.deliver({ my_chat_member: change }, room.chat.id);
  }

  #hiddenBecause(room: Room, message: Message): 'the bot is not in the chat' | 'privacy mode' | undefined {
    const { status } = room.member(this.rooms.bot);
    if (status === 'left' || status === 'kicked') return 'the bot is not in the chat';
    const isGroup = room.chat.type === 'group' || room.chat.type === 'supergroup';
    const seesAll = this.rooms.bot.can_read_all_group_messages || status === 'administrator';
    return !isGroup || seesAll || this.#isMeantForBot(message) ? undefined : 'privacy mode';
  }

  /** In a group, a bot in privacy mode sees commands, mentions, replies to itself, and service messages. */
  #isMeantForBot(message: Message): boolean {
    const { bot } = this.rooms;
    const isContent = [message.text, message.caption, message.photo, message.sticker].some(
      (part) => part !== undefined,
    );
    if (!isContent || message.reply_to_message?.from?.id === bot.id) return true;
    const text = message.text ?? message.caption ?? '';
    const entities = message.entities ?? message.caption_entities ?? [];
    return entities.some((entity) => {
      const part = wordingOf(text, entity).toLowerCase();
      const name = `@${bot.username.toLowerCase()}`;
      if (entity.type === 'mention') return part === name;
      if (entity.type === 'text_mention') return entity.user.id === bot.id;
      return entity.type === 'bot_command' && (!part.includes('@') || part.endsWith(name));
    });
  }
}

/** The part of a text that an entity marks. */
export const wordingOf = (text: string, { offset, length }: MessageEntity): string =>
  text.slice(offset, offset + length);

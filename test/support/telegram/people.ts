import type {
  CallbackQuery,
  InlineKeyboardButton,
  InlineQuery,
  Message,
  MessageEntity,
  User,
} from 'grammy/types';
import { type Room, userOf } from './chats.ts';
import { draftIn } from './drafts.ts';
import { plainText } from './formatted-text.ts';
import { actionOf } from './keyboards.ts';
import { kickedOf, leftOf, memberOf } from './memberships.ts';
import type { CallbackAnswer, GuestAnswer, InlineAnswer } from './queries.ts';
import type { UpdateBody } from './types.ts';
import type { World } from './world.ts';

/** Somewhere to write: a group, a channel, or a person's chat with the bot. */
export interface Place {
  readonly room: Room;
}

/** How a message is written. */
export interface Writing {
  /** Where; the person's own chat with the bot if left out. */
  readonly in?: Place;
  /** The message answered to, or its number. */
  readonly replyTo?: Message | number;
  /** The forum topic, by the number that `createTopic` gave. */
  readonly thread?: number;
  /** Formatting beside what Telegram finds itself; offsets are UTF-16 code units. */
  readonly entities?: readonly MessageEntity[];
}

/** A button by its label, or by the data it sends. */
export type ButtonName = string | { readonly data: string };

/** Somebody who uses Telegram. Everything they do becomes an update for the bot. */
export class Person implements Place {
  readonly user: User;
  /** Their chat with the bot. */
  readonly room: Room;
  readonly #world: World;

  constructor(user: User, room: Room, world: World) {
    this.user = user;
    this.room = room;
    this.#world = world;
  }

  /** The number of the person, which is also that of their chat with the bot. */
  get id(): number {
    return this.user.id;
  }

  /** Writes a text; commands, mentions and links in it are marked as Telegram marks them. */
  says(text: string, writing: Writing = {}): Message {
    const { entities } = plainText(text);
    const all = [...(writing.entities ?? []), ...entities];
    return this.#publish(writing, { text, ...(all.length === 0 ? {} : { entities: all }) });
  }

  /** Opens the bot by a link `t.me/<bot>?start=<payload>`. */
  starts(payload = ''): Message {
    return this.says(`/start ${payload}`.trim());
  }

  /** Leaves a press without an answer until Telegram forgets it; a later answer is refused. */
  losesPatience({ id }: CallbackQuery): void {
    this.#world.queries.callbacks.expire(id);
  }

  edits(message: Message, text: string): Message {
    const room = this.#roomOf(message.chat.id);
    const { entities: _, ...kept } = message;
    const { entities } = plainText(text);
    const marks = entities.length === 0 ? {} : { entities: [...entities] };
    return this.#world.publish(room, 'edited_message', { ...kept, text, ...marks, edit_date: room.now() });
  }

  sendsPhoto(caption?: string, writing: Writing = {}): Message {
    const photo = [{ file_id: 'photo-small', file_unique_id: 'p1', width: 90, height: 60, file_size: 1200 }];
    if (caption === undefined) return this.#publish(writing, { photo });
    const { entities } = plainText(caption);
    const marks = entities.length === 0 ? {} : { caption_entities: [...entities] };
    return this.#publish(writing, { photo, caption, ...marks });
  }

  sendsSticker(writing: Writing = {}): Message {
    return this.#publish(writing, {
      sticker: {
        file_id: 'sticker',
        file_unique_id: 's1',
        type: 'regular',
        width: 512,
        height: 512,
        is_animated: false,
        is_video: false,
        emoji: '👍',
        set_name: 'Thumbs',
      },
    });
  }

  /**
   * Presses a button under the newest message that has it, or under the one given.
   * Throws with the buttons there are when nothing fits.
   */
  presses(
    button: ButtonName,
    where: { readonly in?: Place; readonly on?: Message | number } = {},
  ): CallbackQuery {
    const { room } = where.in ?? this;
    const on = typeof where.on === 'number' ? where.on : where.on?.message_id;
    const candidates = room
      .messages()
      .filter(({ message_id }) => on === undefined || message_id === on)
      .toReversed();
    const message = candidates.find((candidate) => buttonsOf(candidate).some((one) => fits(one, button)));
    const pressed = message === undefined ? undefined : buttonsOf(message).find((one) => fits(one, button));
    if (message === undefined || pressed === undefined || !('callback_data' in pressed)) {
      const labels = candidates.flatMap(buttonsOf).map((one) => `${one.text} → ${actionOf(one)}`);
      throw new Error(
        `No button ${JSON.stringify(button)} to press. There are: ${labels.join(', ') || 'none'}`,
      );
    }
    return this.#ask({ message, data: pressed.callback_data }, room.chat.id);
  }

  /** Sends data as a button of a message that is gone would, or of a forged one. */
  sendsCallback(data: string, message?: CallbackQuery['message']): CallbackQuery {
    return this.#ask(
      message === undefined ? { inline_message_id: 'inline-1', data } : { message, data },
      this.id,
    );
  }

  /** Presses a button under a message that the bot wrote through inline or guest mode. */
  pressesInline(inlineMessageId: string, data: string): CallbackQuery {
    return this.#ask({ inline_message_id: inlineMessageId, data }, this.id);
  }

  /** Types the bot's name and a question in any chat. */
  typesInline(query: string, offset = ''): InlineQuery {
    const asked: InlineQuery = {
      id: this.#world.queries.nextId(),
      from: this.user,
      query,
      offset,
      chat_type: 'supergroup',
    };
    this.#world.queries.inline.ask(asked.id, asked);
    this.#world.deliver({ inline_query: asked }, this.id);
    return asked;
  }

  /** Calls the bot into a chat in which it is not, by writing to it there. */
  callsGuest(text: string, where: { readonly in: Place; readonly replyTo?: Message }): Message {
    const { room } = where.in;
    const id = this.#world.queries.nextId();
    const message: Message = {
      ...this.#draft(room, where),
      text,
      entities: [...plainText(text).entities],
      guest_query_id: id,
    };
    room.keep(message);
    this.#world.queries.guests.ask(id, message);
    this.#world.deliver({ guest_message: message } as UpdateBody, room.chat.id);
    return message;
  }

  /** Blocks the bot; `silently` leaves the bot to find out by itself. */
  blocks(silently = false): void {
    this.#world.setBotMember(this.room, kickedOf(userOf(this.#world.rooms.bot)), this.user, silently);
  }

  unblocks(): void {
    this.#world.setBotMember(this.room, memberOf(userOf(this.#world.rooms.bot)), this.user);
  }

  /** Takes the chat back to before the first word, when a bot may not write yet. */
  hasNotStarted(): void {
    this.room.setMember(leftOf(userOf(this.#world.rooms.bot)));
  }

  /** What the person saw after pressing; `undefined` while the button still turns. */
  answerToPress({ id }: CallbackQuery): CallbackAnswer | undefined {
    return this.#world.queries.callbacks.answerTo(id);
  }

  answerToInline({ id }: InlineQuery): InlineAnswer | undefined {
    return this.#world.queries.inline.answerTo(id);
  }

  answerToGuest({ guest_query_id }: Message): GuestAnswer | undefined {
    return this.#world.queries.guests.answerTo(guest_query_id ?? '');
  }

  #ask(
    about:
      | { message: NonNullable<CallbackQuery['message']>; data: string }
      | { inline_message_id: string; data: string },
    key: number,
  ): CallbackQuery {
    const id = this.#world.queries.nextId();
    const query: CallbackQuery = { id, from: this.user, chat_instance: `-77${key}`, ...about };
    this.#world.queries.callbacks.ask(id, query);
    this.#world.deliver({ callback_query: query }, key);
    return query;
  }

  #publish(writing: Writing, content: Partial<Message>): Message {
    const room = writing.in?.room ?? this.room;
    if (room.memberById(this.id) === undefined) room.setMember(memberOf(this.user));
    return this.#world.publish(room, 'message', { ...this.#draft(room, writing), ...content });
  }

  #draft(room: Room, writing: Writing): Message {
    return { ...draftIn(room, writing), from: this.user };
  }

  #roomOf(chatId: number): Room {
    const room = this.#world.rooms.find(chatId);
    if (room === undefined) throw new Error(`There is no chat ${chatId}.`);
    return room;
  }
}

const buttonsOf = ({ reply_markup }: Message): readonly InlineKeyboardButton[] =>
  reply_markup?.inline_keyboard.flat() ?? [];

const fits = (button: InlineKeyboardButton, name: ButtonName): boolean =>
  typeof name === 'string' ? button.text === name : actionOf(button) === name.data;

import type { Chat, ChatMemberAdministrator, Message, User } from 'grammy/types';
import { type Room, userOf } from './chats.ts';
import { draftIn } from './drafts.ts';
import { plainText } from './formatted-text.ts';
import { administratorOf, kickedOf, leftOf, memberOf, ownerOf, restrictedOf } from './memberships.ts';
import type { Person, Place, Writing } from './people.ts';
import type { World } from './world.ts';

/** As whom Telegram shows administrators of a group who hide their name. */
const ANONYMOUS_ADMINISTRATOR: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
/** The account of Telegram itself; stands for nobody in particular. */
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** What the bot is in a chat. */
export type Standing = 'member' | 'administrator' | 'restricted' | 'left' | 'kicked';

/** How a change comes about. */
export interface ChangeOptions {
  readonly by?: Person;
  /** The bot is told nothing, and finds out by being refused. */
  readonly silently?: boolean;
  /** Of an administrator: rights that differ from the usual ones. */
  readonly rights?: Partial<Omit<ChatMemberAdministrator, 'status' | 'user'>>;
}

/** A chat of many: what groups and channels share. */
abstract class SharedPlace implements Place {
  readonly room: Room;
  protected readonly world: World;

  constructor(room: Room, world: World) {
    this.room = room;
    this.world = world;
  }

  get id(): number {
    return this.room.chat.id;
  }

  get chat(): Chat {
    return this.room.chat;
  }

  /** Makes the bot a member, an administrator, or throws it out. */
  makeBot(standing: Standing, { by, silently, rights }: ChangeOptions = {}): void {
    const bot = userOf(this.world.rooms.bot);
    const member = {
      member: () => memberOf(bot),
      administrator: () => administratorOf(bot, rights),
      restricted: () => restrictedOf(bot),
      left: () => leftOf(bot),
      kicked: () => kickedOf(bot),
    }[standing]();
    this.world.setBotMember(this.room, member, by?.user ?? TELEGRAM, silently);
  }

  /** Makes somebody an administrator; the bot is not told, but sees it when it asks. */
  makeAdministrator({ user }: Person, rights: ChangeOptions['rights'] = {}): void {
    this.room.setMember(administratorOf(user, rights));
  }

  makeOwner({ user }: Person): void {
    this.room.setMember(ownerOf(user));
  }

  makeMember({ user }: Person): void {
    this.room.setMember(memberOf(user));
  }

  /** A message in which nobody says anything, such as `{ new_chat_title: 'News' }`. */
  service(content: Partial<Message>, from: User = TELEGRAM): Message {
    const draft = draftIn(this.room, {});
    return this.chat.type === 'channel'
      ? this.world.publish(this.room, 'channel_post', { ...draft, sender_chat: this.chat, ...content })
      : this.world.publish(this.room, 'message', { ...draft, from, ...content });
  }
}

/** A group or supergroup, with or without topics. */
export class Group extends SharedPlace {
  /** Writes as an administrator who stays anonymous: the group itself is the sender. */
  anonymousAdministratorSays(text: string, writing: Omit<Writing, 'in'> = {}): Message {
    const entities = [...plainText(text).entities];
    return this.world.publish(this.room, 'message', {
      ...draftIn(this.room, writing),
      from: ANONYMOUS_ADMINISTRATOR,
      sender_chat: this.chat,
      author_signature: 'Quản trị viên',
      text,
      ...(entities.length === 0 ? {} : { entities }),
    });
  }

  /** Adds the bot: it is told of its new standing, and the chat of its new member. */
  addBot(by: Person): void {
    this.makeBot('member', { by });
    this.service({ new_chat_members: [userOf(this.world.rooms.bot)] }, by.user);
  }

  /** Opens a topic of a forum, and returns its number. */
  createTopic(name: string, by?: Person): number {
    const draft = draftIn(this.room, {});
    const id = draft.message_id;
    this.room.setTopic({ id, name, state: 'open' });
    this.world.publish(this.room, 'message', {
      ...draft,
      from: by?.user ?? TELEGRAM,
      message_thread_id: id,
      is_topic_message: true,
      forum_topic_created: { name, icon_color: 7_322_096 },
    });
    return id;
  }

  /** Closes a topic to everybody but those who manage topics. */
  closeTopic(id: number): void {
    this.#changeTopic(id, 'closed');
    this.service({ message_thread_id: id, is_topic_message: true, forum_topic_closed: {} });
  }

  reopenTopic(id: number): void {
    this.#changeTopic(id, 'open');
    this.service({ message_thread_id: id, is_topic_message: true, forum_topic_reopened: {} });
  }

  /** Takes a topic away with all that was said in it; Telegram tells bots nothing about it. */
  deleteTopic(id: number): void {
    this.#changeTopic(id, 'deleted');
    for (const message of this.room.messages()) {
      if (message.message_thread_id === id) this.room.forget(message.message_id);
    }
  }

  /** Becomes a supergroup with a new number; the bot is told in both chats unless it happens silently. */
  migrate({ silently = false, by }: ChangeOptions = {}): Group {
    const id = -1_000_000_000_000 - this.world.nextId();
    const title = this.chat.title ?? '';
    const room = this.world.rooms.open({ id, type: 'supergroup', title });
    for (const member of this.room.members()) room.setMember(member);
    const group = new Group(room, this.world);
    if (!silently) {
      this.service({ migrate_to_chat_id: id }, by?.user);
      group.service({ migrate_from_chat_id: this.id }, by?.user ?? ANONYMOUS_ADMINISTRATOR);
    }
    this.room.migratedTo = id;
    return group;
  }

  #changeTopic(id: number, state: 'open' | 'closed' | 'deleted'): void {
    const topic = this.room.topic(id);
    if (topic === undefined) throw new Error(`There is no topic ${id} in "${this.chat.title}".`);
    this.room.setTopic({ ...topic, state });
  }
}

/** A channel: its posts have no author but the channel. */
export class Channel extends SharedPlace {
  posts(text: string): Message {
    const entities = [...plainText(text).entities];
    return this.world.publish(this.room, 'channel_post', {
      ...draftIn(this.room, {}),
      sender_chat: this.chat,
      text,
      ...(entities.length === 0 ? {} : { entities }),
    });
  }

  edits(post: Message, text: string): Message {
    const { entities: _, ...kept } = post;
    const entities = [...plainText(text).entities];
    return this.world.publish(this.room, 'edited_channel_post', {
      ...kept,
      text,
      ...(entities.length === 0 ? {} : { entities }),
      edit_date: this.room.now(),
    });
  }

  /** The copy that a discussion group gets of a post. */
  forwardsInto(group: Group, post: Message): Message {
    const { text = '', entities } = post;
    return this.world.publish(group.room, 'message', {
      ...draftIn(group.room, {}),
      from: TELEGRAM,
      sender_chat: this.chat,
      is_automatic_forward: true,
      text,
      ...(entities === undefined ? {} : { entities }),
    });
  }
}

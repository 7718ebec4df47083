import type { Message } from 'grammy/types';
import type { Room } from './chats.ts';

/** What decides where in a chat a message stands. */
export interface Standpoint {
  /** The message answered to, or its number. */
  readonly replyTo?: Message | number | undefined;
  /** The forum topic, by its number. */
  readonly thread?: number | undefined;
}

/** A message before it has a sender and content. */
export function draftIn(room: Room, { replyTo, thread }: Standpoint): Message {
  const original = typeof replyTo === 'number' ? room.message(replyTo) : replyTo;
  // In a topic, a message that answers nothing answers the message that opened the topic.
  const shown = original ?? (thread === undefined ? undefined : room.message(thread));
  const topic = thread ?? (original?.is_topic_message === true ? original.message_thread_id : undefined);
  const root =
    room.chat.type === 'supergroup' ? (original?.message_thread_id ?? original?.message_id) : undefined;
  const threadId = topic ?? root;
  return {
    message_id: room.nextMessageId(),
    chat: room.chat,
    date: room.now(),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(topic === undefined ? {} : { is_topic_message: true }),
    ...(shown === undefined ? {} : { reply_to_message: quoted(shown) }),
  };
}

/** A message inside a reply; a reply shows only one level. */
export type QuotedMessage = NonNullable<Message['reply_to_message']>;

/** A message as a reply shows it. */
export function quoted(message: Message): QuotedMessage {
  const { reply_to_message: _, ...shown } = message;
  // The type wants the field to be there and undefined, which JSON cannot say.
  return shown as QuotedMessage;
}

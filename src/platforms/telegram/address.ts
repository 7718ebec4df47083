import type { Chat, Message, User } from 'grammy/types';
import type { ConversationRef, PersonRef, PlaceRef } from '../../core/chat/identity.ts';
import type { Address } from '../../core/daily/subscription.ts';

/** What our references begin with. */
export const TELEGRAM = 'telegram';

/** Where a message goes. */
export interface Target {
  readonly chatId: number;
  /** The forum topic. */
  readonly threadId?: number;
}

/** The ids of chats and users share one space, and a private chat has the id of its user. */
export const placeOf = (chatId: number): PlaceRef => `${TELEGRAM}:${chatId}` as PlaceRef;
export const personOf = (id: number): PersonRef => `${TELEGRAM}:${id}` as PersonRef;

/** One person in one topic of one chat. */
export const conversationOf = ({ chatId, threadId }: Target, sender: number): ConversationRef =>
  `${TELEGRAM}:${chatId}:${threadId ?? 0}:${sender}` as ConversationRef;

export const addressOf = ({ chatId, threadId }: Target): Address =>
  `${TELEGRAM}:${chatId}${threadId === undefined ? '' : `:${threadId}`}` as Address;

/** Reads {@link addressOf} back; `undefined` for the address of another platform. */
export function targetOf(address: Address): Target | undefined {
  const read = /^telegram:(-?\d+)(?::(\d+))?$/.exec(address);
  if (read === null) return undefined;
  const chatId = Number(read[1]);
  return read[2] === undefined ? { chatId } : { chatId, threadId: Number(read[2]) };
}

/** Where the answer to a message belongs: its chat and, in a forum, its topic. */
export function targetOfMessage(message: Message): Target {
  const { chat, is_topic_message: inTopic, message_thread_id: threadId } = message;
  return inTopic === true && threadId !== undefined ? { chatId: chat.id, threadId } : { chatId: chat.id };
}

/** Who speaks: a user, or the chat in whose name an anonymous admin or a channel speaks. */
export const senderOf = ({ from, sender_chat: spokesman, chat }: Message): number =>
  spokesman?.id ?? from?.id ?? chat.id;

export const isPrivate = (chat: Chat): boolean => chat.type === 'private';

/** Telegram's own account in whose name anonymous admins and linked channels write. */
const ANONYMOUS_ADMIN = 1_087_968_824;
const CHANNEL_POST = 136_817_688;
const SERVICE = 777_000;

/** Whether a bot speaks in its own name. Telegram's accounts for anonymous admins and channels are bots by form only. */
export const isOtherBot = (user: User | undefined): boolean =>
  user?.is_bot === true && ![ANONYMOUS_ADMIN, CHANNEL_POST, SERVICE].includes(user.id);

import type { Message, User } from 'grammy/types';
import type { Utterance } from '../../core/chat/chat.ts';
import {
  addressOf,
  conversationOf,
  isPrivate,
  personOf,
  placeOf,
  senderOf,
  type Target,
  targetOfMessage,
} from './address.ts';
import { readFailure } from './failures.ts';
import { logFailure } from './patience.ts';
import { languageOf } from './receive.ts';
import type { Workbench } from './workbench.ts';

/** Who speaks, and where: all of an utterance but its words. */
export type Speaker = Omit<Utterance, 'text'>;

/** Who wrote a message. */
export function speakerOf(message: Message, bench: Workbench): Speaker {
  const sender = senderOf(message);
  return {
    ...placed(targetOfMessage(message), sender, message.from, bench),
    isPrivate: isPrivate(message.chat),
    mayManage: async () => {
      // An anonymous admin speaks as the group itself, and only admins write channel posts.
      if (isPrivate(message.chat) || message.sender_chat?.id === message.chat.id) return true;
      return message.from !== undefined && isAdmin(message.chat.id, message.from.id, bench);
    },
  };
}

/** Who pressed a button below a message. */
export function presserOf(user: User, message: Message, bench: Workbench): Speaker {
  const alone = isPrivate(message.chat);
  return {
    ...placed(targetOfMessage(message), user.id, user, bench),
    isPrivate: alone,
    mayManage: async () => alone || isAdmin(message.chat.id, user.id, bench),
  };
}

/** A person whose place is unknown, as in inline mode: nothing there is theirs to manage, and no post goes there. */
export function strangerOf(user: User, bench: Workbench): Speaker {
  const { address: _, checkAddress: __, ...known } = placed({ chatId: user.id }, user.id, user, bench);
  return {
    ...known,
    isPrivate: true,
    mayManage: async () => false,
  };
}

const placed = (target: Target, sender: number, user: User | undefined, bench: Workbench) => ({
  conversation: conversationOf(target, sender),
  person: personOf(sender),
  place: placeOf(target.chatId),
  address: addressOf(target),
  language: languageOf(user?.language_code, bench.language),
  checkAddress: () => missingRight(target.chatId, bench),
});

/** The right that the bot lacks to post in a chat, by the name Telegram's clients have for it. */
async function missingRight(chatId: number, { api, me, log }: Workbench): Promise<string | undefined> {
  // A private chat is open as long as the person wants it to be.
  if (chatId > 0) return undefined;
  try {
    const member = await api.getChatMember(chatId, me.id);
    switch (member.status) {
      case 'administrator':
        return member.can_post_messages === false ? 'Post Messages' : undefined;
      case 'restricted':
        return member.can_send_messages ? undefined : 'Send Messages';
      case 'left':
      case 'kicked':
        return 'Membership';
      default:
        return undefined;
    }
  } catch (error) {
    logFailure(log, 'getChatMember', readFailure(error));
    return undefined;
  }
}

/** Whether a person manages a chat, as Telegram knows it at this moment. */
async function isAdmin(chatId: number, userId: number, { api, log }: Workbench): Promise<boolean> {
  try {
    const { status } = await api.getChatMember(chatId, userId);
    return status === 'creator' || status === 'administrator';
  } catch (error) {
    logFailure(log, 'getChatMember', readFailure(error));
    return false;
  }
}

import type { PersonRef } from '../../core/chat/identity.ts';
import type { Reply } from '../../core/chat/reply.ts';
import type { Address } from '../../core/daily/subscription.ts';
import type { Delivery, Outbox, OutgoingPost } from '../../core/ports/outbox.ts';
import { addressOf, placeOf, TELEGRAM, targetOf } from './address.ts';
import { describeFailure, type TelegramFailure } from './failures.ts';
import type { Sender } from './send.ts';

/** Sends daily posts. `sender` repeats nothing and waits for nothing: whoever sends posts decides that. */
export const createOutbox = (sender: Sender): Outbox => ({
  platform: TELEGRAM,
  // Telegram has no way to tell a repeated message from a new one.
  repeatable: false,
  send: ({ address, reply, silent }) => deliver({ address, reply, silent }, sender),
});

async function deliver(
  { address, reply, silent }: Omit<OutgoingPost, 'nonce'>,
  sender: Sender,
): Promise<Delivery> {
  const target = targetOf(address);
  if (target === undefined) return { kind: 'rejected', reason: 'no address on Telegram' };
  const result = await sender.say(target, reply, { silent, stay: true });
  const [first] = result.messageIds;
  // What follows the first message of a long post may be lost; the post stands there all the same.
  if (first !== undefined) return sent(target.chatId, first);
  return result.kind === 'failed'
    ? deliveryOf(result.failure)
    : { kind: 'rejected', reason: 'nothing to say' };
}

/** Only supergroups and channels have links; their ids begin with -100. */
function sent(chatId: number, messageId: number): Delivery {
  const inLinks = /^-100(\d+)$/.exec(String(chatId))?.[1];
  return inLinks === undefined
    ? { kind: 'sent' }
    : { kind: 'sent', link: `https://t.me/c/${inLinks}/${messageId}` };
}

function deliveryOf(failure: TelegramFailure): Delivery {
  switch (failure.kind) {
    case 'rate-limited':
      return failure;
    case 'moved':
      return { kind: 'moved', to: addressOf({ chatId: failure.chatId }) };
    case 'gone':
      return { kind: 'gone' };
    case 'forbidden':
      return failure;
    case 'topic-closed':
      return { kind: 'forbidden', missing: 'Manage Topics' };
    case 'unreachable':
    // An answer that says "internal error" is an answer: it was not done.
    case 'server-trouble':
      return { kind: 'unreachable' };
    case 'unanswered':
      return { kind: 'unconfirmed' };
    default:
      return { kind: 'rejected', reason: describeFailure(failure) };
  }
}

/** Tells a person something in their private chat; people who never opened the bot cannot be told. */
export async function tellPerson(person: PersonRef, reply: Reply, sender: Sender): Promise<void> {
  const target = targetOf(person as string as Address);
  if (target !== undefined && target.chatId > 0) await sender.say(target, reply);
}

/** The place that an address is in. */
export const placeOfAddress = (address: Address) => {
  const target = targetOf(address);
  return target === undefined ? undefined : placeOf(target.chatId);
};

import type { ChatMemberUpdated, Message } from 'grammy/types';
import { saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { resumeWhereReachable } from '../../core/daily/resume.ts';
import { addressOf, isPrivate, placeOf, TELEGRAM } from './address.ts';

import { languageOf } from './receive.ts';
import type { Workbench } from './workbench.ts';

const PRESENT = ['member', 'administrator', 'creator', 'restricted'];

/** The bot was added somewhere, put out, blocked or let in again. */
export async function onMembership(change: ChatMemberUpdated, bench: Workbench): Promise<void> {
  const { chat, sender, log } = bench;
  const was = PRESENT.includes(change.old_chat_member.status);
  const is = PRESENT.includes(change.new_chat_member.status);
  if (was && !is) {
    log.write({ event: 'place-left', platform: TELEGRAM, reason: change.new_chat_member.status });
    return;
  }
  if (!was && is) {
    const { subscriptions, clock } = bench;
    await resumeWhereReachable(addressOf({ chatId: change.chat.id }), subscriptions, clock.now());
  }
  // In a private chat "start" says hello; channels are not to be written to unasked.
  if (was || !is || isPrivate(change.chat) || change.chat.type === 'channel') return;
  const hinted = languageOf(change.from.language_code, bench.language);
  const language = await chat.languageAt(placeOf(change.chat.id), hinted);
  const words = wordsIn(language);
  await sender.say({ chatId: change.chat.id }, saying(language, `${words.helpIntro}\n\n${words.howInGroup}`));
}

/** A group has become a supergroup: what it chose goes with it. Both chats get a message that says so. */
export async function onMigration(
  message: Message,
  { preferences, subscriptions, log }: Workbench,
): Promise<boolean> {
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to === undefined) return from !== undefined;
  const { id } = message.chat;
  await preferences.move(placeOf(id), placeOf(to));
  await subscriptions.move(addressOf({ chatId: id }), addressOf({ chatId: to }), placeOf(to));
  log.write({ event: 'place-moved', platform: TELEGRAM });
  return true;
}

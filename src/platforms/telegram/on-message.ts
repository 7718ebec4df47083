import type { Message } from 'grammy/types';
import { momentOf } from '../../core/chat/platform-ground.ts';
import { type Reply, saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { whileWaiting } from '../../core/while-waiting.ts';
import { isPrivate, type Target, TELEGRAM, targetOfMessage } from './address.ts';
import { hear } from './receive.ts';
import { speakerOf } from './speaker.ts';
import type { Workbench } from './workbench.ts';

/** Answers whose question may still be edited. */
const MAXIMUM_ANSWERS = 2_000;
const SECOND_MS = 1000;
/** A person sees "typing" only where the answer lets itself be waited for. */
const TYPING_AFTER_MS = 400;

/** Where the answer to a question stands. */
interface Answered {
  readonly chatId: number;
  readonly messageIds: readonly number[];
}

/** Answers messages, and answers anew what is edited. */
export class MessageHandler {
  readonly #bench: Workbench;
  readonly #answers = new RecentMap<string, Answered>(MAXIMUM_ANSWERS);
  /** People who were told that their question came too late, so that ten questions get one excuse. */
  readonly #excused = new RecentMap<number, true>(MAXIMUM_ANSWERS);

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  async message(message: Message): Promise<void> {
    const { me, registry, log, sender, clock } = this.#bench;
    const heard = hear(message, me, (name) => registry.find(name) !== undefined);
    if (heard.kind === 'nothing') return;
    if (clock.now() - message.date * SECOND_MS > this.#bench.maximumAgeMs) {
      log.write({ event: 'update-dropped', platform: TELEGRAM, reason: 'too old' });
      await this.#excuse(message);
      return;
    }
    const target = targetOfMessage(message);
    const asker = message.from?.id;
    const reply = await this.#replyTo(message, heard.kind === 'said' ? heard.text : undefined, target);
    if (reply === undefined) return;
    const result = await sender.say(target, reply, {
      ...(asker === undefined ? {} : { asker }),
      // In a private chat everybody sees what is answered.
      ...(isPrivate(message.chat) ? {} : { replyTo: message.message_id }),
    });
    if (result.messageIds.length > 0)
      this.#answers.set(keyOf(message), { chatId: message.chat.id, messageIds: result.messageIds });
  }

  /** An edited question: its answer is edited too, or removed with what else there was of it. */
  async edited(message: Message): Promise<void> {
    const answered = this.#answers.get(keyOf(message));
    if (answered === undefined) return;
    const { me, registry, sender, api } = this.#bench;
    const heard = hear(message, me, (name) => registry.find(name) !== undefined);
    if (heard.kind !== 'said') return;
    const reply = await this.#replyTo(message, heard.text, targetOfMessage(message));
    if (reply === undefined) return;
    const [first, ...others] = answered.messageIds;
    if (first === undefined) return;
    await sender.edit({ chatId: answered.chatId, messageId: first }, reply, message.from?.id);
    for (const messageId of others) await api.deleteMessage(answered.chatId, messageId).catch(() => false);
    this.#answers.set(keyOf(message), { chatId: answered.chatId, messageIds: [first] });
  }

  /** `text` is absent where there is nothing to read. Nothing is returned where nothing is to be said. */
  async #replyTo(message: Message, text: string | undefined, target: Target): Promise<Reply | undefined> {
    const { chat, questionLimits, log } = this.#bench;
    const speaker = speakerOf(message, this.#bench);
    const moment = momentOf(this.#bench);
    const leave = questionLimits.ask(
      speaker.person,
      speaker.isPrivate ? undefined : speaker.place,
      moment.now,
    );
    if (leave.kind !== 'granted')
      log.write({ event: 'update-dropped', platform: TELEGRAM, reason: 'asked too fast' });
    if (leave.kind === 'silence') return undefined;
    if (leave.kind === 'granted' && text !== undefined)
      return this.#whileTyping(target, () =>
        chat.reply({ ...speaker, text, ...quotedBy(message, this.#bench.me.id) }, moment),
      );
    const language = await chat.languageAt(speaker.place, speaker.language);
    const words = wordsIn(language);
    return saying(language, leave.kind === 'slow-down' ? words.slowDown(leave.seconds) : words.onlyText);
  }

  #whileTyping({ chatId, threadId }: Target, work: () => Promise<Reply>): Promise<Reply> {
    const { api, timer } = this.#bench;
    const other = threadId === undefined ? {} : { message_thread_id: threadId };
    const onLate = () => api.sendChatAction(chatId, 'typing', other).catch(() => false);
    return whileWaiting(work, { afterMs: TYPING_AFTER_MS, timer, onLate });
  }

  /** Says once that a question came while the bot was away. */
  async #excuse(message: Message): Promise<void> {
    if (!isPrivate(message.chat) || this.#excused.get(message.chat.id) === true) return;
    this.#excused.set(message.chat.id, true);
    const { chat, sender } = this.#bench;
    const speaker = speakerOf(message, this.#bench);
    const language = await chat.languageAt(speaker.place, speaker.language);
    await sender.say(targetOfMessage(message), saying(language, wordsIn(language).wasAway));
  }
}

/** The words a message replies to, unless they are the bot's own. */
export function quotedBy({ reply_to_message: before }: Message, me: number): { readonly quoted?: string } {
  const quoted = before?.text ?? before?.caption;
  return quoted === undefined || before?.from?.id === me ? {} : { quoted };
}

const keyOf = ({ chat, message_id: id }: Message): string => `${chat.id}:${id}`;

import type { Message, Update } from 'grammy/types';
import { saying } from '../../core/chat/reply.ts';
import { wordsIn } from '../../core/chat/words/words.ts';
import { describeFault } from '../../core/describe-fault.ts';
import { KeyedQueues } from '../../core/keyed-queues.ts';
import { RecentMap } from '../../core/recent-map.ts';
import { TELEGRAM, targetOfMessage } from './address.ts';
import { describeFailure, readFailure } from './failures.ts';
import { endPress, onButton } from './on-button.ts';
import { onGuestMessage } from './on-guest.ts';
import { onInlineQuery } from './on-inline.ts';
import { onMembership, onMigration } from './on-membership.ts';
import { MessageHandler } from './on-message.ts';
import { languageOf } from './receive.ts';
import { speakerOf } from './speaker.ts';
import { UpdateRecord } from './update-record.ts';
import type { Workbench } from './workbench.ts';

/** The updates the bot asks for; every one of them is handled below. */
export const UPDATE_KINDS = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'guest_message',
  'my_chat_member',
] as const;

/** Updates remembered to know one that is delivered twice. */
const MAXIMUM_SEEN = 5_000;

/** Hands every update to its handler: each once, those of one chat one after the other, and none stops the bot. */
export class Dispatcher {
  readonly #bench: Workbench;
  readonly #messages: MessageHandler;
  readonly #seen = new RecentMap<number, true>(MAXIMUM_SEEN);
  readonly #queues = new KeyedQueues();
  readonly #record: UpdateRecord;

  constructor(bench: Workbench) {
    this.#bench = bench;
    this.#messages = new MessageHandler(bench);
    this.#record = new UpdateRecord({ ...bench, bot: `${TELEGRAM}:${bench.me.id}` });
  }

  /** Updates being handled or waiting for it. */
  get pending(): number {
    return this.#queues.size;
  }

  /** Resolves when the update is dealt with; never rejects. */
  async handle(update: Update): Promise<void> {
    const { update_id: id } = update;
    if (this.#seen.get(id) === true) return this.#drop();
    this.#seen.set(id, true);
    await this.#queues.run(queueOf(update), async () => {
      // Answered before a restart, or by another process.
      if (await this.#record.knows(id)) return this.#drop();
      await this.#handleSafely(update);
      this.#record.note(id);
    });
  }

  /** Resolves when all that has been handled is written down, so that it may be confirmed. */
  recorded(): Promise<void> {
    return this.#record.flush();
  }

  /** Resolves when nothing is being handled any more. */
  async settle(): Promise<void> {
    await this.#queues.settle();
    await this.#record.flush();
  }

  #drop(): void {
    this.#bench.log.write({ event: 'update-dropped', platform: TELEGRAM, reason: 'delivered twice' });
  }

  async #handleSafely(update: Update): Promise<void> {
    try {
      await this.#route(update);
    } catch (error) {
      await this.#apologise(update, error);
    }
  }

  async #route(update: Update): Promise<void> {
    const bench = this.#bench;
    const message = update.message ?? update.channel_post;
    if (message !== undefined) {
      if (await onMigration(message, bench)) return;
      return this.#messages.message(message);
    }
    const edited = update.edited_message ?? update.edited_channel_post;
    if (edited !== undefined) return this.#messages.edited(edited);
    if (update.callback_query !== undefined) return onButton(update.callback_query, bench);
    if (update.inline_query !== undefined) return onInlineQuery(update.inline_query, bench);
    if (update.guest_message !== undefined) return onGuestMessage(update.guest_message, bench);
    if (update.my_chat_member !== undefined) return onMembership(update.my_chat_member, bench);
  }

  /** Tells the person that something went wrong, and the operator where to look, without what was asked. */
  async #apologise(update: Update, error: unknown): Promise<void> {
    const { log, newReference, sender, chat } = this.#bench;
    const reference = newReference();
    log.write({ event: 'handler-failed', platform: TELEGRAM, reference, reason: reasonOf(error) });
    const message = update.message ?? update.channel_post;
    const press = update.callback_query;
    if (press !== undefined) {
      const words = wordsIn(languageOf(press.from.language_code, this.#bench.language));
      return endPress(press, words.apology(reference), this.#bench);
    }
    if (message === undefined) return;
    try {
      const speaker = speakerOf(message, this.#bench);
      const language = await chat.languageAt(speaker.place, speaker.language).catch(() => speaker.language);
      await sender.say(targetOfMessage(message), saying(language, wordsIn(language).apology(reference)));
    } catch (another) {
      log.write({ event: 'handler-failed', platform: TELEGRAM, reference, reason: reasonOf(another) });
    }
  }
}

/** Updates that must not overtake one another: those of a chat, and otherwise those of a person. */
function queueOf(update: Update): string {
  const message: Pick<Message, 'chat'> | undefined =
    update.message ??
    update.channel_post ??
    update.edited_message ??
    update.edited_channel_post ??
    update.callback_query?.message ??
    update.my_chat_member;
  if (message !== undefined) return `chat ${message.chat.id}`;
  const person = update.inline_query?.from ?? update.callback_query?.from ?? update.guest_message?.from;
  return `person ${person?.id ?? 0}`;
}

/** What kind of error it was; its message might hold an address with the token, or words of a person. */
function reasonOf(error: unknown): string {
  try {
    return describeFailure(readFailure(error));
  } catch {
    return describeFault(error);
  }
}

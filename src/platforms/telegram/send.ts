import type { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Reply } from '../../core/chat/reply.ts';
import { type Pace, TokenBuckets } from '../../core/pace/token-buckets.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import type { Target } from './address.ts';
import { readFailure, type TelegramFailure } from './failures.ts';
import { keyboardOf } from './keyboard.ts';
import { logFailure } from './patience.ts';
import { type RenderedMessage, renderReply } from './render.ts';

/** How fast the bot may send to one chat. */
export interface SendingPaces {
  readonly privateChat: Pace;
  readonly group: Pace;
}

/** What a {@link Sender} is made of. */
export interface SenderDependencies {
  readonly api: Api;
  /** Without "@"; asked for when a reply goes out. */
  readonly botName: () => string;
  readonly paces: SendingPaces;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

/** How a reply goes out. */
export interface SayOptions {
  /** The id of who asked, who may delete the answer. */
  readonly asker?: number;
  /** The message that is answered. */
  readonly replyTo?: number;
  readonly silent?: boolean;
  /** Where a group has moved is then told instead of followed. */
  readonly stay?: true;
}

/** What became of a reply: the ids of its messages, or why it is not (wholly) there. */
export type SayResult =
  | { readonly kind: 'sent'; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly kind: 'failed'; readonly failure: TelegramFailure; readonly messageIds: readonly number[] };

type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: TelegramFailure };

/** Sends and edits replies: paced, plain where markup is refused, and to where a group has moved. */
export class Sender {
  readonly #dependencies: SenderDependencies;
  readonly #private: TokenBuckets;
  readonly #groups: TokenBuckets;

  constructor(dependencies: SenderDependencies) {
    this.#dependencies = dependencies;
    const { privateChat, group } = dependencies.paces;
    this.#private = new TokenBuckets(privateChat);
    this.#groups = new TokenBuckets(group);
  }

  /** Says a reply; the keyboard stands below its last message. Never throws for what Telegram does. */
  async say(target: Target, reply: Reply, options: SayOptions = {}): Promise<SayResult> {
    const messages = this.#render(reply);
    const keyboard = keyboardOf(reply, options.asker);
    const messageIds: number[] = [];
    let { chatId } = target;
    for (const [index, message] of messages.entries()) {
      const isLast = index === messages.length - 1;
      const outcome = await this.#sendOne({ ...target, chatId }, message, {
        ...options,
        ...(isLast && keyboard !== undefined ? { keyboard } : {}),
      });
      if (outcome.kind === 'failed') {
        logFailure(this.#dependencies.log, 'sendMessage', outcome.failure);
        return { kind: 'failed', failure: outcome.failure, messageIds };
      }
      chatId = outcome.value.chatId;
      messageIds.push(outcome.value.messageId);
    }
    return { kind: 'sent', chatId, messageIds };
  }

  /** Shows a reply in place of what stood there; what does not fit into the first message is left to be asked for. */
  async edit(place: EditedPlace, reply: Reply, asker: number | undefined): Promise<boolean> {
    const [message] = this.#render(reply);
    if (message === undefined) return false;
    const keyboard = keyboardOf(reply, asker);
    const outcome = await this.#withPlainFallback(message, (text, parseMode) =>
      this.#editOne(place, text, parseMode, keyboard),
    );
    if (outcome.kind === 'done' || outcome.failure.kind === 'unchanged') return true;
    logFailure(this.#dependencies.log, 'editMessageText', outcome.failure);
    return false;
  }

  #render(reply: Reply): readonly RenderedMessage[] {
    return renderReply(reply, { botName: this.#dependencies.botName() });
  }

  async #editOne(
    place: EditedPlace,
    text: string,
    parseMode: ParseMode,
    keyboard: InlineKeyboardMarkup | undefined,
  ): Promise<void> {
    const { api } = this.#dependencies;
    const other = {
      ...parseMode,
      ...NO_PREVIEW,
      ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    };
    if ('inlineMessageId' in place) await api.editMessageTextInline(place.inlineMessageId, text, other);
    else await api.editMessageText(place.chatId, place.messageId, text, other);
  }

  async #sendOne(
    target: Target,
    message: RenderedMessage,
    options: SayOptions & { readonly keyboard?: InlineKeyboardMarkup },
  ): Promise<Outcome<{ readonly chatId: number; readonly messageId: number }>> {
    const outcome = await this.#withPlainFallback(message, (text, parseMode) =>
      this.#send(target, text, parseMode, options),
    );
    if (outcome.kind === 'done' || outcome.failure.kind !== 'moved' || options.stay === true) return outcome;
    // A supergroup has no topics of its group, and none of its messages to reply to.
    const { replyTo: _, ...rest } = options;
    const moved = { chatId: outcome.failure.chatId };
    return this.#withPlainFallback(message, (text, parseMode) => this.#send(moved, text, parseMode, rest));
  }

  async #send(
    { chatId, threadId }: Target,
    text: string,
    parseMode: ParseMode,
    { replyTo, silent, keyboard }: SayOptions & { readonly keyboard?: InlineKeyboardMarkup },
  ): Promise<{ readonly chatId: number; readonly messageId: number }> {
    await this.#pace(chatId);
    const sent = await this.#dependencies.api.sendMessage(chatId, text, {
      ...parseMode,
      ...NO_PREVIEW,
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
      ...(silent === true ? { disable_notification: true } : {}),
      ...(replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    });
    return { chatId, messageId: sent.message_id };
  }

  /** The same text goes out plain if Telegram cannot read the markup. */
  async #withPlainFallback<Value>(
    { html, plain }: RenderedMessage,
    send: (text: string, parseMode: ParseMode) => Promise<Value>,
  ): Promise<Outcome<Value>> {
    const first = await attempt(() => send(html, { parse_mode: 'HTML' }));
    if (first.kind === 'done' || first.failure.kind !== 'bad-markup') return first;
    logFailure(this.#dependencies.log, 'parse_mode', first.failure);
    return attempt(() => send(plain(), {}));
  }

  /** Waits until Telegram's limits let another message out to this chat; for all chats together others wait. */
  async #pace(chatId: number): Promise<void> {
    const { clock, timer, signal } = this.#dependencies;
    const own = chatId > 0 ? this.#private : this.#groups;
    const waitMs = own.reserve(String(chatId), clock.now()) ?? 0;
    if (waitMs > 0) await timer.sleep(waitMs, signal);
  }
}

/** A message that can be edited: one the bot sent, or one a person sent by way of the bot. */
export type EditedPlace =
  | { readonly chatId: number; readonly messageId: number }
  | { readonly inlineMessageId: string };

type ParseMode = { readonly parse_mode: 'HTML' } | Record<string, never>;

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

async function attempt<Value>(act: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'done', value: await act() };
  } catch (error) {
    return { kind: 'failed', failure: readFailure(error) };
  }
}

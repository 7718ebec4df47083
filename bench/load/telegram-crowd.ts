import type { Message, Update } from 'grammy/types';
import type { Person } from '../../test/support/telegram/people.ts';
import type { Group } from '../../test/support/telegram/places.ts';
import type { TelegramServer } from '../../test/support/telegram/telegram-server.ts';
import type { RecordedCall } from '../../test/support/telegram/types.ts';
import { type Crowd, Row, Tally } from './crowd.ts';
import type { RequestBook } from './request-book.ts';
import type { Visit } from './schedule.ts';
import { buttonFor, type Way } from './ways.ts';

/** How many people and groups there are. */
export interface TelegramCrowdOptions {
  readonly server: TelegramServer;
  readonly book: RequestBook;
  /** Milliseconds since the traffic began. */
  readonly now: () => number;
  readonly people: number;
  readonly groups: number;
  /** Chats that get posts, in which nobody asks. */
  readonly subscribers: ReadonlySet<number>;
}

type Sent = Extract<RecordedCall['answer'], { kind: 'json' }>['body'];
const ASK_AGAIN_MS = 700;

/** People who ask, look up, type and press on the local Telegram, and get posts. */
export class TelegramCrowd implements Crowd {
  readonly posts = new Map<string, number[]>();
  /** Times of all that Telegram took and counts as a message, in milliseconds since the traffic began. */
  readonly counted: number[] = [];
  readonly #given: TelegramCrowdOptions;
  readonly #people: Row<Person>;
  readonly #prober: Person;
  readonly #groups: readonly Group[];
  readonly #refused = new Tally();
  /** The bot's last message in each group. */
  readonly #lastIn = new Map<number, number>();
  /** What is being answered in a private chat, or below a message of the bot. */
  readonly #current = new Map<string, string>();
  /** The bot's last words to a person, with the buttons below. */
  readonly #heard = new Map<string, { readonly messageId: number; readonly buttons: readonly string[] }>();
  #visits = 0;
  leftOut = 0;

  constructor(options: TelegramCrowdOptions) {
    const { server, people, groups } = options;
    this.#given = options;
    const languageOf = (number: number): string => (number % 10 < 7 ? 'vi' : 'en');
    this.#people = new Row(
      Array.from({ length: people }, (_, number) => server.person({ language_code: languageOf(number) })),
    );
    this.#prober = server.person({ language_code: 'vi' });
    this.#groups = Array.from({ length: groups }, () => server.group({ bot: 'member' }));
  }

  get refused(): ReadonlyMap<string, number> {
    return this.#refused.counts;
  }

  visit(visit: Visit): void {
    const person = this.#people.take();
    if (person === undefined) {
      this.leftOut += 1;
      return;
    }
    this.#visits += 1;
    const group = this.#groups[this.#visits % this.#groups.length];
    const place = visit.way === 'telegram-mention' || visit.way === 'telegram-reply' ? group : undefined;
    const askedAt = this.#given.now();
    const key = this.#say(person, place, visit);
    this.#given.book.ask(key, visit.way, askedAt, () => {
      const { press } = visit;
      if (press === undefined || visit.way === 'telegram-inline') this.#people.giveBack(person);
      else setTimeout(() => this.#press(person, place, key, press.wish), press.afterMs);
    });
  }

  #say(person: Person, group: Group | undefined, { way, text, command }: Visit): string {
    if (way === 'telegram-inline') return `inline ${person.typesInline(text).id}`;
    const last = group === undefined ? undefined : this.#lastIn.get(group.room.chat.id);
    const said = wordsOf(way, command, text, last !== undefined, this.#given.server.botInfo.username);
    const message = person.says(said, {
      ...(group === undefined ? {} : { in: group }),
      ...(way === 'telegram-reply' && last !== undefined ? { replyTo: last } : {}),
    });
    const key = keyOf(message);
    if (group === undefined) this.#current.set(String(person.id), key);
    return key;
  }

  #press(
    person: Person,
    group: Group | undefined,
    answered: string,
    wish: Parameters<typeof buttonFor>[0],
  ): void {
    const heard = this.#heard.get(answered);
    const data = heard === undefined ? undefined : buttonFor(wish, heard.buttons);
    if (heard === undefined || data === undefined) {
      this.#people.giveBack(person);
      return;
    }
    const { room } = group ?? person;
    const askedAt = this.#given.now();
    const query = person.presses(
      { data },
      { ...(group === undefined ? {} : { in: group }), on: heard.messageId },
    );
    const key = `press ${query.id}`;
    this.#current.set(group === undefined ? String(room.chat.id) : `${room.chat.id} ${heard.messageId}`, key);
    this.#given.book.ask(key, 'telegram-button', askedAt, () => this.#people.giveBack(person));
  }

  async askUntil(question: string, words: string, signal: AbortSignal): Promise<number> {
    for (let times = 1; ; times += 1) {
      const message = this.#prober.says(question);
      const key = keyOf(message);
      this.#current.set(String(this.#prober.id), key);
      await new Promise<void>((resolve) => {
        this.#given.book.ask(key, 'telegram-private', this.#given.now(), resolve);
      });
      const [last] = this.#given.server.botMessagesIn(this.#prober.id).toReversed();
      if (last?.text.includes(words) === true || signal.aborted) return times;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }

  /** To be told of every call. */
  heard({ method, parameters, answer, processed }: RecordedCall): void {
    const { book } = this.#given;
    if (answer.kind !== 'json' || !answer.body.ok) {
      // A webhook is not there to be deleted, and so on: only what was refused after the start counts.
      this.#refused.add(`${method}: ${answer.kind === 'json' ? answer.status : answer.kind}`);
      if (!processed) return;
    }
    if (/^(?:send(?!ChatAction)|edit)/.test(method)) this.counted.push(this.#given.now());
    switch (method) {
      case 'getUpdates':
        if (answer.kind === 'json')
          for (const update of updatesIn(answer.body)) book.handedOut(keyOfUpdate(update));
        return;
      case 'sendMessage':
        this.#said(parameters, answer.kind === 'json' ? messageIn(answer.body) : undefined);
        return;
      case 'answerCallbackQuery':
        // What is told is no message: the same twice is the same press answered twice.
        book.said(
          `press ${String(parameters.callback_query_id)}`,
          `notice: ${String(parameters.text ?? '')}`,
          true,
        );
        return;
      case 'answerInlineQuery':
        book.said(`inline ${String(parameters.inline_query_id)}`, 'offers', true);
        return;
      default:
    }
  }

  #said(parameters: RecordedCall['parameters'], sent: Message | undefined): void {
    const chatId = Number(parameters.chat_id);
    if (this.#given.subscribers.has(chatId)) {
      this.posts.set(String(chatId), [...(this.posts.get(String(chatId)) ?? []), this.#given.now()]);
      return;
    }
    const reference = parameters.reply_parameters as { readonly message_id?: number } | undefined;
    const repliedTo = reference?.message_id;
    const key =
      repliedTo === undefined
        ? this.#current.get(String(chatId))
        : (this.#current.get(`${chatId} ${repliedTo}`) ?? `message ${chatId} ${repliedTo}`);
    if (sent !== undefined && chatId < 0) this.#lastIn.set(chatId, sent.message_id);
    if (key === undefined) return;
    const buttons = buttonsOf(sent);
    if (sent !== undefined && buttons.length > 0)
      this.#heard.set(key, { messageId: sent.message_id, buttons });
    this.#given.book.said(key, String(parameters.text), !key.startsWith('press'));
  }
}

function wordsOf(way: Way, command: string, text: string, canReply: boolean, botName: string): string {
  if (way === 'telegram-lookup') return `/${command} ${text}`.trim();
  const mentions = way === 'telegram-mention' || (way === 'telegram-reply' && !canReply);
  return mentions ? `@${botName} ${text}` : text;
}

const keyOf = ({ chat, message_id: id }: Message): string => `message ${chat.id} ${id}`;

function keyOfUpdate({ message, inline_query: typed, callback_query: pressed }: Update): string {
  if (message !== undefined) return keyOf(message);
  return typed === undefined ? `press ${pressed?.id ?? ''}` : `inline ${typed.id}`;
}

// The local server made what is read here.
const updatesIn = (body: Sent): readonly Update[] => (body.ok ? (body.result as readonly Update[]) : []);
const messageIn = (body: Sent): Message | undefined => (body.ok ? (body.result as Message) : undefined);

const buttonsOf = (message: Message | undefined): readonly string[] =>
  message?.reply_markup?.inline_keyboard
    .flat()
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : [])) ?? [];

import type { CallbackQuery, InlineQuery, InlineQueryResult, Message } from 'grammy/types';
import { badRequest } from './failures.ts';

/** What a person sees after pressing a button. */
export interface CallbackAnswer {
  readonly text: string | undefined;
  readonly alert: boolean;
  readonly url: string | undefined;
}

/** What a person is offered while typing to the bot in another chat. */
export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  readonly cacheTime: number;
  readonly personal: boolean;
  readonly button: { readonly text: string; readonly start_parameter?: string } | undefined;
}

/** What the bot said in a chat to which it was called as a guest. */
export interface GuestAnswer {
  readonly result: InlineQueryResult;
  readonly inlineMessageId: string;
}

/** Questions that wait for one answer of the bot each, by their numbers. */
class Waiting<Question, Answer> {
  readonly #questions = new Map<string, Question>();
  readonly #answers = new Map<string, Answer>();
  readonly #refusal: string;

  constructor(refusal: string) {
    this.#refusal = refusal;
  }

  ask(id: string, question: Question): void {
    this.#questions.set(id, question);
  }

  /** Forgets a question, as Telegram does after a while. */
  expire(id: string): void {
    this.#questions.delete(id);
  }

  answer(id: string, answer: Answer): void {
    if (!this.#questions.has(id)) throw badRequest(this.#refusal);
    this.#answers.set(id, answer);
  }

  answerTo(id: string): Answer | undefined {
    return this.#answers.get(id);
  }
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** Everything people have asked by pressing, typing or calling a guest. */
export class Queries {
  readonly callbacks = new Waiting<CallbackQuery, CallbackAnswer>(TOO_OLD);
  readonly inline = new Waiting<InlineQuery, InlineAnswer>(TOO_OLD);
  readonly guests = new Waiting<Message, GuestAnswer>(TOO_OLD);
  #last = 0n;

  /** A number as long as Telegram's: too long for a JavaScript number, so it stays a text. */
  nextId(): string {
    this.#last += 1n;
    return String(4_382_000_000_000_000_000n + this.#last);
  }
}

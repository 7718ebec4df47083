import { request, type ServerResponse } from 'node:http';
import type { RelayRun } from './compare-bots.ts';
import { answerJson, LocalServer, readBody } from './local-server.ts';

/** What a bot's webhook looks like. */
interface Webhook {
  readonly url: URL;
  readonly secret: string;
}

const BOT = {
  id: 123_456_789,
  is_bot: true,
  first_name: 'Bench',
  username: 'BenchBot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
};
const BATCH = 100;
/** What Telegram does where a bot asks for nothing else. */
const WEBHOOK_CONNECTIONS = 40;

/**
 * The least of a Bot API that a bot can talk to: it hands out questions, each of a new person, and times the
 * replies. It checks nothing, so that little but the bot is measured; what the bot sends is checked by the tests.
 */
export class BotApiStub {
  readonly #server: LocalServer;
  #questions: readonly string[] = [];
  #handedOut = 0;
  #confirmed = 0;
  #firstUpdate = 1;
  #sentAt: number[] = [];
  #latencies: number[] = [];
  #left = 0;
  #done: (() => void) | undefined;
  #poll: ServerResponse | undefined;
  #webhook: Webhook | undefined;
  #ready: (() => void) | undefined;

  constructor() {
    this.#server = new LocalServer((incoming, response) => {
      void readBody(incoming).then((body) => this.#answer(incoming.url ?? '', body, response));
    });
  }

  listen(): Promise<string> {
    return this.#server.listen();
  }

  close(): void {
    this.#server.close();
  }

  /** Resolves when the bot waits for updates, one way or the other. */
  untilReady(): Promise<void> {
    if (this.#poll !== undefined || this.#webhook !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      this.#ready = resolve;
    });
  }

  /** Asks every question once and waits for all replies. */
  async ask(questions: readonly string[]): Promise<RelayRun> {
    this.#firstUpdate += this.#questions.length;
    this.#questions = questions;
    this.#handedOut = 0;
    this.#confirmed = 0;
    this.#sentAt = new Array(questions.length).fill(0);
    this.#latencies = new Array(questions.length).fill(Number.NaN);
    this.#left = questions.length;
    const started = performance.now();
    const done = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    if (this.#webhook === undefined) this.#handOut();
    else for (let line = 0; line < WEBHOOK_CONNECTIONS; line += 1) this.#post(this.#webhook);
    await done;
    return { seconds: (performance.now() - started) / 1000, latenciesMs: this.#latencies };
  }

  #answer(url: string, body: string, response: ServerResponse): void {
    const method = url.split('/').at(-1) ?? '';
    const parameters: Record<string, unknown> = body === '' ? {} : JSON.parse(body);
    switch (method) {
      case 'getUpdates':
        this.#confirmed = Math.max(this.#confirmed, Number(parameters.offset ?? 0) - this.#firstUpdate);
        if (parameters.timeout === 0) {
          succeed(response, []);
          return;
        }
        this.#poll = response;
        this.#becomeReady();
        this.#handOut();
        return;
      case 'setWebhook':
        this.#webhook = {
          url: new URL(String(parameters.url)),
          secret: String(parameters.secret_token ?? ''),
        };
        succeed(response, true);
        this.#becomeReady();
        return;
      case 'getMe':
        succeed(response, BOT);
        return;
      case 'sendMessage':
        succeed(response, {
          message_id: 2,
          date: 1,
          chat: { id: parameters.chat_id, type: 'private', first_name: 'A' },
          text: 'x',
        });
        this.#replied(Number(parameters.chat_id) - this.#firstUpdate);
        return;
      default:
        succeed(response, true);
    }
  }

  #becomeReady(): void {
    this.#ready?.();
    this.#ready = undefined;
  }

  #replied(question: number): void {
    if (!Number.isNaN(this.#latencies[question] ?? 0)) return;
    this.#latencies[question] = performance.now() - (this.#sentAt[question] ?? 0);
    this.#left -= 1;
    if (this.#left === 0) this.#done?.();
  }

  #handOut(): void {
    if (this.#poll === undefined || this.#confirmed >= this.#questions.length) return;
    const updates: unknown[] = [];
    const end = Math.min(this.#confirmed + BATCH, this.#questions.length);
    for (let question = Math.max(0, this.#confirmed); question < end; question += 1)
      updates.push(this.#update(question));
    const poll = this.#poll;
    this.#poll = undefined;
    succeed(poll, updates);
  }

  #update(question: number): object {
    this.#sentAt[question] = performance.now();
    const chat = { id: this.#firstUpdate + question, type: 'private', first_name: 'A' };
    return {
      update_id: this.#firstUpdate + question,
      message: {
        message_id: 1,
        date: Math.floor(Date.now() / 1000),
        chat,
        from: { ...chat, is_bot: false, language_code: 'vi' },
        text: this.#questions[question],
      },
    };
  }

  /** One of the connections by which Telegram delivers: the next update goes when the last is taken. */
  #post(webhook: Webhook): void {
    if (this.#handedOut >= this.#questions.length) return;
    const question = this.#handedOut;
    this.#handedOut += 1;
    this.#deliver(webhook, question);
  }

  #deliver(webhook: Webhook, question: number): void {
    const body = JSON.stringify(this.#update(question));
    const outgoing = request(
      webhook.url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-telegram-bot-api-secret-token': webhook.secret,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => this.#post(webhook));
      },
    );
    // The bot may close an idle connection just now; Telegram delivers again. Not what was answered: its bot may be gone.
    outgoing.on('error', () => {
      if (Number.isNaN(this.#latencies[question])) setImmediate(() => this.#deliver(webhook, question));
    });
    outgoing.end(body);
  }
}

function succeed(response: ServerResponse, result: unknown): void {
  answerJson(response, { ok: true, result });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RelayRun } from './compare-bots.ts';
import {
  BOT,
  channelIn,
  guildsFor,
  interactionOf,
  mentionOf,
  numberInChannel,
  numberInToken,
} from './discord-shapes.ts';
import { answerJson, LocalServer, readBody } from './local-server.ts';

/** How questions are put: in messages that mention the bot, or by `/ask`. */
export type DiscordWay = 'mentions' | 'interactions';

/** Servers in which nobody asks, made one by one when the bot comes. */
export interface OtherGuilds {
  readonly count: number;
  readonly idOf: (index: number) => string;
  readonly make: (index: number) => object;
}

/** Questions under way at once; Discord would push without waiting for answers. */
const AT_ONCE = 40;
const PROBE_EVERY_MS = 200;
/** The question that is put until somebody answers. */
const PROBE = 0;
const OP = { dispatch: 0, heartbeat: 1, identify: 2, hello: 10, acknowledged: 11 } as const;

/**
 * The least of a Discord that a bot can talk to: a gateway that puts questions, each of a new person in a new channel,
 * and the few endpoints that take the answers. It checks nothing and limits nothing, so that little but the bot is
 * measured; what the bot sends is checked by the tests.
 */
export class DiscordStub {
  readonly #server: LocalServer;
  readonly #sockets: WebSocketServer;
  readonly #way: DiscordWay;
  readonly #channels: number;
  readonly #others: OtherGuilds | undefined;
  #socket: WebSocket | undefined;
  #address = '';
  #sequence = 0;
  #firstNumber = PROBE + 1;
  #questions: readonly string[] = [];
  #asked = 0;
  #left = 0;
  #sentAt: number[] = [];
  #latencies: number[] = [];
  #done: (() => void) | undefined;
  #probed: (() => void) | undefined;

  /** @param count how many questions are going to be put in all. */
  constructor(way: DiscordWay, count: number, others?: OtherGuilds) {
    this.#way = way;
    this.#channels = count + 1;
    this.#others = others;
    this.#server = new LocalServer((incoming, response) => {
      void readBody(incoming).then((body) => this.#answer(incoming, body, response));
    });
    this.#sockets = new WebSocketServer({ server: this.#server.http });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  async listen(): Promise<string> {
    this.#address = await this.#server.listen();
    return `${this.#address}/api`;
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.close();
  }

  /** Resolves when the bot answers. */
  untilReady(): Promise<void> {
    return new Promise((resolve) => {
      const probing = setInterval(() => this.#put(PROBE, '?'), PROBE_EVERY_MS);
      this.#probed = () => {
        clearInterval(probing);
        resolve();
      };
    });
  }

  /** Puts every question once and waits for all answers. */
  async ask(questions: readonly string[]): Promise<RelayRun> {
    this.#firstNumber += this.#questions.length;
    this.#questions = questions;
    this.#asked = 0;
    this.#left = questions.length;
    this.#sentAt = new Array(questions.length).fill(0);
    this.#latencies = new Array(questions.length).fill(Number.NaN);
    const started = performance.now();
    const done = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    for (let line = 0; line < AT_ONCE; line += 1) this.#putNext();
    await done;
    return { seconds: (performance.now() - started) / 1000, latenciesMs: this.#latencies };
  }

  /** Where the gateway is: with the API, by another scheme. */
  #gateway(): string {
    return this.#address.replace('http:', 'ws:');
  }

  #greet(socket: WebSocket): void {
    const send = (op: number, data: unknown): void =>
      socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
    socket.on('message', (raw) => {
      const { op }: { readonly op: number } = JSON.parse(String(raw));
      if (op === OP.heartbeat) send(OP.acknowledged, null);
      if (op === OP.identify) this.#welcome(socket);
    });
    socket.on('error', () => socket.terminate());
    send(OP.hello, { heartbeat_interval: 41_250 });
  }

  #welcome(socket: WebSocket): void {
    this.#socket = socket;
    const guilds = guildsFor(this.#channels);
    const { count, idOf, make } = this.#others ?? { count: 0, idOf: String, make: () => ({}) };
    const others = Array.from({ length: count }, (_, index) => index);
    this.#dispatch('READY', {
      v: 10,
      user: BOT,
      application: { id: BOT.id, flags: 0 },
      session_id: 'bench',
      resume_gateway_url: this.#gateway(),
      shard: [0, 1],
      guilds: [...guilds.map(({ id }) => id), ...others.map((index) => idOf(index))].map((id) => ({
        id,
        unavailable: true,
      })),
    });
    for (const index of others) this.#dispatch('GUILD_CREATE', make(index));
    for (const guild of guilds) this.#dispatch('GUILD_CREATE', guild);
  }

  #dispatch(event: string, data: unknown): void {
    this.#sequence += 1;
    this.#socket?.send(JSON.stringify({ op: OP.dispatch, t: event, s: this.#sequence, d: data }));
  }

  #put(number: number, text: string): void {
    if (this.#way === 'mentions') this.#dispatch('MESSAGE_CREATE', mentionOf(number, text));
    else this.#dispatch('INTERACTION_CREATE', interactionOf(number, text));
  }

  #putNext(): void {
    const text = this.#questions[this.#asked];
    if (text === undefined) return;
    this.#sentAt[this.#asked] = performance.now();
    this.#put(this.#firstNumber + this.#asked, text);
    this.#asked += 1;
  }

  #answered(number: number): void {
    if (number === PROBE) this.#probed?.();
    const question = number - this.#firstNumber;
    if (!Number.isNaN(this.#latencies[question] ?? 0)) return;
    this.#latencies[question] = performance.now() - (this.#sentAt[question] ?? 0);
    this.#left -= 1;
    if (this.#left === 0) this.#done?.();
    else this.#putNext();
  }

  /** Without the headers of limits, as from a Discord that has none. */
  #answer({ url = '', method }: IncomingMessage, body: string, response: ServerResponse): void {
    const [, , , first = '', second = '', third = ''] = new URL(url, 'http://localhost').pathname.split('/');
    switch (`${method} ${first}`) {
      case 'GET gateway':
        answerJson(response, {
          url: this.#gateway(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
        });
        return;
      case 'GET applications':
        answerJson(response, []);
        return;
      case 'PUT applications': {
        const commands: readonly object[] = JSON.parse(body);
        answerJson(
          response,
          commands.map((command, index) => ({
            ...command,
            id: String(600_000_000_000_000_000n + BigInt(index)),
            application_id: BOT.id,
            version: '1',
            default_member_permissions: null,
          })),
        );
        return;
      }
      case 'POST interactions':
        response.writeHead(204);
        response.end();
        return;
      case 'PATCH webhooks':
        answerJson(response, sentMessage(channelIn(numberInToken(third))));
        this.#answered(numberInToken(third));
        return;
      case 'POST channels':
        answerJson(response, sentMessage(second));
        if (third === 'messages') this.#answered(numberInChannel(second));
        return;
      default:
        answerJson(response, BOT);
    }
  }
}

const sentMessage = (channelId: string): object => ({
  id: '1400000000000000000',
  channel_id: channelId,
  type: 0,
  author: BOT,
  content: 'x',
  timestamp: '2026-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  flags: 0,
});

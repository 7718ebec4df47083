import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address } from '../../src/core/daily/subscription.ts';
import { LocalServer, readBody } from '../relay/local-server.ts';
import { type Member, movedTo } from './cohort.ts';
import { type FaultShares, Faults } from './faults.ts';
import { SlidingWindow } from './sliding-window.ts';

/** What the platforms allow and do. */
export interface LocalPlatformsOptions {
  readonly members: readonly Member[];
  readonly faults: FaultShares;
  readonly seed: number;
  /** Requests a second, to all chats together. */
  readonly perSecond: { readonly telegram: number; readonly discord: number };
  /** How many times as fast as real time goes; for the waits that platforms ask for. */
  readonly speed: number;
}

/** An answer: how it ends, and what is in it. */
interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const LONGEST_LATENCY_MS = 40;
/** Discord knows a nonce for some minutes. */
const NONCE_MS = 5 * 60_000;

/**
 * The little of Telegram and Discord that daily posts need: limits that are enforced, chats that are gone or have
 * moved, nonces, and faults. It counts what arrives in each chat.
 */
export class LocalPlatforms {
  /** Posts by where they stand. */
  readonly posts = new Map<Address, number>();
  /** Chats with a request whose connection was cut on purpose. */
  readonly cut = new Set<Address>();
  /** Answers that were not a success, by status. */
  readonly refused = new Map<number, number>();
  /** Requests over a limit that is real and not a fault. */
  overLimit = 0;
  total = 0;
  /** When the posts of each platform arrived, in milliseconds of the epoch. */
  readonly arrivals = { telegram: [] as number[], discord: [] as number[] };
  onPost: (total: number) => void = () => {};
  readonly #options: LocalPlatformsOptions;
  readonly #server: LocalServer;
  readonly #faults: Faults;
  readonly #members: ReadonlyMap<Address, Member>;
  readonly #windows: Readonly<Record<'telegram' | 'discord', SlidingWindow>>;
  readonly #latestIn = new Map<Address, number>();
  readonly #nonces = new Map<string, { readonly id: string; readonly at: number }>();

  constructor(options: LocalPlatformsOptions) {
    this.#options = options;
    this.#faults = new Faults(options.faults, options.seed);
    this.#members = new Map(options.members.map((member) => [member.subscription.address, member]));
    const { telegram, discord } = options.perSecond;
    this.#windows = { telegram: new SlidingWindow(telegram), discord: new SlidingWindow(discord) };
    this.#server = new LocalServer((incoming, response) => void this.#serve(incoming, response));
  }

  listen(): Promise<string> {
    return this.#server.listen();
  }

  close(): void {
    this.#server.close();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    // A process that is killed while it speaks has said nothing.
    const text = await readBody(incoming).catch(() => undefined);
    if (text === undefined) return;
    const body: Readonly<Record<string, unknown>> = JSON.parse(text);
    const channel = /\/channels\/(\d+)\/messages$/.exec(incoming.url ?? '')?.[1];
    const platform = channel === undefined ? 'telegram' : 'discord';
    const address = `${platform}:${channel ?? String(body.chat_id)}` as Address;
    const fault = this.#faults.next();
    await this.#someTime();
    if (!this.#isWithinLimits(platform, address)) {
      this.overLimit += 1;
      this.#answer(response, this.#limited(platform));
    } else if (fault === 'limited') this.#answer(response, this.#limited(platform));
    else if (fault === 'server-error') this.#answer(response, { status: 502, body: SERVER_ERROR });
    else if (fault === 'cut-before') this.#cutOff(response, address);
    else {
      const answer = platform === 'telegram' ? this.#telegram(address) : this.#discord(address, body);
      await this.#someTime();
      if (fault === 'cut-after' && answer.status === 200) this.#cutOff(response, address);
      else this.#answer(response, answer);
    }
  }

  #telegram(address: Address): Answer {
    const fate = this.#members.get(address)?.fate;
    if (fate === 'kicked') return telegramError(403, 'Forbidden: bot was kicked from the supergroup chat');
    if (fate === 'moved') {
      const to = Number(movedTo(address).slice('telegram:'.length));
      return telegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: to,
      });
    }
    const id = this.#post('telegram', address);
    const chat = { id: Number(address.slice('telegram:'.length)), type: 'private', first_name: 'A' };
    return { status: 200, body: { ok: true, result: { message_id: id, date: 1, chat, text: 'x' } } };
  }

  #discord(address: Address, { nonce }: Readonly<Record<string, unknown>>): Answer {
    if (this.#members.get(address)?.fate === 'kicked')
      return { status: 404, body: { message: 'Unknown Channel', code: 10_003 } };
    const name = `${address} ${String(nonce)}`;
    const known = this.#nonces.get(name);
    const isKnown = known !== undefined && Date.now() - known.at < NONCE_MS / this.#options.speed;
    const id = isKnown
      ? known.id
      : String(1_300_000_000_000_000_000n + BigInt(this.#post('discord', address)));
    if (!isKnown) this.#nonces.set(name, { id, at: Date.now() });
    return { status: 200, body: { id, channel_id: address.slice('discord:'.length) } };
  }

  #post(platform: 'telegram' | 'discord', address: Address): number {
    this.posts.set(address, (this.posts.get(address) ?? 0) + 1);
    this.total += 1;
    this.arrivals[platform].push(Date.now());
    this.onPost(this.total);
    return this.total;
  }

  #isWithinLimits(platform: 'telegram' | 'discord', address: Address): boolean {
    const now = Date.now();
    const latest = this.#latestIn.get(address) ?? Number.NEGATIVE_INFINITY;
    if (platform === 'telegram' && now - latest < 1000 / this.#options.speed) return false;
    if (!this.#windows[platform].admit(now)) return false;
    this.#latestIn.set(address, now);
    return true;
  }

  #limited(platform: 'telegram' | 'discord'): Answer {
    // A fraction of a second where time runs faster.
    const seconds = (1 + Math.floor(this.#faults.random() * 3)) / this.#options.speed;
    return platform === 'telegram'
      ? telegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
      : {
          status: 429,
          body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
          headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
        };
  }

  #answer(response: ServerResponse, { status, body, headers = {} }: Answer): void {
    if (status !== 200) this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...headers,
    });
    response.end(text);
  }

  #cutOff(response: ServerResponse, address: Address): void {
    this.cut.add(address);
    response.destroy();
  }

  #someTime(): Promise<void> {
    const ms = (this.#faults.random() * LONGEST_LATENCY_MS) / 2;
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/** Telegram's form of an error; Discord only looks at the status. */
const SERVER_ERROR = { ok: false, error_code: 502, description: 'Bad Gateway' };

const telegramError = (status: number, description: string, parameters: object = {}): Answer => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
});

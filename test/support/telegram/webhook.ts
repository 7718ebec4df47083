import { request } from 'node:http';
import type { Update, WebhookInfo } from 'grammy/types';
import { badRequest } from './failures.ts';
import type { ParameterReader } from './parameters.ts';
import type { ServerClock } from './types.ts';
import type { QueuedUpdate, UpdateFeed } from './updates.ts';

/** How updates are posted to the bot. */
export interface WebhookOptions {
  /** Where a public address really listens in this test, as in `http://127.0.0.1:1234/hook`. */
  readonly resolve?: (url: string) => string;
  /** How often an update is posted before Telegram gives up; 3 if left out. */
  readonly attempts?: number;
  /** Milliseconds between two attempts; 10 if left out. */
  readonly retryDelayMs?: number;
  /** Milliseconds the bot has for its answer; 60,000 if left out, as on Telegram. */
  readonly timeoutMs?: number;
}

interface Hook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  readonly ended: AbortController;
}

/** Carries out a call that the bot put into its answer to an update. */
export type ReplyRunner = (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<void>;

/** Posts waiting updates to the address the bot has set; those of one chat one after the other. */
export class Webhook {
  /** Updates given up after too many failures. */
  readonly undelivered: Update[] = [];
  readonly #feed: UpdateFeed;
  readonly #options: WebhookOptions;
  readonly #runReply: ReplyRunner;
  readonly #clock: ServerClock;
  readonly #busy = new Set<string>();
  #hook: Hook | undefined;
  #lastError: Pick<WebhookInfo, 'last_error_date' | 'last_error_message'> = {};

  constructor(feed: UpdateFeed, options: WebhookOptions, clock: ServerClock, runReply: ReplyRunner) {
    this.#feed = feed;
    this.#options = options;
    this.#clock = clock;
    this.#runReply = runReply;
  }

  isSet(): boolean {
    return this.#hook !== undefined;
  }

  set(parameters: ParameterReader): true {
    const url = parameters.text('url') ?? '';
    if (url === '') return this.unset(parameters);
    const secret = parameters.text('secret_token');
    const maxConnections = parameters.integer('max_connections') ?? 40;
    checkAddress(url);
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters');
    }
    if (maxConnections < 1 || maxConnections > 100) throw badRequest('max_connections is out of range');
    this.#dropPending(parameters);
    this.#feed.allow(parameters.list<string>('allowed_updates'));
    this.#hook?.ended.abort();
    this.#hook = { url, secret, maxConnections, ended: new AbortController() };
    this.#feed.interrupt();
    this.deliver();
    return true;
  }

  unset(parameters?: ParameterReader): true {
    if (parameters !== undefined) this.#dropPending(parameters);
    this.#hook?.ended.abort();
    this.#hook = undefined;
    this.#lastError = {};
    return true;
  }

  info(): WebhookInfo {
    const allowed = this.#feed.allowed();
    return {
      url: this.#hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#feed.waiting().length,
      ...(this.#hook === undefined ? {} : { max_connections: this.#hook.maxConnections }),
      ...(allowed.length === 0
        ? {}
        : { allowed_updates: allowed as NonNullable<WebhookInfo['allowed_updates']> }),
      ...this.#lastError,
    } as WebhookInfo;
  }

  /** Posts what can be posted now; called after every change of the queue. */
  deliver(): void {
    const hook = this.#hook;
    if (hook === undefined) return;
    for (const queued of this.#feed.waiting()) {
      if (this.#busy.size >= hook.maxConnections) return;
      if (this.#busy.has(queued.key)) continue;
      this.#busy.add(queued.key);
      void this.#deliverOne(hook, queued);
    }
  }

  async #deliverOne(hook: Hook, queued: QueuedUpdate): Promise<void> {
    const { attempts = 3, retryDelayMs = 10 } = this.#options;
    let delivered = false;
    for (let attempt = 1; attempt <= attempts && !delivered && !hook.ended.signal.aborted; attempt += 1) {
      if (attempt > 1) await pause(retryDelayMs, hook.ended.signal);
      delivered = await this.#post(hook, queued.update);
    }
    this.#busy.delete(queued.key);
    // After a change of address the update still waits, for whoever comes next.
    if (!delivered && hook.ended.signal.aborted) return this.deliver();
    if (!delivered) this.undelivered.push(queued.update);
    this.#feed.confirm((other) => other === queued);
    this.deliver();
  }

  async #post(hook: Hook, update: Update): Promise<boolean> {
    try {
      const { resolve = (url: string) => url, timeoutMs = 60_000 } = this.#options;
      const signal = AbortSignal.any([hook.ended.signal, AbortSignal.timeout(timeoutMs)]);
      const headers = hook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': hook.secret };
      const { status, body } = await post(resolve(hook.url), JSON.stringify(update), headers, signal);
      if (status < 200 || status > 299) return this.#failed(`Wrong response from the webhook: ${status}`);
      const reply = replyIn(body);
      if (reply !== undefined) await this.#runReply(reply.method, reply.parameters);
      return true;
    } catch (reason) {
      if (!hook.ended.signal.aborted) this.#failed(String(reason));
      return false;
    }
  }

  #failed(message: string): false {
    this.#lastError = { last_error_date: Math.floor(this.#clock.now() / 1000), last_error_message: message };
    return false;
  }

  #dropPending(parameters: ParameterReader): void {
    if (parameters.flag('drop_pending_updates')) this.#feed.confirm(() => true);
  }
}

/** Telegram wants HTTPS; only this machine may be reached without it. */
function checkAddress(url: string): void {
  const refused = (reason: string) => badRequest(`bad webhook: ${reason}`);
  if (!URL.canParse(url)) throw refused('URL is invalid');
  const { protocol, hostname, port } = new URL(url);
  if (['127.0.0.1', 'localhost'].includes(hostname)) return;
  if (protocol !== 'https:') throw refused('An HTTPS URL must be provided for webhook');
  if (!['', '80', '88', '443', '8443'].includes(port)) {
    throw refused('Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: 'POST', agent: false, signal, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A bot may answer an update with one call, which saves it a request. */
function replyIn(body: string) {
  if (!body.startsWith('{')) return undefined;
  const { method, ...parameters } = JSON.parse(body) as Record<string, unknown>;
  return typeof method === 'string' ? { method, parameters } : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

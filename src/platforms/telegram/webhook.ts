import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bot, webhookCallback } from 'grammy';
import type { Update } from 'grammy/types';

/** Where Telegram delivers updates. */
export interface WebhookOptions {
  /** As Telegram calls it, through a proxy that speaks TLS. */
  readonly url: string;
  /** What this process listens on behind the proxy. */
  readonly host: string;
  readonly port: number;
  /** What Telegram proves itself with; the same for all processes of a bot. */
  readonly secret: string;
}

/** Telegram delivers again what is not answered within a minute; what takes longer than this goes on by itself. */
const ANSWER_WITHIN_MS = 10_000;
/** The largest updates are some hundred kilobytes. */
const MAXIMUM_BODY_BYTES = 1024 * 1024;

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** A secret that every process of the same bot derives alike, and nobody without the token can. */
export const deriveSecret = (token: string): string =>
  createHmac('sha256', token).update('nhip-cau webhook').digest('hex');

/** A server for updates that carry the secret; everything else is refused before it is read. */
export class WebhookServer {
  readonly #server: Server;
  readonly #options: WebhookOptions;

  constructor(bot: Bot, options: WebhookOptions) {
    this.#options = options;
    const handle = webhookCallback(bot, 'callback', {
      secretToken: options.secret,
      onTimeout: 'return',
      timeoutMilliseconds: ANSWER_WITHIN_MS,
    });
    const path = new URL(options.url).pathname;
    this.#server = createServer((request, response) => {
      const refusal = refuse(request, path, options.secret);
      if (refusal === undefined) void receive(request, response, handle);
      else end(response, refusal);
    });
    // What is in hand is finished, what is idle is closed.
    this.#server.keepAliveTimeout = 30_000;
  }

  /** Resolves with the port when the server listens. */
  listen(): Promise<number> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
  }
}

function refuse(request: IncomingMessage, path: string, secret: string): number | undefined {
  if (request.url?.split('?')[0] !== path) return 404;
  if (request.method !== 'POST') return 405;
  const shown = request.headers[SECRET_HEADER];
  // grammY compares it in constant time; here only what has no chance is turned away unread.
  if (typeof shown !== 'string' || shown.length !== secret.length) return 401;
  return Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY_BYTES ? 413 : undefined;
}

/** grammY's adapter for no framework: an update, how to answer, the secret shown, how to refuse. */
type HandleUpdate = (
  update: Update,
  respond: (json: string) => void,
  secret: string | undefined,
  refuse: () => void,
) => Promise<void>;

/** Only a whole body is handed on: grammY's own reading would miss what arrives while the bot gets ready. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  handle: HandleUpdate,
): Promise<void> {
  const update = await readUpdate(request).catch(() => 'broken' as const);
  if (typeof update === 'string') {
    end(response, update === 'too-long' ? 413 : 400);
    return;
  }
  try {
    const shown = String(request.headers[SECRET_HEADER]);
    await handle(
      update,
      () => {},
      shown,
      () => end(response, 401),
    );
    end(response, 200);
  } catch {
    // Telegram delivers again what is not taken.
    end(response, 500);
  }
}

async function readUpdate(request: IncomingMessage): Promise<Update | 'broken' | 'too-long'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // A body may be longer than its header says.
    if (bytes > MAXIMUM_BODY_BYTES) return 'too-long';
    chunks.push(chunk);
  }
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const isUpdate = typeof parsed === 'object' && parsed !== null && 'update_id' in parsed;
  return isUpdate ? (parsed as Update) : 'broken';
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
}

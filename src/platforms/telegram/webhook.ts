import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { AT_A_STRETCH, Door } from '../../core/door.ts';

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

/** Deals with an update; what it throws is taken as not dealt with. */
export type HandleUpdate = (update: Update) => Promise<void>;

/**
 * A server for updates that carry the secret; everything else is refused before it is read. grammY's own would make an
 * API, a context and a race with a timer for each update, of which the bot uses nothing.
 */
export class WebhookServer {
  readonly #server: Server;
  readonly #options: WebhookOptions;

  constructor(handle: HandleUpdate, options: WebhookOptions) {
    this.#options = options;
    const path = new URL(options.url).pathname;
    const door = new Door(AT_A_STRETCH, setImmediate);
    const secret = Buffer.from(options.secret);
    this.#server = createServer((request, response) => {
      const refusal = refuse(request, path, secret);
      if (refusal === undefined)
        void receive(request, response, (update) => door.enter().then(() => handle(update)));
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

function refuse(request: IncomingMessage, path: string, secret: Buffer): number | undefined {
  if (request.url?.split('?')[0] !== path) return 404;
  if (request.method !== 'POST') return 405;
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return 401;
  return Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY_BYTES ? 413 : undefined;
}

/** In a time that does not tell how much of it was right. */
function isSecret(shown: string | readonly string[] | undefined, secret: Buffer): boolean {
  if (typeof shown !== 'string') return false;
  const bytes = Buffer.from(shown);
  return bytes.length === secret.length && timingSafeEqual(bytes, secret);
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  handle: HandleUpdate,
): Promise<void> {
  const body = await readBody(request).catch(() => undefined);
  if (body === 'too-long') {
    end(response, 413);
    return;
  }
  const update = body === undefined ? undefined : parseUpdate(body);
  if (update === undefined) {
    end(response, 400);
    return;
  }
  const late = setTimeout(() => end(response, 200), ANSWER_WITHIN_MS);
  try {
    await handle(update);
    end(response, 200);
  } catch {
    // Telegram delivers again what is not taken.
    end(response, 500);
  } finally {
    clearTimeout(late);
  }
}

/** A whole body; rejects where the connection breaks before its end. */
function readBody(request: IncomingMessage): Promise<string | 'too-long'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // A body may be longer than its header says; what is above that is not kept.
      if (bytes > MAXIMUM_BODY_BYTES) resolve('too-long');
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
  });
}

function parseUpdate(body: string): Update | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const isUpdate = typeof parsed === 'object' && parsed !== null && 'update_id' in parsed;
    return isUpdate ? (parsed as Update) : undefined;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
}

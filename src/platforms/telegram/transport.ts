import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as safeRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { HttpError, type Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import { agentFor } from './connections.ts';

/** What reaching a Bot API takes. */
export interface TransportOptions {
  readonly token: string;
  /** Of the Bot API, without a slash at the end. */
  readonly apiRoot: string;
  /** A request that has no answer by then is given up, in milliseconds. */
  readonly timeoutMs: number;
}

/** An answer did not come in time. */
class Overdue extends Error {
  override readonly name = 'Overdue';
}

type Signal = Parameters<Transformer>[3];

/**
 * Carries requests to Telegram, in place of grammY's own way: that goes through a whole `fetch` with its streams, which
 * took as long as making a reply. All the bot sends is JSON; files would have to be left to grammY.
 */
export function transport({ token, apiRoot, timeoutMs }: TransportOptions): Transformer {
  const root = new URL(apiRoot);
  const start = root.protocol === 'http:' ? plainRequest : safeRequest;
  const path = `${root.pathname.replace(/\/$/, '')}/bot${token}/`;
  const common = { ...urlToHttpOptions(root), agent: agentFor(apiRoot), method: 'POST' };
  const headers = { 'content-type': 'application/json' };

  function send(method: string, payload: object, signal: Signal): Promise<string> {
    return new Promise((resolve, reject) => {
      const options: RequestOptions = { ...common, path: path + method, headers };
      const request = start(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => settle(() => resolve(Buffer.concat(chunks).toString('utf8'))));
        response.on('error', fail);
      });
      const settle = (how: () => void): void => {
        clearTimeout(overdue);
        signal?.removeEventListener('abort', abort);
        how();
      };
      const fail = (error: Error): void => settle(() => reject(error));
      const giveUp = (error: Error): void => {
        request.destroy(error);
        fail(error);
      };
      const abort = (): void => giveUp(new DOMException('aborted', 'AbortError'));
      const overdue = setTimeout(() => giveUp(new Overdue('no answer in time')), timeoutMs);
      request.on('error', fail);
      if (signal?.aborted === true) abort();
      else signal?.addEventListener('abort', abort);
      request.end(JSON.stringify(payload));
    });
  }

  return async (_, method, payload, signal) => {
    try {
      const answer: unknown = JSON.parse(await send(method, payload, signal));
      return answer as ApiResponse<never>;
    } catch (error) {
      // Whoever reads it looks at the kind of error only: the address holds the token.
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CallAnswer } from './types.ts';

/** One request of the bot, with its body as text. */
export interface Arrival {
  /** The path without a leading slash, as in `bot123:abc/getMe`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: string;
  /** Aborted when the bot hangs up before it has its answer. */
  readonly gone: AbortSignal;
}

/** A server of this machine. */
export interface LocalHttp {
  readonly root: string;
  /** Cuts every connection and refuses new ones, as a machine does that is not there. */
  goDark(): Promise<void>;
  /** Listens again where it did before. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Serves on a free port of this machine only. `written` is called whenever an answer has left. */
export async function serve(
  answer: (arrival: Arrival) => Promise<CallAnswer>,
  written: () => void,
): Promise<LocalHttp> {
  const server = createServer((request, response) => {
    void respond(request, response, answer, written);
  });
  await listen(server, 0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    root: `http://127.0.0.1:${port}`,
    goDark: () => close(server),
    comeBack: () => listen(server, port),
    close: () => close(server),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (arrival: Arrival) => Promise<CallAnswer>,
  written: () => void,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
    written();
  });
  try {
    const result = await answer(await arrivalFrom(request, gone.signal));
    if (result.kind === 'cut') {
      response.destroy();
      return;
    }
    const body = result.kind === 'json' ? JSON.stringify(result.body) : result.body;
    const type = result.kind === 'json' ? 'application/json' : 'text/html';
    response.writeHead(result.status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  } catch {
    // A request that broke off in the middle has nobody to answer to.
    response.destroy();
  }
}

async function arrivalFrom(request: IncomingMessage, gone: AbortSignal): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://server');
  return {
    path: decodeURIComponent(url.pathname.slice(1)),
    query: url.searchParams,
    contentType: request.headers['content-type'] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
    gone,
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

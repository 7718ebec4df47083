import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of this machine, as the benchmarks' platforms are. */
export class LocalServer {
  readonly http: Server;

  constructor(answer: (incoming: IncomingMessage, response: ServerResponse) => void) {
    this.http = createServer(answer);
    this.http.keepAliveTimeout = 60_000;
  }

  /** Resolves with the address. */
  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.http.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.http.address() as AddressInfo).port}`);
      });
    });
  }

  close(): void {
    this.http.close();
    this.http.closeAllConnections();
  }
}

/** Answers 200 with an object. */
export function answerJson(response: ServerResponse, result: unknown): void {
  const body = JSON.stringify(result);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

export async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += chunk;
  return body;
}

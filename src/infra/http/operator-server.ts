import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReadinessReport } from './readiness.ts';

/** What the operator's port tells. */
export interface OperatorServerOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly readiness: () => Promise<ReadinessReport>;
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<string>;
}

/** The operator's port: `/healthz`, `/readyz` and `/metrics`. It takes no input and needs no password. */
export interface OperatorServer {
  /** Resolves with the port; rejects with the system's error when it cannot be had. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
/** Nobody who means well needs longer to send a few headers, or more than these. */
const REQUEST_TIMEOUT_MS = 5000;
const MAXIMUM_HEADER_BYTES = 8192;
const MAXIMUM_CONNECTIONS = 64;

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = (status: number, value: unknown): Page => ({
  status,
  type: JSON_TYPE,
  body: `${JSON.stringify(value)}\n`,
});

export function createOperatorServer(options: OperatorServerOptions): OperatorServer {
  const server = createServer({ maxHeaderSize: MAXIMUM_HEADER_BYTES }, (request, response) => {
    pageFor(request, options)
      .catch(() => json(500, { error: 'This could not be told.' }))
      .then((page) => send(request, response, page));
  });
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.maxConnections = MAXIMUM_CONNECTIONS;
  return { listen: () => listen(server, options), close: () => close(server) };
}

async function pageFor(
  { method, url }: IncomingMessage,
  { readiness, metrics }: OperatorServerOptions,
): Promise<Page> {
  const path = url?.split('?')[0];
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics')
    return json(404, { error: 'There are /healthz, /readyz and /metrics.' });
  if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'Only GET.' });
  if (path === '/healthz') return json(200, { alive: true });
  if (path === '/metrics') return { status: 200, type: METRICS_TYPE, body: await metrics() };
  const report = await readiness();
  return json(report.ready ? 200 : 503, report);
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, type, body }: Page): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

const listen = (server: Server, { host, port }: OperatorServerOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

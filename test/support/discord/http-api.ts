import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import type { Call, CallAnswer, Violation } from './calls.ts';
import { DiscordError, ERRORS } from './discord-error.ts';
import type { Failure, Faults } from './faults.ts';
import type { News } from './news.ts';
import { type Headers, type RateLimits, tooManyHeaders } from './rate-limits.ts';
import { isMethod, matchRoute } from './routes.ts';
import { checkBody } from './specification.ts';

/** A request that reached its endpoint. */
export interface ApiRequest {
  readonly parameters: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly body: unknown;
  readonly files: readonly string[];
}

/** What an endpoint answers. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Does what a request asks for, or throws a DiscordError. */
export type Handler = (request: ApiRequest) => ApiAnswer;

/** What the HTTP side needs. */
export interface HttpSetting {
  readonly token: string;
  /** Handlers by route. */
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly news: News;
  readonly calls: Call[];
  readonly violations: Violation[];
  readonly onCall: (call: Call) => void;
}

interface Outcome {
  readonly answer: CallAnswer;
  readonly headers?: Headers;
}

const PREFIX = '/api/v10';
// These prove themselves by the token in their path.
const WITHOUT_BOT_TOKEN =
  /^(GET|POST|PATCH|DELETE) (\/interactions\/|\/webhooks\/\{webhook_id\}\/\{webhook_token\})/;

/** The HTTP server of the REST API, not listening yet. */
export function createHttpApi(setting: HttpSetting): Server {
  const server = createServer((request, response) => {
    serve(setting, request, response).catch((error: unknown) => {
      // A client that went away in the middle of its request did nothing wrong.
      if (request.destroyed && !request.complete) return;
      setting.violations.push({
        route: String(request.url),
        place: '',
        problem: `The local Discord failed: ${String(error instanceof Error ? error.stack : error)}`,
        source: 'endpoints',
      });
      if (!response.headersSent) response.writeHead(500);
      response.end();
      setting.news.tell();
    });
  });
  // Discord's front keeps idle connections for minutes; Node gives them up after five seconds.
  server.keepAliveTimeout = 60_000;
  return server;
}

async function serve(
  setting: HttpSetting,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const method = incoming.method ?? 'GET';
  // Some clients write `@me` and `@original` with their first sign encoded.
  const decoded = url.pathname.replaceAll(/%40/gi, '@');
  const path = decoded.startsWith(PREFIX) ? decoded.slice(PREFIX.length) : decoded;
  const match = isMethod(method) ? matchRoute(method, path) : undefined;
  const route = `${method} ${match?.template ?? path}`;
  const { body, files } = await readBody(incoming);
  const request: ApiRequest = {
    parameters: match?.parameters ?? {},
    query: Object.fromEntries(url.searchParams),
    body,
    files,
  };
  const outcome = await answerTo(
    setting,
    route,
    match !== undefined,
    request,
    incoming.headers.authorization,
  );
  const header = (name: string): string | undefined => {
    const value = incoming.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const call: Call = {
    number: setting.calls.length + 1,
    method,
    route,
    path,
    query: request.query,
    body,
    files,
    headers: {
      authorization: header('authorization'),
      contentType: header('content-type'),
      userAgent: header('user-agent'),
      reason: header('x-audit-log-reason'),
    },
    answer: outcome.answer,
  };
  setting.calls.push(call);
  setting.onCall(call);
  if (outcome.answer.kind === 'answered') write(response, outcome.answer, outcome.headers ?? {});
  else if (outcome.headers === undefined) incoming.socket.destroy();
  else incoming.socket.resetAndDestroy();
  setting.news.tell();
}

function write(response: ServerResponse, answer: { status: number; body: unknown }, headers: Headers): void {
  const isText = typeof answer.body === 'string';
  response.writeHead(answer.status, {
    ...headers,
    ...(answer.body === undefined ? {} : { 'Content-Type': isText ? 'text/html' : 'application/json' }),
  });
  response.end(isText || answer.body === undefined ? answer.body : JSON.stringify(answer.body));
}

async function answerTo(
  setting: HttpSetting,
  route: string,
  isKnown: boolean,
  request: ApiRequest,
  authorization: string | undefined,
): Promise<Outcome> {
  const failure = setting.faults.take(route);
  if (failure?.kind === 'slow') await Promise.race([failure.until, later(60_000, undefined, { ref: false })]);
  const early = failure === undefined ? undefined : failed(failure);
  if (early !== undefined && !(failure?.kind === 'cut' && failure.when === 'after')) return early;

  const verdict = setting.limits.judge(route, request.parameters);
  if (verdict?.retryAfterSeconds !== undefined)
    return { ...tooMany(verdict.retryAfterSeconds, false), headers: verdict.headers };
  const answer = handled(setting, route, isKnown, request, authorization);
  return early ?? { answer, ...(verdict === undefined ? {} : { headers: verdict.headers }) };
}

const answered = (status: number, body: unknown): CallAnswer => ({ kind: 'answered', status, body });

const tooMany = (seconds: number, global: boolean): Outcome => ({
  answer: answered(429, { message: 'You are being rate limited.', retry_after: seconds, global }),
});

function failed(failure: Failure): Outcome | undefined {
  switch (failure.kind) {
    case 'slow':
      return undefined;
    case 'status':
      return { answer: answered(failure.status, '<html><body>The server is not well.</body></html>') };
    case 'error':
      return { answer: answered(failure.error.status, failure.error.body()) };
    case 'cut': {
      const answer: CallAnswer = { kind: 'cut', wasProcessed: failure.when === 'after' };
      return failure.how === 'reset' ? { answer, headers: {} } : { answer };
    }
    case 'rate-limit': {
      const scope = failure.scope ?? 'user';
      const headers = tooManyHeaders(failure.retryAfterSeconds, scope);
      return { ...tooMany(failure.retryAfterSeconds, scope === 'global'), headers };
    }
  }
}

function handled(
  setting: HttpSetting,
  route: string,
  isKnown: boolean,
  request: ApiRequest,
  authorization: string | undefined,
): CallAnswer {
  const { violations, handlers } = setting;
  const refuse = (error: DiscordError): CallAnswer => {
    for (const { path, message } of error.problems)
      violations.push({ route, place: path.join('.'), problem: message, source: 'rules' });
    if (error.code === ERRORS.emptyMessage().code)
      violations.push({ route, place: '', problem: error.message, source: 'rules' });
    return answered(error.status, error.body());
  };
  if (!WITHOUT_BOT_TOKEN.test(route) && authorization !== `Bot ${setting.token}`)
    return refuse(ERRORS.unauthorized());
  const handler = handlers.get(route);
  if (handler === undefined) {
    const problem = isKnown
      ? 'The local Discord does not serve this endpoint.'
      : 'Discord has no such endpoint.';
    violations.push({ route, place: '', problem, source: 'endpoints' });
    return isKnown ? answered(501, { message: problem, code: 0 }) : refuse(ERRORS.notFound());
  }
  for (const { place, problem } of checkBody(route, request.body))
    violations.push({ route, place, problem, source: 'specification' });
  try {
    const { status, body } = handler(request);
    return answered(status, body);
  } catch (error) {
    if (error instanceof DiscordError) return refuse(error);
    throw error;
  }
}

async function readBody(
  incoming: IncomingMessage,
): Promise<{ readonly body: unknown; readonly files: readonly string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const type = incoming.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: readJson(raw.toString('utf8')), files: [] };
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files = [...form.values()].flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  return { body: typeof payload === 'string' ? readJson(payload) : undefined, files };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

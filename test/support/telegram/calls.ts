import { setTimeout as sleep } from 'node:timers/promises';
import { ApiFailure, badRequest, tooManyRequests } from './failures.ts';
import type { Fault, Faults } from './faults.ts';
import type { FloodControl } from './flood-control.ts';
import type { Arrival } from './http.ts';
import { type Backend, METHODS } from './methods.ts';
import { ParameterReader } from './parameters.ts';
import type { Schema } from './schema.ts';
import type { CallAnswer, CallParameters, RecordedCall } from './types.ts';
import { isObject, parametersFromTexts, problemsOf } from './validation.ts';

/** What a desk needs to take calls. */
export interface CallDeskParts {
  readonly token: string;
  readonly schema: Schema;
  readonly backend: Backend;
  readonly faults: Faults;
  readonly flood: FloodControl;
  /** Aborted when the server stops; what is slow then goes on at once. */
  readonly closing: AbortSignal;
  readonly record: (call: RecordedCall) => void;
  readonly violation: (text: string) => void;
}

/** Takes the bot's calls: reads them, lets ordered faults hit, checks them, carries them out, records them. */
export class CallDesk {
  readonly #parts: CallDeskParts;

  constructor(parts: CallDeskParts) {
    this.#parts = parts;
  }

  /** The answer to one HTTP request. */
  async take(arrival: Arrival): Promise<CallAnswer> {
    const [, token, method = ''] = /^bot([^/]*)\/([^/]*)$/.exec(arrival.path) ?? [];
    if (token === undefined) return failed(new ApiFailure(404, 'Not Found'));
    if (token !== this.#parts.token) return failed(new ApiFailure(401, 'Unauthorized'));
    let parameters: CallParameters;
    try {
      parameters = this.#parametersOf(arrival, method);
    } catch (reason) {
      return this.#finish(
        method,
        {},
        {
          answer: failed(this.#asFailure(method, reason)),
          processed: false,
        },
      );
    }
    return this.run(method, parameters, arrival.gone);
  }

  /** The answer to a call whose parameters are parsed. */
  async run(method: string, parameters: CallParameters, gone: AbortSignal): Promise<CallAnswer> {
    const order = this.#parts.faults.take(method, parameters);
    const fault = order?.fault;
    const instead = fault === undefined ? undefined : answerInstead(fault);
    if (instead !== undefined) return this.#finish(method, parameters, { answer: instead, processed: false });
    if (fault?.kind === 'slow') await this.#pause(fault.milliseconds);
    if (fault?.kind === 'held') await order?.released;
    const outcome = await this.#carryOut(method, parameters, gone);
    const answer: CallAnswer = fault?.kind === 'cut-after' ? { kind: 'cut' } : outcome.answer;
    return this.#finish(method, parameters, { ...outcome, answer });
  }

  async #pause(milliseconds: number): Promise<void> {
    try {
      await sleep(milliseconds, undefined, { signal: this.#parts.closing });
    } catch (reason) {
      if (!this.#parts.closing.aborted) throw reason;
    }
  }

  async #carryOut(method: string, parameters: CallParameters, gone: AbortSignal) {
    const { schema, backend, flood } = this.#parts;
    try {
      const play = METHODS.get(method);
      if (!schema.methods.has(method)) {
        this.#parts.violation(`there is no method "${method}" in ${schema.source}`);
        throw new ApiFailure(404, 'Not Found');
      }
      const problems = problemsOf(schema, method, parameters);
      for (const problem of problems) this.#parts.violation(problem);
      if (problems.length > 0) throw badRequest(problems.join('; '));
      if (play === undefined) {
        this.#parts.violation(`this server does not play ${method}`);
        throw badRequest(`this server does not play ${method}`);
      }
      flood.admit(method, parameters.chat_id);
      const result = await play(new ParameterReader(parameters), backend, gone);
      return { answer: succeeded(result), processed: true };
    } catch (reason) {
      return { answer: failed(this.#asFailure(method, reason)), processed: false };
    }
  }

  /** A mistake of this server must not look like a refusal of Telegram. */
  #asFailure(method: string, reason: unknown): ApiFailure {
    if (reason instanceof ApiFailure) return reason;
    this.#parts.violation(`${method} broke the server: ${reason instanceof Error ? reason.stack : reason}`);
    return new ApiFailure(500, 'Internal Server Error');
  }

  #finish(
    method: string,
    parameters: CallParameters,
    outcome: Pick<RecordedCall, 'answer' | 'processed'>,
  ): CallAnswer {
    this.#parts.record({ method, parameters, ...outcome });
    return outcome.answer;
  }

  #parametersOf({ query, contentType, body }: Arrival, method: string): CallParameters {
    const { schema, violation } = this.#parts;
    const fromQuery = parametersFromTexts(schema, method, query);
    if (body === '') return fromQuery;
    if (contentType.startsWith('application/x-www-form-urlencoded')) {
      return { ...fromQuery, ...parametersFromTexts(schema, method, new URLSearchParams(body)) };
    }
    if (!contentType.startsWith('application/json')) {
      violation(`${method}: this server reads no ${contentType}`);
      throw badRequest(`this server reads no ${contentType}`);
    }
    const parsed = parsedJson(body);
    if (!isObject(parsed)) throw badRequest('strange JSON in the body');
    return { ...fromQuery, ...parsed };
  }
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const succeeded = (result: unknown): CallAnswer => ({
  kind: 'json',
  status: 200,
  // A copy, so that what is recorded does not change when a message is edited later.
  body: { ok: true, result: structuredClone(result) },
});

function failed({ code, message, parameters }: ApiFailure): CallAnswer {
  const body = { ok: false as const, error_code: code, description: message };
  return { kind: 'json', status: code, body: parameters === undefined ? body : { ...body, parameters } };
}

/** The answer of a fault that keeps the call from being processed. */
function answerInstead(fault: Fault): CallAnswer | undefined {
  switch (fault.kind) {
    case 'too-many-requests':
      return failed(tooManyRequests(fault.retryAfter));
    case 'server-error':
      return {
        kind: 'html',
        status: 502,
        body: '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
      };
    case 'cut':
      return { kind: 'cut' };
    case 'refused':
      return failed(new ApiFailure(fault.error_code, fault.description, fault.parameters));
    default:
      return undefined;
  }
}

import { Agent as PlainAgent } from 'node:http';
import { Agent } from 'node:https';

/**
 * An idle connection is given up after so long. The other side gives up too, some after five seconds; a message sent
 * into a connection that is just being closed is lost, and nobody can tell whether it was.
 */
const IDLE_CONNECTION_MS = 3000;

/** What keeps connections to a Bot API open from one request to the next. */
export function agentFor(apiRoot: string): PlainAgent {
  const options = { keepAlive: true, timeout: IDLE_CONNECTION_MS };
  return apiRoot.startsWith('http:') ? new PlainAgent(options) : new Agent(options);
}

import assert from 'node:assert/strict';
import { Agent as PlainAgent } from 'node:http';
import { Agent } from 'node:https';
import { it } from 'node:test';
import { agentFor } from '../../../src/platforms/telegram/connections.ts';

/** What web servers that close idle connections early leave them; Node's own does. */
const EARLY_MS = 5000;

it('keeps connections to Telegram open, and gives up idle ones before the other side does', () => {
  for (const [root, kind] of [
    ['https://api.telegram.org', Agent],
    ['http://127.0.0.1:8081', PlainAgent],
  ] as const) {
    const agent = agentFor(root);
    assert.ok(agent instanceof kind);
    // Node's types do not tell that an agent shows its options.
    const { keepAlive, timeout } = { ...Reflect.get(agent, 'options') };
    assert.deepEqual([keepAlive, timeout < EARLY_MS], [true, true]);
    agent.destroy();
  }
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { DefaultRestOptions, DiscordAPIError, Events, HTTPError } from 'discord.js';
import { createClient } from '../../../src/platforms/discord/client.ts';
import { describeFailure, readFailure, TooManyRefusals } from '../../../src/platforms/discord/failures.ts';
import { withoutMarkup } from '../../../src/platforms/discord/receive.ts';
import { RefusalBudget } from '../../../src/platforms/discord/refusal-budget.ts';
import { createDiscordServer } from '../../support/discord/discord-server.ts';

const MINUTE_MS = 60_000;

describe('the budget of refusals', () => {
  const limits = { warnEvery: 2, slowFrom: 4, stopAt: 6 };

  it('lets everything through at once while there are few', () => {
    const budget = new RefusalBudget(limits);
    for (let count = 0; count < 3; count += 1) budget.refused(0);
    assert.deepEqual(budget.leave(0), { kind: 'go', afterMs: 0 });
  });

  it('spreads what is left over the rest of ten minutes, and then stops until they have passed', () => {
    const budget = new RefusalBudget(limits);
    for (let count = 0; count < 4; count += 1) budget.refused(0);
    assert.deepEqual(budget.leave(0), { kind: 'go', afterMs: 5 * MINUTE_MS });
    assert.deepEqual(budget.leave(9 * MINUTE_MS), { kind: 'go', afterMs: MINUTE_MS / 2 });
    budget.refused(MINUTE_MS);
    budget.refused(MINUTE_MS);
    assert.deepEqual(budget.leave(2 * MINUTE_MS), { kind: 'stop', retryAfterMs: 8 * MINUTE_MS });
    assert.deepEqual(budget.leave(10 * MINUTE_MS), { kind: 'go', afterMs: 0 });
  });

  it('tells the operator now and then, and counts anew after ten minutes', () => {
    const budget = new RefusalBudget(limits);
    assert.deepEqual(
      [0, 0, 0, 0, 11, 11].map((minute) => budget.refused(minute * MINUTE_MS)),
      [undefined, 2, undefined, 4, undefined, 2],
    );
  });
});

describe('a failure', () => {
  const refusal = (code: number, status: number) =>
    new DiscordAPIError(
      { code, message: 'secret words' },
      code,
      status,
      'POST',
      'https://x/secret-token',
      {},
    );

  it('is read from what discord.js throws', () => {
    const network = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    });
    const kinds = [
      refusal(0, 401),
      refusal(0, 403),
      refusal(30_046, 400),
      new HTTPError(502, 'Bad Gateway', 'GET', 'https://x', {}),
      new TooManyRefusals(5),
      network,
      Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      new Error('Expected token to be set for this request, but none was present'),
    ].map((error) => describeFailure(readFailure(error)));
    assert.deepEqual(kinds, [
      'wrong-token',
      'forbidden: sendMessages',
      'rejected: 30046',
      'server-trouble',
      'rate-limited for 5 ms',
      'unreachable: ECONNREFUSED',
      'unanswered: ECONNRESET',
      'wrong-token',
    ]);
  });

  it('of our own is not taken for one of Discord', () => {
    assert.throws(() => readFailure(new TypeError('ours')), /ours/);
    assert.throws(() => readFailure('a text'), /a text/);
  });
});

describe('the words of a message', () => {
  for (const [content, words] of [
    ['<@123456789012345678> ai ký?', 'ai ký?'],
    ['<@!123456789012345678>, ai  ký <#1> <:co:12> <a:co:12> <@&3>?', 'ai ký ?'],
    ['hỏi <t:1700000000:R>: năm nào\nvà ở đâu', 'hỏi : năm nào\nvà ở đâu'],
    ['a < b > c', 'a < b > c'],
    ['<@1>', ''],
  ] as const) {
    it(`are what stands between Discord's own signs: ${JSON.stringify(content)}`, () => {
      assert.equal(withoutMarkup(content), words);
    });
  }
});

describe('the memory of the client', () => {
  it('keeps no message and few people, however many speak', async (t) => {
    const server = await createDiscordServer();
    const guild = server.guild();
    const client = createClient({
      apiRoot: server.root,
      shards: { kind: 'range', first: 0, last: 0, count: 1 },
      makeRequest: DefaultRestOptions.makeRequest,
    });
    t.after(async () => {
      await client.destroy();
      await server.stop();
    });
    const ready = once(client, Events.ClientReady);
    await client.login(server.token);
    await ready;
    let last = '';
    for (let count = 0; count < 300; count += 1)
      last = server.person({ name: `Người ${count}` }).mentions(guild.channelId, 'chào');
    await new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ id }) => (id === last ? resolve() : undefined));
    });
    const members = client.guilds.cache.get(guild.id)?.members.cache;
    const channel = client.channels.cache.get(guild.channelId);
    assert.ok(channel?.isTextBased());
    assert.equal(channel.messages.cache.size, 0);
    assert.ok(client.users.cache.size <= 201, String(client.users.cache.size));
    assert.ok((members?.size ?? 0) <= 21, String(members?.size));
    assert.ok(members?.has(server.botUser.id), 'its own permissions are known');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { describeFailure, readFailure, TooManyRefusals } from '../../../src/platforms/discord/failures.ts';

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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TELEGRAM_POST_LIMITS } from '../../../src/platforms/telegram/limits.ts';
import { instant, PostOffice } from '../../support/daily/post-office.ts';

const DUE = '2026-07-11T01:00Z';
/** What Telegram lets out. */
const PER_SECOND = 30;
const COUNT = 2000;

describe('very many posts that are due in one minute', () => {
  it('have all gone out in little more than the time that the limit of the platform takes, though some fail', async () => {
    const office = new PostOffice('2026-07-10T12:00Z');
    for (let index = 0; index < COUNT; index += 1) {
      const name = `chat-${String(index).padStart(5, '0')}`;
      await office.subscribe(name);
      if (index % 100 === 7) office.outbox.fail(`test:${name}`, { kind: 'unreachable' });
      if (index % 100 === 57)
        office.outbox.fail(`test:${name}`, { kind: 'rate-limited', retryAfterMs: 2000 });
    }
    office.outbox.latencyMs = 40;
    office.time.jumpTo(instant(DUE));
    const stopping = new AbortController();
    const running = office.engine('one', {}, TELEGRAM_POST_LIMITS).run(stopping.signal);
    await office.time.advanceTo(instant(DUE) + 120_000);
    assert.equal(office.outbox.posts.length, COUNT);
    const seconds = ((office.outbox.posts.at(-1)?.at ?? 0) - instant(DUE)) / 1000;
    assert.ok(seconds <= (COUNT / PER_SECOND) * 1.15, `${seconds} s`);
    stopping.abort();
    await office.time.finish(running);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { POST_OUTCOMES, type PostLedger } from '../../src/core/ports/post-ledger.ts';
import { anId, aPost } from './sample-subscription.ts';

/** An empty ledger that is there for one test. */
export interface OpenPostLedger {
  readonly ledger: PostLedger;
  close(): Promise<void>;
}

/** What every ledger of posts promises. */
export function postLedgerContract(name: string, open: () => Promise<OpenPostLedger>): void {
  describe(`posts entered in ${name}`, () => {
    let opened: OpenPostLedger;
    const post = aPost('one');
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const claim = (worker: string, now: number, until: number) =>
      opened.ledger.claim(post, { worker, now, until });

    it('are one worker’s when a hundred claim the same one at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) => claim(`worker ${index}`, 0, 100)),
      );
      assert.equal(results.filter(({ kind }) => kind === 'claimed').length, 1);
      assert.equal(results.filter(({ kind }) => kind === 'taken').length, 99);
    });

    it('are one worker’s when a hundred claim one whose claim has lapsed', async () => {
      await claim('dead', 0, 100);
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) => claim(`worker ${index}`, 100, 200)),
      );
      assert.equal(results.filter(({ kind }) => kind === 'claimed').length, 1);
    });

    it('are claimed apart, by day and by subscription', async () => {
      const one = { worker: 'one', now: 0, until: 100 };
      for (const key of [post, aPost('one', '2025-07-12'), aPost('two')]) {
        assert.deepEqual(await opened.ledger.claim(key, one), { kind: 'claimed', attempts: 1 });
      }
    });

    it('are taken until the claim lapses, for the worker who holds it too', async () => {
      await claim('one', 0, 100);
      assert.deepEqual(await claim('one', 99, 200), { kind: 'taken' });
      assert.deepEqual(await claim('two', 99, 200), { kind: 'taken' });
      assert.deepEqual(await claim('two', 100, 200), { kind: 'claimed', attempts: 2 });
      assert.deepEqual(await claim('three', 199, 300), { kind: 'taken' });
    });

    it('are interrupted when the claim lapsed on the way, for everyone who comes after', async () => {
      await claim('one', 0, 100);
      assert.equal(await opened.ledger.markSending(post, 'one', 150), true);
      assert.deepEqual(await claim('two', 149, 250), { kind: 'taken' });
      assert.deepEqual(await claim('two', 150, 250), { kind: 'interrupted', attempts: 2 });
      assert.deepEqual(await claim('three', 250, 350), { kind: 'interrupted', attempts: 3 });
      assert.equal(await opened.ledger.finish(post, 'three', { outcome: 'unconfirmed', at: 251 }), true);
    });

    it('are being sent from the moment at which they are claimed to leave at once', async () => {
      const { ledger } = opened;
      const leaving = { worker: 'one', now: 0, until: 100, leaves: true } as const;
      assert.deepEqual(await ledger.claim(post, leaving), { kind: 'claimed', attempts: 1, leaves: true });
      assert.deepEqual(await ledger.latest(anId('one'), 1), [
        { key: post, state: 'sending', at: 0, attempts: 1 },
      ]);
      assert.deepEqual(await ledger.claim(post, { ...leaving, worker: 'two', now: 99 }), { kind: 'taken' });
      assert.deepEqual(await ledger.claim(post, { ...leaving, worker: 'two', now: 100, until: 200 }), {
        kind: 'interrupted',
        attempts: 2,
      });
      assert.equal(await ledger.finish(post, 'one', { outcome: 'sent', at: 101 }), false);
    });

    it('are not being sent yet when they are claimed to leave after they were released', async () => {
      const { ledger } = opened;
      const leaving = { worker: 'one', now: 0, until: 100, leaves: true } as const;
      await ledger.claim(post, leaving);
      await ledger.release(post, 'one', 50);
      assert.deepEqual(await ledger.claim(post, { ...leaving, now: 50 }), { kind: 'claimed', attempts: 2 });
      assert.equal((await ledger.latest(anId('one'), 1))[0]?.state, 'claimed');
      assert.equal(await ledger.markSending(post, 'one', 100), true);
    });

    it('leave for one worker when a hundred claim the same one to leave at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          opened.ledger.claim(post, { worker: `worker ${index}`, now: 0, until: 100, leaves: true }),
        ),
      );
      assert.equal(results.filter(({ kind }) => kind === 'claimed').length, 1);
      assert.equal(results.filter(({ kind }) => kind === 'taken').length, 99);
    });

    it('do not leave when the claim is another’s now, but do when nobody took it', async () => {
      await claim('one', 0, 100);
      assert.equal(await opened.ledger.markSending(post, 'two', 150), false);
      assert.equal(await opened.ledger.markSending(post, 'one', 150), true);
      assert.equal(await opened.ledger.markSending(aPost('two'), 'one', 150), false);
      await claim('two', 150, 250);
      assert.equal(await opened.ledger.markSending(post, 'one', 250), false);
    });

    it('may be claimed again from the time they were released to', async () => {
      await claim('one', 0, 100);
      await opened.ledger.markSending(post, 'one', 100);
      await opened.ledger.release(post, 'one', 500);
      assert.equal(await opened.ledger.markSending(post, 'one', 600), false);
      assert.deepEqual(await claim('two', 499, 600), { kind: 'taken' });
      assert.deepEqual(await claim('two', 500, 600), { kind: 'claimed', attempts: 2 });
    });

    it('are not released by a stranger', async () => {
      await claim('one', 0, 100);
      await opened.ledger.release(post, 'two', 0);
      assert.deepEqual(await claim('two', 50, 150), { kind: 'taken' });
    });

    for (const outcome of POST_OUTCOMES) {
      it(`are done for good once they ended: ${outcome}`, async () => {
        await claim('one', 0, 100);
        assert.equal(await opened.ledger.finish(post, 'one', { outcome, at: 42 }), true);
        assert.deepEqual(await claim('two', 1000, 2000), { kind: 'done' });
        assert.deepEqual(await opened.ledger.latest(anId('one'), 1), [
          { key: post, state: outcome, at: 42, attempts: 1 },
        ]);
      });
    }

    it('are not ended by a stranger, nor twice, nor before they were claimed', async () => {
      const end = { outcome: 'sent', at: 42 } as const;
      assert.equal(await opened.ledger.finish(post, 'one', end), false);
      await claim('one', 0, 100);
      assert.equal(await opened.ledger.finish(post, 'two', end), false);
      assert.equal(await opened.ledger.finish(post, 'one', end), true);
      assert.equal(await opened.ledger.finish(post, 'one', { outcome: 'gone', at: 43 }), false);
      await opened.ledger.release(post, 'one', 0);
      assert.deepEqual(await claim('two', 1000, 2000), { kind: 'done' });
    });

    it('are told newest day first, as many as asked for, with the reason or link of their end', async () => {
      const detail = 'https://example.org/c/12345/6';
      for (const day of ['2025-07-30', '2025-08-01', '2025-07-31']) {
        await opened.ledger.claim(aPost('one', day), { worker: 'one', now: 7, until: 100 });
      }
      await opened.ledger.finish(aPost('one', '2025-08-01'), 'one', { outcome: 'sent', at: 9, detail });
      assert.deepEqual(await opened.ledger.latest(anId('one'), 2), [
        { key: aPost('one', '2025-08-01'), state: 'sent', at: 9, attempts: 1, detail },
        { key: aPost('one', '2025-07-31'), state: 'claimed', at: 7, attempts: 1 },
      ]);
    });

    it('are another subscription’s once they were handed over, the ended one of two for a day', async () => {
      const { ledger } = opened;
      const claimed = (name: string, day: string) =>
        ledger.claim(aPost(name, day), { worker: name, now: 1, until: 100 });
      const ended = async (name: string, day: string) => {
        await claimed(name, day);
        await ledger.finish(aPost(name, day), name, { outcome: 'sent', at: 9, detail: `by ${name}` });
      };
      await ended('old', '2025-07-11');
      await claimed('new', '2025-07-11');
      await claimed('old', '2025-07-12');
      await ended('new', '2025-07-12');
      await ended('old', '2025-07-13');
      await ended('new', '2025-07-13');
      await claimed('old', '2025-07-14');
      await ledger.handOver(anId('old'), anId('new'));
      assert.deepEqual(await ledger.latest(anId('old'), 9), []);
      assert.deepEqual(
        (await ledger.latest(anId('new'), 9)).map(({ key, state, detail }) => [key.day, state, detail]),
        [
          ['2025-07-14', 'claimed', undefined],
          ['2025-07-13', 'sent', 'by new'],
          ['2025-07-12', 'sent', 'by new'],
          ['2025-07-11', 'sent', 'by old'],
        ],
      );
    });

    it('are removed when they are old, a few at a time, but for the latest of each subscription', async () => {
      const { ledger } = opened;
      for (const [name, day] of [
        ['daily', '2025-01-01'],
        ['daily', '2025-01-02'],
        ['daily', '2025-01-03'],
        ['daily', '2025-04-01'],
        ['paused', '2024-12-30'],
        ['paused', '2024-12-31'],
      ] as const) {
        await ledger.claim(aPost(name, day), { worker: 'w', now: 1, until: 2 });
      }
      const { day } = aPost('daily', '2025-04-01');
      assert.equal(await ledger.prune(day, 2), 2);
      assert.equal(await ledger.prune(day, 200), 2);
      assert.equal(await ledger.prune(day, 200), 0);
      const days = async (name: string) => (await ledger.latest(anId(name), 9)).map(({ key }) => key.day);
      assert.deepEqual(await days('daily'), ['2025-04-01']);
      assert.deepEqual(await days('paused'), ['2024-12-31']);
    });

    it('are forgotten with their subscription, and only with theirs', async () => {
      await claim('one', 0, 100);
      await opened.ledger.claim(aPost('two'), { worker: 'one', now: 0, until: 100 });
      await opened.ledger.forget(anId('one'));
      assert.deepEqual(await opened.ledger.latest(anId('one'), 9), []);
      assert.equal((await opened.ledger.latest(anId('two'), 9)).length, 1);
      assert.deepEqual(await claim('two', 1, 100), { kind: 'claimed', attempts: 1 });
    });
  });
}

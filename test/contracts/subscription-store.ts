import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { PostLedger } from '../../src/core/ports/post-ledger.ts';
import type { SubscriptionStore } from '../../src/core/ports/subscription-store.ts';
import { anAddress, anId, aPerson, aPlace, aPost, aSubscription } from './sample-subscription.ts';

/** An empty store, with the ledger beside it, that is there for one test. */
export interface OpenSubscriptionStore {
  readonly subscriptions: SubscriptionStore;
  readonly ledger: PostLedger;
  close(): Promise<void>;
}

/** What every keeper of subscriptions promises. */
export function subscriptionStoreContract(name: string, open: () => Promise<OpenSubscriptionStore>): void {
  describe(`subscriptions kept in ${name}`, () => {
    let opened: OpenSubscriptionStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const idsDue = async (now: number, limit = 10): Promise<readonly string[]> =>
      (await opened.subscriptions.due(now, limit)).map(({ id }) => id);

    it('come back as they were saved, by id and by address', async () => {
      const { subscriptions } = opened;
      const saved = aSubscription('one');
      await subscriptions.save(saved);
      assert.deepEqual(await subscriptions.find(anId('one')), saved);
      assert.deepEqual(await subscriptions.findAt(anAddress('one')), saved);
    });

    it('are not found where there are none', async () => {
      assert.equal(await opened.subscriptions.find(anId('none')), undefined);
      assert.equal(await opened.subscriptions.findAt(anAddress('none')), undefined);
    });

    it('keep empty lists, both languages, no subscriber and times far ahead', async () => {
      const { subscriber: _, ...unnamed } = aSubscription('one', { dueAt: 4_102_444_800_123, refusals: 3 });
      const settings = { ...unnamed.settings, topics: [], language: 'both', silent: false } as const;
      await opened.subscriptions.save({ ...unnamed, settings, state: 'unreachable' });
      assert.deepEqual(await opened.subscriptions.find(anId('one')), {
        ...unnamed,
        settings,
        state: 'unreachable',
      });
    });

    it('are replaced by a later one with the same id, wherever that stands', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('one'));
      const later = aSubscription('one', { address: anAddress('elsewhere'), dueAt: 5 });
      await subscriptions.save(later);
      assert.deepEqual(await subscriptions.find(anId('one')), later);
      assert.equal(await subscriptions.findAt(anAddress('one')), undefined);
    });

    it('are at most one for each address', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('one'));
      const other = aSubscription('two', { address: anAddress('one') });
      await subscriptions.save(other);
      assert.equal(await subscriptions.find(anId('one')), undefined);
      assert.deepEqual(await subscriptions.findAt(anAddress('one')), other);
    });

    it('are at most one for each address when many are saved there at once', async () => {
      const { subscriptions } = opened;
      const names = Array.from({ length: 12 }, (_, index) => `rival ${index}`);
      await Promise.all(
        names.map((rival) => subscriptions.save(aSubscription(rival, { address: anAddress('one') }))),
      );
      const found = await Promise.all(names.map((rival) => subscriptions.find(anId(rival))));
      assert.equal(found.filter((subscription) => subscription !== undefined).length, 1);
    });

    it('are due from their time on, the longest due first, as many as asked for', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('late', { dueAt: 300 }));
      await subscriptions.save(aSubscription('soon', { dueAt: 100 }));
      await subscriptions.save(aSubscription('later', { dueAt: 200 }));
      assert.deepEqual(await idsDue(99), []);
      assert.deepEqual(await idsDue(200), ['soon', 'later']);
      assert.deepEqual(await idsDue(1000, 2), ['soon', 'later']);
    });

    it('are leafed through in the order in which they are due', async () => {
      const { subscriptions } = opened;
      for (const [name, dueAt] of [
        ['a', 200],
        ['b', 100],
        ['c', 200],
        ['d', 300],
        ['e', 400],
      ] as const)
        await subscriptions.save(aSubscription(name, { dueAt }));
      const after = async (id: string, dueAt: number) =>
        (await subscriptions.due(300, 2, { id: anId(id), dueAt })).map((each) => each.id);
      assert.deepEqual(await idsDue(300, 2), ['b', 'a']);
      assert.deepEqual(await after('a', 200), ['c', 'd']);
      assert.deepEqual(await after('d', 300), []);
      // One that is gone meanwhile marks its place all the same.
      assert.deepEqual(await after('bb', 200), ['c', 'd']);
    });

    it('are not due while they are paused or unreachable', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('paused', { state: 'paused', dueAt: 1 }));
      await subscriptions.save(aSubscription('unreachable', { state: 'unreachable', dueAt: 2 }));
      assert.deepEqual(await idsDue(1000), []);
      assert.equal(await subscriptions.nextDue(), undefined);
      await subscriptions.save(aSubscription('active', { dueAt: 3 }));
      assert.equal(await subscriptions.nextDue(), 3);
    });

    it('go along when their place moves', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('group'));
      await subscriptions.move(anAddress('group'), anAddress('supergroup'), aPlace('supergroup'));
      assert.equal(await subscriptions.findAt(anAddress('group')), undefined);
      const moved = { address: anAddress('supergroup'), place: aPlace('supergroup') };
      assert.deepEqual(
        await subscriptions.findAt(anAddress('supergroup')),
        aSubscription('group', { ...moved }),
      );
    });

    it('give way, when they move, to one that stands there already', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('group'));
      await subscriptions.save(aSubscription('supergroup'));
      await subscriptions.move(anAddress('group'), anAddress('supergroup'), aPlace('supergroup'));
      assert.equal(await subscriptions.find(anId('group')), undefined);
      assert.deepEqual(await subscriptions.findAt(anAddress('supergroup')), aSubscription('supergroup'));
    });

    it('are no longer due once they ended, and go when their time has come, with the entries of their posts', async () => {
      const { subscriptions, ledger } = opened;
      for (const [name, dueAt] of [
        ['first', 100],
        ['second', 200],
        ['third', 300],
      ] as const) {
        await subscriptions.save(aSubscription(name, { state: 'ended', dueAt }));
        await ledger.claim(aPost(name), { worker: 'w', now: 1, until: 2 });
      }
      await subscriptions.save(aSubscription('active', { dueAt: 50 }));
      assert.deepEqual(await idsDue(1000), ['active']);
      assert.equal(await subscriptions.removeEnded(99, 10), 0);
      assert.equal((await subscriptions.findAt(anAddress('first')))?.state, 'ended');
      assert.equal(await subscriptions.removeEnded(250, 1), 1);
      assert.equal(await subscriptions.removeEnded(250, 10), 1);
      assert.equal(await subscriptions.removeEnded(250, 10), 0);
      assert.equal(await subscriptions.findAt(anAddress('first')), undefined);
      assert.deepEqual(await ledger.latest(anId('first'), 9), []);
      assert.equal((await ledger.latest(anId('third'), 9)).length, 1);
      assert.equal((await subscriptions.find(anId('active')))?.state, 'active');
    });

    it('give the entries of their posts to whoever takes their place', async () => {
      const { subscriptions, ledger } = opened;
      await subscriptions.save(aSubscription('one'));
      await ledger.claim(aPost('one'), { worker: 'w', now: 1, until: 2 });
      await ledger.finish(aPost('one'), 'w', { outcome: 'sent', at: 2 });
      await subscriptions.save(aSubscription('two', { address: anAddress('one') }));
      assert.deepEqual(await ledger.claim(aPost('two'), { worker: 'w', now: 3, until: 4 }), { kind: 'done' });
      assert.deepEqual(await ledger.latest(anId('one'), 9), []);
    });

    for (const [state, stays] of [
      ['active', 'supergroup'],
      ['ended', 'group'],
    ] as const) {
      it(`remember the posts of both addresses when they move to where one is ${state}`, async () => {
        const { subscriptions, ledger } = opened;
        await subscriptions.save(aSubscription('group'));
        await subscriptions.save(aSubscription('supergroup', { state }));
        for (const [name, day] of [
          ['group', '2025-07-11'],
          ['supergroup', '2025-07-10'],
        ] as const) {
          await ledger.claim(aPost(name, day), { worker: 'w', now: 1, until: 2 });
          await ledger.finish(aPost(name, day), 'w', { outcome: 'sent', at: 2 });
        }
        await subscriptions.move(anAddress('group'), anAddress('supergroup'), aPlace('supergroup'));
        const left = await subscriptions.findAt(anAddress('supergroup'));
        assert.deepEqual([left?.id, left?.state], [stays, 'active']);
        assert.equal(await subscriptions.findAt(anAddress('group')), undefined);
        const entries = await ledger.latest(anId(stays), 9);
        assert.deepEqual(
          entries.map(({ key }) => key),
          [aPost(stays, '2025-07-11'), aPost(stays, '2025-07-10')],
        );
      });
    }

    it('stay ended when they move to where one is active', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('group', { state: 'ended' }));
      await subscriptions.save(aSubscription('supergroup'));
      await subscriptions.move(anAddress('group'), anAddress('supergroup'), aPlace('supergroup'));
      assert.equal(await subscriptions.find(anId('group')), undefined);
      assert.equal((await subscriptions.findAt(anAddress('supergroup')))?.state, 'active');
    });

    it('may move to a new place under the same address, and from where nothing stands', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('group'));
      await subscriptions.move(anAddress('group'), anAddress('group'), aPlace('server'));
      await subscriptions.move(anAddress('nowhere'), anAddress('group'), aPlace('other'));
      assert.equal((await subscriptions.findAt(anAddress('group')))?.place, aPlace('server'));
    });

    it('are planned anew together with the end of a post', async () => {
      const { subscriptions, ledger } = opened;
      await subscriptions.save(aSubscription('one', { refusals: 2 }));
      const key = aPost('one');
      await ledger.claim(key, { worker: 'worker', now: 1000, until: 2000, leaves: true });
      await subscriptions.replan(
        anId('one'),
        { from: 1000, dueAt: 5000, refusals: 0 },
        { key, worker: 'worker', end: { outcome: 'sent', at: 1234, detail: 'there' } },
      );
      assert.deepEqual(
        await subscriptions.find(anId('one')),
        aSubscription('one', { dueAt: 5000, refusals: 0 }),
      );
      assert.deepEqual(await ledger.latest(anId('one'), 1), [
        { key, state: 'sent', at: 1234, attempts: 1, detail: 'there' },
      ]);
      // The claim was another's: the entry stays, and the plan is changed all the same.
      await subscriptions.replan(
        anId('one'),
        { from: 5000, dueAt: 6000, state: 'unreachable' },
        { key, worker: 'stranger', end: { outcome: 'gone', at: 2345 } },
      );
      assert.deepEqual(
        await subscriptions.find(anId('one')),
        aSubscription('one', { dueAt: 6000, refusals: 0, state: 'unreachable' }),
      );
      assert.equal((await ledger.latest(anId('one'), 1))[0]?.state, 'sent');
    });

    it('keep a plan that somebody has made since, and their end, when they are planned anew', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('one', { dueAt: 1500 }));
      await subscriptions.replan(anId('one'), { from: 1000, dueAt: 5000, refusals: 1 });
      assert.deepEqual(
        await subscriptions.find(anId('one')),
        aSubscription('one', { dueAt: 1500, refusals: 1 }),
      );
      await subscriptions.save(aSubscription('one', { state: 'ended', dueAt: 1500 }));
      await subscriptions.replan(anId('one'), { from: 1500, dueAt: 5000, state: 'active' });
      assert.deepEqual(
        await subscriptions.find(anId('one')),
        aSubscription('one', { state: 'ended', dueAt: 1500 }),
      );
      await subscriptions.replan(anId('none'), { from: 1000, dueAt: 5000 });
      assert.equal(await subscriptions.find(anId('none')), undefined);
    });

    it('go when they are removed, with the entries of their posts', async () => {
      const { subscriptions, ledger } = opened;
      const claim = { worker: 'w', now: 1, until: 2 };
      for (const each of ['one', 'two']) {
        await subscriptions.save(aSubscription(each));
        await ledger.claim(aPost(each), claim);
      }
      await subscriptions.remove(anId('one'));
      assert.equal(await subscriptions.find(anId('one')), undefined);
      assert.deepEqual(await ledger.latest(anId('one'), 9), []);
      assert.equal((await ledger.latest(anId('two'), 9)).length, 1);
    });

    it('go when their place is forgotten, with the entries of their posts, and are counted', async () => {
      const { subscriptions, ledger } = opened;
      await subscriptions.save(aSubscription('thread 1', { place: aPlace('server') }));
      await subscriptions.save(aSubscription('thread 2', { place: aPlace('server') }));
      await subscriptions.save(aSubscription('elsewhere'));
      await ledger.claim(aPost('thread 1'), { worker: 'w', now: 1, until: 2 });
      assert.equal(await subscriptions.forgetPlace(aPlace('server')), 2);
      assert.equal(await subscriptions.forgetPlace(aPlace('server')), 0);
      assert.deepEqual(await idsDue(1000), ['elsewhere']);
      assert.deepEqual(await ledger.latest(anId('thread 1'), 9), []);
    });

    it('keep going, without a name, when the person who subscribed is forgotten', async () => {
      const { subscriptions } = opened;
      await subscriptions.save(aSubscription('one', { subscriber: aPerson('An') }));
      await subscriptions.save(aSubscription('two', { subscriber: aPerson('An') }));
      await subscriptions.save(aSubscription('three'));
      assert.equal(await subscriptions.forgetPerson(aPerson('An')), 2);
      assert.equal(await subscriptions.forgetPerson(aPerson('An')), 0);
      const { subscriber: _, ...unnamed } = aSubscription('one');
      assert.deepEqual(await subscriptions.find(anId('one')), unnamed);
      assert.equal((await subscriptions.find(anId('three')))?.subscriber, aPerson('three'));
    });
  });
}

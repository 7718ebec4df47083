import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENTRIES_KEPT_DAYS } from '../../../src/core/daily/keep-tidy.ts';
import type { Address } from '../../../src/core/daily/subscription.ts';
import { aPost } from '../../contracts/sample-subscription.ts';
import { instant, PostOffice } from '../../support/daily/post-office.ts';

const DAY_MS = 86_400_000;

describe('what became of posts', () => {
  it('is kept for three months and then removed, however much there is', async () => {
    const office = new PostOffice('2026-07-10T12:00Z');
    const old = new Date(office.time.now() - (ENTRIES_KEPT_DAYS + 1) * DAY_MS).toISOString().slice(0, 10);
    const young = new Date(office.time.now() - (ENTRIES_KEPT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
    for (let index = 0; index < 500; index += 1) {
      for (const day of [old, young])
        await office.ledger.claim(aPost(`s${index}`, day), { worker: 'w', now: 1, until: 2 });
    }
    const stopping = new AbortController();
    const running = office.engine().run(stopping.signal);
    await office.time.advanceTo(office.time.now() + 10 * 60_000);
    for (let index = 0; index < 500; index += 1)
      assert.deepEqual(await office.entries(`s${index}`), [`${young} claimed`]);
    stopping.abort();
    await running;
  });

  it('is looked through again every day', async () => {
    const office = new PostOffice('2026-07-10T12:00Z');
    const ended = await office.subscribe('a');
    const stopping = new AbortController();
    const running = office.engine().run(stopping.signal);
    await office.time.advanceTo(instant('2026-07-10T13:00Z'));
    await office.store.save({ ...ended, state: 'ended', dueAt: instant('2026-07-10T14:00Z') });
    await office.time.advanceTo(instant('2026-07-11T11:00Z'));
    assert.equal((await office.store.findAt('test:a' as Address))?.state, 'ended');
    await office.time.advanceTo(instant('2026-07-11T13:00Z'));
    assert.equal(await office.store.findAt('test:a' as Address), undefined);
    stopping.abort();
    await running;
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PostOffice } from '../../support/daily/post-office.ts';

const FROZEN_MS = 10 * 60_000;

/** An office whose first worker freezes just when the ledger has let its post go; meanwhile something else happens. */
function officeThatFreezes(now: string, repeatable: boolean, meanwhile: () => Promise<void>): PostOffice {
  const office = new PostOffice(now, repeatable);
  const claim = office.ledger.claim.bind(office.ledger);
  let hasFrozen = false;
  office.ledger.claim = async (key, claimed) => {
    const result = await claim(key, claimed);
    if (claimed.worker === 'frozen' && claimed.leaves === true && !hasFrozen) {
      hasFrozen = true;
      await meanwhile();
    }
    return result;
  };
  return office;
}

describe('a bot that freezes in the moment before a post leaves', () => {
  it('sends nothing any more where another has sent it, however long ago', async () => {
    const office = officeThatFreezes('2026-07-11T00:30Z', true, async () => {
      office.time.jumpTo(office.time.now() + 100_000);
      await office.engine('other').tick();
      office.time.jumpTo(office.time.now() + FROZEN_MS);
    });
    await office.subscribe('a');
    await office.tick(office.engine('frozen'), '2026-07-11T01:00Z');
    assert.equal(office.outbox.requests.length, 1);
    assert.deepEqual(office.posted('a'), ['2026-07-11']);
    assert.deepEqual(await office.entries('a'), ['2026-07-11 sent']);
  });

  it('sends it late where nobody else has taken it', async () => {
    const office = officeThatFreezes('2026-07-11T00:30Z', false, async () => {
      office.time.jumpTo(office.time.now() + FROZEN_MS);
    });
    await office.subscribe('a');
    await office.tick(office.engine('frozen'), '2026-07-11T01:00Z');
    assert.deepEqual(await office.entries('a'), ['2026-07-11 sent']);
  });

  it('does not send it on another day', async () => {
    const office = officeThatFreezes('2026-07-11T00:30Z', false, async () => {
      office.time.jumpTo(office.time.now() + 18 * 3_600_000);
    });
    await office.subscribe('a');
    await office.tick(office.engine('frozen'), '2026-07-11T01:00Z');
    assert.deepEqual(office.posted('a'), []);
  });
});

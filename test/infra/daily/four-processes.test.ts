import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFour } from '../../../bench/daily/run-four.ts';
import { createTestDatabase, WHY_NO_POSTGRES } from '../storage/test-database.ts';

describe('four bots on one database, of which one is killed and one freezes and comes back', () => {
  it('send every daily post once', { skip: WHY_NO_POSTGRES ?? false }, async (test) => {
    const database = await createTestDatabase();
    test.after(() => database.drop());
    const { verdict, interrupted } = await runFour({
      sizes: { telegram: 300, discord: 100 },
      seed: 20_260_711,
      url: database.url,
      speed: 10,
      leaseMs: 1500,
    });
    const { doubled, lost, unexplained, misreported, once, unconfirmedMissing } = verdict;
    test.diagnostic(`${once} arrived, ${interrupted} cut in the act`);
    assert.deepEqual(
      { doubled, lost, unexplained, misreported },
      { doubled: [], lost: [], unexplained: [], misreported: [] },
    );
    assert.equal(once + unconfirmedMissing.length, 396);
  });
});

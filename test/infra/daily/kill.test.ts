import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runThroughKills } from '../../../bench/daily/run-through-kills.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

describe('a bot that is killed again and again while it sends daily posts', () => {
  it('sends none twice and loses none, but for those whose request was cut in the act', async (test) => {
    const { verdict, interrupted } = await runThroughKills({
      sizes: { telegram: 300, discord: 100 },
      kills: 8,
      seed: 20_260_711,
      storage: { kind: 'sqlite', file: join(temporaryFolder(test), 'bot.db') },
      speed: 10,
      leaseMs: 1000,
    });
    const { doubled, lost, unexplained, misreported, unconfirmedThere, unconfirmedMissing, once } = verdict;
    test.diagnostic(
      `${once} arrived, ${interrupted} cut in the act, of these unconfirmed: ${unconfirmedThere.length} that arrived and ${unconfirmedMissing.length} that did not`,
    );
    assert.deepEqual({ doubled, lost, unexplained, misreported }, NOTHING);
    // Everybody but the four who have put the bot out.
    assert.equal(once + unconfirmedMissing.length, 396);
  });
});

const NOTHING = { doubled: [], lost: [], unexplained: [], misreported: [] };

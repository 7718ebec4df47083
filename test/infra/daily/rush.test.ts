import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { runRush } from '../../../bench/daily/run-rush.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

it('sends each of many daily posts that are due in one minute once, however often the platforms fail', async (test) => {
  const { verdict, kicked, refused } = await runRush({
    sizes: { telegram: 160, discord: 40 },
    seed: 20_260_711,
    storage: { kind: 'sqlite', file: join(temporaryFolder(test), 'bot.db') },
    speed: 10,
    faults: { limited: 0.05, serverError: 0.02, cut: 0.02 },
    perSecond: { telegram: 25, discord: 45 },
    firstRetryMs: 2000,
  });
  const { doubled, lost, unexplained, misreported, once, unconfirmedMissing } = verdict;
  test.diagnostic(`${once} arrived; refused: ${[...refused].map((each) => each.join(' ')).join(', ')}`);
  assert.deepEqual(
    { doubled, lost, unexplained, misreported },
    { doubled: [], lost: [], unexplained: [], misreported: [] },
  );
  assert.equal(once + unconfirmedMissing.length, 200 - kicked);
});

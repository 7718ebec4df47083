import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dayIn } from '../../src/core/dates/zones.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { aGapEntry } from '../contracts/gap-store.ts';
import { objectsIn, outputOf, run } from './run.ts';
import { folderWith } from './tiny-folder.ts';

const NOW = Date.UTC(2026, 5, 30, 12);
const daysAgo = (days: number) => dayIn('UTC', NOW - days * 86_400_000);

/** The settings of a bot that keeps questions without an answer, and has kept these. */
async function keptBy(...entries: Parameters<typeof aGapEntry>[]): Promise<Readonly<Record<string, string>>> {
  const folder = folderWith({});
  const storage = await openStorage({ kind: 'sqlite', file: join(folder, 'nhip-cau.db') });
  await storage.gaps.add(
    entries.map((entry) => aGapEntry(...entry)),
    100,
  );
  await storage.close();
  return { DATA_DIR: folder, GAPS: 'on' };
}

const SOME: Parameters<typeof aGapEntry>[] = [
  ['gold price today', { language: 'en', day: daysAgo(3) }],
  ['giá vàng hôm nay', { times: 4, day: daysAgo(1) }],
  ['thời tiết', { day: daysAgo(0) }],
];

describe('nhip-cau gaps', () => {
  it('lists questions, the most asked first, then the latest', async () => {
    assert.equal(
      await outputOf(['gaps'], { environment: await keptBy(...SOME), now: NOW }),
      '4×  “giá vàng hôm nay”  [vi] 2026-06-29\n' +
        '1×  “thời tiết”  [vi] 2026-06-30\n' +
        '1×  “gold price today”  [en] 2026-06-27\n',
    );
  });

  it('prints one JSON object a line, as many as asked for', async () => {
    const environment = await keptBy(...SOME);
    const output = await outputOf(['gaps', '--json', '--limit', '1'], { environment, now: NOW });
    assert.deepEqual(objectsIn(output), [
      { question: 'giá vàng hôm nay', language: 'vi', count: 4, first: '2026-06-29', last: '2026-06-29' },
    ]);
  });

  it('shows none that was last asked thirty days ago, even where the bot has not run since', async () => {
    const environment = await keptBy(['old', { day: daysAgo(30) }], ['new', { day: daysAgo(29) }]);
    const output = await outputOf(['gaps'], { environment, now: NOW });
    assert.equal(output, '1×  “new”  [vi] 2026-06-01\n');
  });

  it('says so when there are none, and how to keep them where that is off', async () => {
    const environment = await keptBy();
    assert.equal(
      await outputOf(['gaps'], { environment, now: NOW }),
      'No question has gone without an answer in the last 30 days.\n',
    );
    const off = await outputOf(['gaps'], { environment: { ...environment, GAPS: 'off' }, now: NOW });
    assert.match(off, /not kept\. GAPS=on keeps them/);
    assert.equal(await outputOf(['gaps', '--json'], { environment, now: NOW }), '');
  });

  it('tells what is wrong with the storage, and ends with 1', async () => {
    const folder = folderWith({ 'nhip-cau.db': 'this is no database' });
    const { code, errors } = await run(['gaps'], { environment: { DATA_DIR: folder } });
    assert.equal(code, 1);
    assert.match(errors, /nhip-cau\.db/);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Timer } from '../../../src/core/ports/timer.ts';
import { type FolderNotice, watchFolder } from '../../../src/infra/files/folder-watcher.ts';
import { folderWith } from '../../cli/tiny-folder.ts';

const POLL_MS = 60_000;
const SETTLE_MS = 5;

/** A timer whose polls never end by themselves, and whose other waits end at once. */
const NEVER_POLLS: Timer = {
  sleep: (ms, signal) =>
    ms < POLL_MS
      ? new Promise((resolve) => setImmediate(resolve))
      : new Promise((resolve) => {
          if (signal?.aborted === true) resolve();
          else signal?.addEventListener('abort', () => resolve(), { once: true });
        }),
};
/** A timer that polls without end. */
const ALWAYS_POLLS: Timer = { sleep: () => new Promise((resolve) => setImmediate(resolve)) };
const NO_NOTICE: FolderNotice = () => () => undefined;

/** How often a change was told; `until` resolves when it was so often. */
function watching(t: TestContext, folder: string, timer: Timer, notice?: FolderNotice) {
  let count = 0;
  let wake = (): void => undefined;
  const stopping = new AbortController();
  const running = watchFolder(
    folder,
    async () => {
      count += 1;
      wake();
    },
    stopping.signal,
    { timer, pollMs: POLL_MS, settleMs: SETTLE_MS, ...(notice === undefined ? {} : { notice }) },
  );
  t.after(async () => {
    stopping.abort();
    await running;
  });
  return {
    until: async (wanted: number) => {
      while (count < wanted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    count: () => count,
  };
}

const CHANGES: readonly (readonly [string, (folder: string) => void])[] = [
  ['a file that is written', (folder) => writeFileSync(join(folder, 'articles/a.md'), 'longer')],
  ['a file that comes', (folder) => writeFileSync(join(folder, 'articles/b.md'), '')],
  ['a file that goes', (folder) => unlinkSync(join(folder, 'articles/a.md'))],
  ['a file that is renamed', (folder) => renameSync(join(folder, 'articles/a.md'), join(folder, 'c.md'))],
  ['a folder that comes', (folder) => mkdirSync(join(folder, 'more'))],
];

describe('watching a folder', () => {
  for (const [change, make] of CHANGES) {
    it(`notices ${change}, by looking again and again`, async (t) => {
      const folder = folderWith({ 'articles/a.md': '' });
      const { until } = watching(t, folder, ALWAYS_POLLS, NO_NOTICE);
      await until(1);
      make(folder);
      await until(2);
    });

    it(`is woken by the system for ${change}`, async (t) => {
      const folder = folderWith({ 'articles/a.md': '' });
      const { until } = watching(t, folder, NEVER_POLLS);
      await until(1);
      make(folder);
      await until(2);
    });
  }

  it('is woken for a file in a folder that came later', async (t) => {
    const folder = folderWith({ 'articles/a.md': '' });
    const { until } = watching(t, folder, NEVER_POLLS);
    await until(1);
    mkdirSync(join(folder, 'more'));
    await until(2);
    writeFileSync(join(folder, 'more/b.md'), '');
    await until(3);
  });

  it('leaves hidden files alone, as editors make them while they save', async (t) => {
    const folder = folderWith({ 'articles/a.md': '' });
    const { until, count } = watching(t, folder, ALWAYS_POLLS, NO_NOTICE);
    await until(1);
    writeFileSync(join(folder, 'articles/.a.md.swp'), 'x');
    writeFileSync(join(folder, 'articles/b.md'), 'x');
    await until(2);
    assert.equal(count(), 2);
  });

  it('ends when told to, also in the middle of a wait', async () => {
    const stopping = new AbortController();
    const folder = folderWith({ 'a.md': '' });
    const running = watchFolder(folder, async () => stopping.abort(), stopping.signal, {
      timer: NEVER_POLLS,
      pollMs: POLL_MS,
    });
    await running;
  });
});

import { openStorage, type StorageChoice } from '../../src/infra/storage/open-storage.ts';
import { createRandom } from '../workload/random.ts';
import { type CohortSizes, makeCohort } from './cohort.ts';
import { type FaultShares, NO_FAULTS } from './faults.ts';
import { glanceAt, type LedgerGlance } from './ledger-glance.ts';
import { LocalPlatforms } from './local-platforms.ts';
import { judge, type Verdict } from './verdict.ts';
import { WorkerProcess } from './worker-process.ts';
import { patienceAt, type WorkerSettings } from './worker-settings.ts';

/** A run in which the only process is killed again and again. */
export interface KillRun {
  readonly sizes: CohortSizes;
  readonly kills: number;
  readonly seed: number;
  readonly storage: Extract<StorageChoice, { kind: 'sqlite' }>;
  /** How many times as fast as real time. */
  readonly speed: number;
  /** Of the engine's patience, which need not hold long for a process that is surely dead. */
  readonly leaseMs: number;
  readonly faults?: FaultShares;
}

export interface KillResult {
  readonly verdict: Verdict;
  /** Posts that were on their way at the moment of a kill. */
  readonly interrupted: number;
  readonly kills: number;
}

const SIX_HOURS_MS = 6 * 3_600_000;

/** Sends a cohort's posts while the process dies at random moments, and looks at what came of it. */
export async function runThroughKills(run: KillRun): Promise<KillResult> {
  const startedAt = Date.now();
  const members = makeCohort(run.sizes, startedAt);
  const storage = await openStorage(run.storage);
  for (const { subscription } of members) await storage.subscriptions.save(subscription);
  await storage.close();
  const perSecond = { telegram: 30 * run.speed, discord: 50 * run.speed };
  const { speed, seed, faults = NO_FAULTS } = run;
  const platforms = new LocalPlatforms({ members, faults, seed, perSecond, speed });
  const root = await platforms.listen();
  const glance = await glanceAt(run.storage);
  const interrupted = new Set<string>();
  const settingsOf = (name: string): WorkerSettings => ({
    name,
    storage: run.storage,
    root,
    limits: {
      telegram: { perSecond: 29 * speed, perPlacePerSecond: speed, concurrency: 8 },
      discord: { perSecond: 45 * speed, perPlacePerSecond: speed, concurrency: 8 },
    },
    options: { ...patienceAt(speed), leaseMs: run.leaseMs, sendTimeoutMs: run.leaseMs / 2, backOffMs: 300 },
  });
  const random = createRandom(seed);
  const moments = Array.from({ length: run.kills }, () => Math.ceil(random() * members.length * 0.9)).sort(
    (a, b) => a - b,
  );
  // The next process is loaded while the one before it works.
  let next = new WorkerProcess();
  try {
    for (const [index, moment] of moments.entries()) {
      const [worker, name] = [next, `worker-${index}`];
      next = new WorkerProcess();
      await worker.begin(settingsOf(name));
      await untilTotal(platforms, moment);
      // Anywhere within the handling of a post.
      await pause(random() * 30);
      await worker.kill();
      for (const id of await glance.sending(name)) interrupted.add(id);
    }
    await next.begin(settingsOf('worker-last'));
    await untilDone(glance, startedAt + SIX_HOURS_MS);
    const verdict = judge(members, platforms, await glance.states(), interrupted);
    return { verdict, interrupted: interrupted.size, kills: run.kills };
  } finally {
    await next.kill();
    await glance.close();
    platforms.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when so many posts have arrived. */
export function untilTotal(platforms: LocalPlatforms, count: number): Promise<void> {
  if (platforms.total >= count) return Promise.resolve();
  return new Promise((resolve) => {
    platforms.onPost = (total) => {
      if (total < count) return;
      platforms.onPost = () => {};
      resolve();
    };
  });
}

/** Resolves when no post is to come before an instant, in milliseconds of the epoch. */
export async function untilDone(glance: LedgerGlance, before: number): Promise<void> {
  while ((await glance.waiting(before)) > 0) await pause(100);
}

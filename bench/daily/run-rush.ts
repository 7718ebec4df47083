import { openStorage, type StorageChoice } from '../../src/infra/storage/open-storage.ts';
import { type CohortSizes, type Member, makeCohort } from './cohort.ts';
import type { FaultShares } from './faults.ts';
import { glanceAt } from './ledger-glance.ts';
import { LocalPlatforms } from './local-platforms.ts';
import { untilDone } from './run-through-kills.ts';
import { judge, type Verdict } from './verdict.ts';
import { WorkerProcess } from './worker-process.ts';
import { patienceAt } from './worker-settings.ts';

/** A run in which one process sends everything that is due in one minute. */
export interface RushRun {
  readonly sizes: CohortSizes;
  readonly seed: number;
  readonly storage: Exclude<StorageChoice, { kind: 'memory' }>;
  readonly speed: number;
  readonly faults: FaultShares;
  /** What the engine is told to keep to, in real time; the platforms enforce 30 and 50. */
  readonly perSecond: { readonly telegram: number; readonly discord: number };
  readonly knowledge?: string;
  /** The engine's first wait after a refusal that is no limit, in real time; absent: as the bot is shipped. */
  readonly firstRetryMs?: number;
}

export interface RushResult {
  readonly verdict: Verdict;
  readonly kicked: number;
  readonly moved: number;
  /** From the start of the engine to the posts, in real seconds (compressed ones times the speed), in order. */
  readonly seconds: { readonly telegram: readonly number[]; readonly discord: readonly number[] };
  /** The least that the platforms' limits allow, in real seconds. */
  readonly bestSeconds: { readonly telegram: number; readonly discord: number };
  readonly overLimit: number;
  readonly refused: ReadonlyMap<number, number>;
  /** Memory of the sending process at each tenth of the posts. */
  readonly megabytes: readonly number[];
}

const SIX_HOURS_MS = 6 * 3_600_000;
const TELEGRAM_PER_SECOND = 30;
const DISCORD_PER_SECOND = 50;

/** Sends a cohort's posts at once, and looks at what came of it. */
export async function runRush(run: RushRun): Promise<RushResult> {
  const { sizes, seed, faults, speed, storage: choice } = run;
  const members = makeCohort(sizes, Date.now());
  const perSecond = { telegram: TELEGRAM_PER_SECOND * speed, discord: DISCORD_PER_SECOND * speed };
  const platforms = new LocalPlatforms({ members, faults, seed, perSecond, speed });
  const root = await platforms.listen();
  await keep(members, choice);
  const glance = await glanceAt(choice);
  const worker = new WorkerProcess();
  try {
    await worker.begin({
      name: 'worker',
      storage: choice,
      root,
      limits: {
        telegram: {
          perSecond: run.perSecond.telegram * speed,
          perPlacePerSecond: speed,
          concurrency: WIDTH * Math.ceil(Math.sqrt(speed)),
        },
        discord: {
          perSecond: run.perSecond.discord * speed,
          perPlacePerSecond: speed,
          concurrency: WIDTH * Math.ceil(Math.sqrt(speed)),
        },
      },
      options: {
        ...patienceAt(speed),
        ...(run.firstRetryMs === undefined ? {} : { firstRetryMs: run.firstRetryMs / speed }),
      },
      ...(run.knowledge === undefined ? {} : { knowledge: run.knowledge }),
    });
    const startedAt = Date.now();
    const megabytes: number[] = [];
    platforms.onPost = (total) => {
      if (total % Math.ceil(members.length / 10) === 0) megabytes.push(worker.residentMegabytes());
    };
    await untilDone(glance, startedAt + SIX_HOURS_MS);
    const took = (at: number): number => ((at - startedAt) / 1000) * speed;
    return {
      verdict: judge(members, platforms, await glance.states(), new Set()),
      kicked: members.filter(({ fate }) => fate === 'kicked').length,
      moved: members.filter(({ fate }) => fate === 'moved').length,
      seconds: {
        telegram: platforms.arrivals.telegram.map(took),
        discord: platforms.arrivals.discord.map(took),
      },
      bestSeconds: {
        telegram: sizes.telegram / TELEGRAM_PER_SECOND,
        discord: sizes.discord / DISCORD_PER_SECOND,
      },
      overLimit: platforms.overLimit,
      refused: platforms.refused,
      megabytes,
    };
  } finally {
    await worker.stop();
    await glance.close();
    platforms.close();
  }
}

/** As many posts at once as the bot has in truth; where time runs faster, more are on their way. */
const WIDTH = 8;

/** Writes a cohort down in a new storage. */
export async function keep(members: readonly Member[], choice: StorageChoice): Promise<void> {
  const storage = await openStorage(choice);
  for (const { subscription } of members) await storage.subscriptions.save(subscription);
  await storage.close();
}

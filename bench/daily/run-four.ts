import { createRandom } from '../workload/random.ts';
import { type CohortSizes, makeCohort } from './cohort.ts';
import { NO_FAULTS } from './faults.ts';
import { glanceAt } from './ledger-glance.ts';
import { LocalPlatforms } from './local-platforms.ts';
import { keep } from './run-rush.ts';
import { untilDone, untilTotal } from './run-through-kills.ts';
import { judge, type Verdict } from './verdict.ts';
import { WorkerProcess } from './worker-process.ts';
import { patienceAt } from './worker-settings.ts';

/** A run of several processes on one database, of which one is killed and one is frozen and comes back. */
export interface FourRun {
  readonly sizes: CohortSizes;
  readonly seed: number;
  /** Of an empty PostgreSQL database. */
  readonly url: string;
  readonly speed: number;
  readonly leaseMs: number;
}

export interface FourResult {
  readonly verdict: Verdict;
  readonly interrupted: number;
  /** From the first post to the last, as the clock on the wall tells it. */
  readonly seconds: number;
  /** Requests that one more process made too many; the processes know nothing of each other's pace. */
  readonly overLimit: number;
}

const PROCESSES = 4;
const SIX_HOURS_MS = 6 * 3_600_000;

/** Sends a cohort's posts by four processes at once, and looks at what came of it. */
export async function runFour(run: FourRun): Promise<FourResult> {
  const { sizes, seed, url, speed, leaseMs } = run;
  const storage = { kind: 'postgres', url } as const;
  const startedAt = Date.now();
  const members = makeCohort(sizes, startedAt);
  await keep(members, storage);
  const perSecond = { telegram: 30 * speed, discord: 50 * speed };
  const platforms = new LocalPlatforms({ members, faults: NO_FAULTS, seed, perSecond, speed });
  const root = await platforms.listen();
  const glance = await glanceAt(storage);
  const random = createRandom(seed);
  const workers = Array.from({ length: PROCESSES }, () => new WorkerProcess());
  const [first, second] = workers;
  try {
    await Promise.all(
      workers.map((worker, index) =>
        worker.begin({
          name: `worker-${index}`,
          storage,
          root,
          // Each has a share of what the platforms allow.
          limits: {
            telegram: { perSecond: (28 * speed) / PROCESSES, perPlacePerSecond: speed, concurrency: 8 },
            discord: { perSecond: (45 * speed) / PROCESSES, perPlacePerSecond: speed, concurrency: 8 },
          },
          options: { ...patienceAt(speed), leaseMs, sendTimeoutMs: leaseMs / 2, backOffMs: 300 },
        }),
      ),
    );
    const interrupted = new Set<string>();
    const note = async (name: string): Promise<void> => {
      for (const id of await glance.sending(name)) interrupted.add(id);
    };
    await untilTotal(platforms, Math.ceil(members.length * (0.1 + random() * 0.2)));
    second?.freeze();
    await note('worker-1');
    await untilTotal(platforms, Math.ceil(members.length * (0.4 + random() * 0.2)));
    await first?.kill();
    await note('worker-0');
    // Until the others have taken over all that the two had in hand, but for what a frozen transaction holds.
    await untilLapsed(leaseMs);
    second?.thaw();
    await untilDone(glance, startedAt + SIX_HOURS_MS);
    // Whoever was frozen may still have a request to make.
    await untilLapsed(leaseMs / 2);
    const verdict = judge(members, platforms, await glance.states(), interrupted);
    const { telegram, discord } = platforms.arrivals;
    const arrivals = [...telegram, ...discord].sort((a, b) => a - b);
    return {
      verdict,
      interrupted: interrupted.size,
      seconds: ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000,
      overLimit: platforms.overLimit,
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await glance.close();
    platforms.close();
  }
}

/** A claim is over when its time is. */
const untilLapsed = (leaseMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, leaseMs * 1.5));

import type { PostEngineOptions } from '../../src/core/daily/engine-options.ts';
import type { SendLimits } from '../../src/core/daily/rate-limiter.ts';
import type { StorageChoice } from '../../src/infra/storage/open-storage.ts';

/** What a process that sends daily posts is told. */
export interface WorkerSettings {
  /** Names it in the ledger; a start anew is another worker. */
  readonly name: string;
  readonly storage: StorageChoice;
  /** Where the local platforms listen, without a slash at the end. */
  readonly root: string;
  readonly limits: { readonly telegram: SendLimits; readonly discord: SendLimits };
  readonly options: Partial<PostEngineOptions>;
  /** A folder of knowledge to make real posts of; absent: one short line. */
  readonly knowledge?: string;
}

/** How patient an engine is when time runs `speed` times as fast. */
export const patienceAt = (speed: number): Partial<PostEngineOptions> => ({
  leaseMs: 90_000 / speed,
  repeatWindowMs: 180_000 / speed,
  sendTimeoutMs: 30_000 / speed,
  firstRetryMs: 30_000 / speed,
  longestRetryMs: 1_800_000 / speed,
  backOffMs: 15_000 / speed,
  longestSleepMs: 1000,
  // The loop looks once a second at most, however fast the time.
  batch: 200 * Math.ceil(speed),
});

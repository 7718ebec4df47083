import { DEFAULT_ENGINE_OPTIONS, type PostEngineOptions } from '../../src/core/daily/engine-options.ts';
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

const SHIPPED = DEFAULT_ENGINE_OPTIONS;

/** How patient an engine is when time runs `speed` times as fast. */
export const patienceAt = (speed: number): Partial<PostEngineOptions> => ({
  leaseMs: SHIPPED.leaseMs / speed,
  repeatWindowMs: SHIPPED.repeatWindowMs / speed,
  sendTimeoutMs: SHIPPED.sendTimeoutMs / speed,
  firstRetryMs: SHIPPED.firstRetryMs / speed,
  longestRetryMs: SHIPPED.longestRetryMs / speed,
  backOffMs: SHIPPED.backOffMs / speed,
  longestSleepMs: 1000,
  // The loop looks once a second at most, however fast the time.
  batch: SHIPPED.batch * Math.ceil(speed),
});

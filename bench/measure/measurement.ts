import type { EngineName } from '../engines/catalogue.ts';
import type { QuestionGroup } from '../workload/bench-question.ts';

/** Milliseconds per question. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Shares of the questions with a right record first, and among the first three. */
export interface Quality {
  readonly questions: number;
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** Share of the questions it undertook to answer; the peers undertake all. */
  readonly answered: number;
}

/** What one engine did with one corpus. */
export interface Measurement {
  readonly engine: EngineName;
  readonly buildMilliseconds: number;
  readonly loadMilliseconds?: number;
  readonly bytes: number;
  readonly textBytes: number;
  /** Questions that were asked; a slow engine may have been stopped before the last. */
  readonly questions: number;
  readonly rounds: number;
  /** Every question for the first time: nothing about it is remembered. */
  readonly first: Latency;
  /** Medians over all rounds. */
  readonly latency: Latency;
  readonly p50ByRound: readonly number[];
  readonly quality: ReadonlyMap<QuestionGroup, Quality>;
}

/** All engines on one corpus. */
export interface CorpusMeasurement {
  readonly sentences: number;
  readonly records: number;
  readonly measurements: readonly Measurement[];
}

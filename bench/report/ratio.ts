import { YARDSTICK } from '../engines/catalogue.ts';
import type { CorpusMeasurement, Measurement } from '../measure/measurement.ts';
import { median } from '../measure/quantile.ts';

/** An engine that ran out of time before so many questions is not judged by them. */
export const ENOUGH_QUESTIONS = 20;

/** The engine all others are compared with, if it took part. */
export const yardstickOf = ({ measurements }: CorpusMeasurement): Measurement | undefined =>
  measurements.find(({ engine }) => engine === YARDSTICK);

/** How many times as long one engine's median question takes as another's: the median over rounds run side by side. */
export function p50Ratio(engine: Measurement, other: Measurement): number {
  const both = Math.min(engine.p50ByRound.length, other.p50ByRound.length);
  const ratios = engine.p50ByRound
    .slice(0, both)
    .map((p50, round) => p50 / (other.p50ByRound[round] ?? Number.NaN));
  return median(ratios);
}

/** How an engine's time per question grows from a smaller corpus to a larger one. */
export interface Growth {
  readonly engine: string;
  readonly sentences: number;
  readonly p50: number;
}

/** Both as ratios, larger to smaller; below linear when `p50` is below `sentences`. */
export function growthBetween(small: CorpusMeasurement, large: CorpusMeasurement): readonly Growth[] {
  return large.measurements.flatMap((after): Growth[] => {
    const before = small.measurements.find(({ engine }) => engine === after.engine);
    if (before === undefined || Math.min(before.questions, after.questions) < ENOUGH_QUESTIONS) return [];
    return [
      {
        engine: after.engine,
        sentences: large.sentences / small.sentences,
        p50: after.latency.p50 / before.latency.p50,
      },
    ];
  });
}

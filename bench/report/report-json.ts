import { cpus } from 'node:os';
import { growthBetween, p50Ratio, yardstickOf } from './ratio.ts';
import type { BenchResult } from './render-report.ts';

/** The result as one JSON object: milliseconds, bytes, shares. */
export function reportJson({ corpora, coldStart }: BenchResult): Record<string, unknown> {
  return {
    node: process.version,
    processors: cpus().map(({ model }) => model),
    corpora: corpora.map((corpus) => {
      const yardstick = yardstickOf(corpus);
      return {
        ...corpus,
        measurements: corpus.measurements.map((measurement) => ({
          ...measurement,
          quality: Object.fromEntries(measurement.quality),
          ...(yardstick === undefined
            ? {}
            : {
                buildRatio: measurement.buildMilliseconds / yardstick.buildMilliseconds,
                p50Ratio: p50Ratio(measurement, yardstick),
              }),
        })),
      };
    }),
    growth: corpora.slice(1).flatMap((large, index) => {
      const small = corpora[index];
      return small === undefined
        ? []
        : [{ from: small.sentences, to: large.sentences, engines: growthBetween(small, large) }];
    }),
    coldStart: coldStart ?? null,
  };
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { METRICS, type Summary } from './summary.ts';

const floorFile = z.strictObject({
  comment: z.string(),
  /** Set, then class, then measure. */
  floors: z.record(
    z.string(),
    z.record(z.string(), z.partialRecord(z.enum(METRICS), z.number().min(0).max(1))),
  ),
});

/** The least that each measure of each class of each set may be. */
export type Floors = z.output<typeof floorFile>['floors'];

/** @throws an error that says what is wrong with the file. */
export const readFloors = (path: URL): Floors =>
  floorFile.parse(JSON.parse(readFileSync(path, 'utf8'))).floors;

/** One sentence for each measure below its floor, or no longer measured; empty when all is well. */
export function belowFloor(
  floors: Floors,
  sets: ReadonlyMap<string, ReadonlyMap<string, Summary>>,
): readonly string[] {
  const complaints: string[] = [];
  for (const [set, groups] of Object.entries(floors)) {
    for (const [group, metrics] of Object.entries(groups)) {
      const summary = sets.get(set)?.get(group);
      for (const metric of METRICS) {
        const floor = metrics[metric];
        if (floor === undefined) continue;
        const value = summary?.values[metric];
        if (value === undefined) complaints.push(`${set}, ${group}: ${metric} was not measured.`);
        else if (value < floor)
          complaints.push(`${set}, ${group}: ${metric} is ${value.toFixed(3)}, below ${floor}.`);
      }
    }
  }
  return complaints;
}

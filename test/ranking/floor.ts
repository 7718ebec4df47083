import { readFileSync } from 'node:fs';
import { JsonObject, parseJson } from './json-lines.ts';
import { METRICS, type Metric, type Summary } from './summary.ts';

/** The least a measure of a class of a set may be. */
export interface Floor {
  readonly set: string;
  readonly group: string;
  readonly metric: Metric;
  readonly least: number;
}

/**
 * Reads `{"comment", "floors": {set: {class: {measure: least}}}}`.
 *
 * @throws ReportError when it is not so.
 */
export function readFloors(path: URL): readonly Floor[] {
  const floors = new JsonObject('floor.json', parseJson(readFileSync(path, 'utf8'))).object('floors');
  return floors.keys().flatMap((set) => {
    const groups = floors.object(set);
    return groups.keys().flatMap((group) => {
      const metrics = groups.object(group);
      return METRICS.filter((metric) => metrics.keys().includes(metric)).map((metric) => ({
        set,
        group,
        metric,
        least: metrics.share(metric),
      }));
    });
  });
}

/** One sentence for each measure below its floor, or no longer measured; empty when all is well. */
export function belowFloor(
  floors: readonly Floor[],
  sets: ReadonlyMap<string, ReadonlyMap<string, Summary>>,
): readonly string[] {
  return floors.flatMap(({ set, group, metric, least }) => {
    const value = sets.get(set)?.get(group)?.values[metric];
    if (value === undefined) return [`${set}, ${group}: ${metric} was not measured.`];
    return value < least ? [`${set}, ${group}: ${metric} is ${value.toFixed(3)}, below ${least}.`] : [];
  });
}

/** A mark on an axis. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** What one direction of a plot means, with its unit in the label. */
export interface Axis {
  readonly scale: 'linear' | 'logarithmic';
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly ticks: readonly Tick[];
}

/** Where a value lies between two places; what is off the axis lies at its end. */
export function placeOn({ scale, from, to }: Axis, value: number, first: number, last: number): number {
  const measure = scale === 'linear' ? (each: number): number => each : Math.log10;
  const within = Math.min(Math.max(value, from), to);
  const part = (measure(within) - measure(from)) / (measure(to) - measure(from));
  return first + part * (last - first);
}

/** From 0 to at least `most`, with about five round ticks. */
export function linearAxis(most: number, label: string): Axis {
  const rough = Math.max(most, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power;
  const count = Math.ceil(most / step - 1e-9);
  const ticks = Array.from({ length: Math.max(count, 1) + 1 }, (_, index) => ({
    at: index * step,
    label: (index * step).toLocaleString('en'),
  }));
  return { scale: 'linear', from: 0, to: ticks.at(-1)?.at ?? most, label, ticks };
}

const SECOND_MS = 1000;

/** Durations from a millisecond on, each tick ten times the one before. */
export function durationAxis(mostMs: number, label: string): Axis {
  const powers = Math.max(3, Math.ceil(Math.log10(mostMs)));
  const ticks = Array.from({ length: powers + 1 }, (_, power) => {
    const at = 10 ** power;
    return { at, label: at < SECOND_MS ? `${at} ms` : `${(at / SECOND_MS).toLocaleString('en')} s` };
  });
  return { scale: 'logarithmic', from: 1, to: 10 ** powers, label, ticks };
}

/** Time in milliseconds from 0, with ticks in minutes and seconds. */
export function timeAxis(mostMs: number, label: string): Axis {
  const steps = [5, 10, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND_MS);
  const step = steps.find((each) => mostMs / each <= 14) ?? 600 * SECOND_MS;
  const ticks = Array.from({ length: Math.floor(mostMs / step) + 1 }, (_, index) => {
    const seconds = (index * step) / SECOND_MS;
    return {
      at: index * step,
      label: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    };
  });
  return { scale: 'linear', from: 0, to: mostMs, label, ticks };
}

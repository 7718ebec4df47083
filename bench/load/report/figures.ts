import { quantile } from '../../measure/quantile.ts';
import type { RequestRecord } from '../request-book.ts';
import type { LoadResult } from '../run-load.ts';
import type { LoadSummary } from '../summary.ts';
import { aboutWay, type PlatformName, type RequestKind } from '../ways.ts';
import { durationAxis, linearAxis, timeAxis } from './axis.ts';
import { type Annotation, plot, type Series } from './plot.ts';

/** A plot with its name as a file and what is to be said of it. */
export interface Figure {
  readonly name: string;
  readonly svg: string;
  readonly caption: string;
}

const BIN_MS = 5000;
const KINDS: readonly RequestKind[] = ['question', 'lookup', 'inline', 'completion', 'button'];
const KIND_NAMES: Readonly<Record<RequestKind, string>> = {
  question: 'questions',
  lookup: 'lookups',
  inline: 'inline queries',
  completion: 'completions',
  button: 'buttons',
};
const PLATFORMS: readonly PlatformName[] = ['telegram', 'discord'];
const NAMES = { telegram: 'Telegram', discord: 'Discord' } as const;

/** What the run looked like, in pictures. */
export function figuresOf(result: LoadResult, summary: LoadSummary): readonly Figure[] {
  const endMs = Math.max(
    result.trafficMs,
    ...result.records.map(({ answeredAt }) => answeredAt ?? 0),
    lastPost(result),
  );
  const x = timeAxis(endMs, 'time since the traffic began (minutes:seconds, real time)');
  const outages: readonly Annotation[] = [
    { kind: 'stretch', ...result.databaseOut, label: 'database away' },
    { kind: 'stretch', ...result.telegramOut, label: 'Telegram away' },
  ];
  const events: readonly Annotation[] = [
    ...outages,
    { kind: 'moment', at: result.edit.savedAt, label: 'knowledge edited' },
    ...(result.postsDueAt > 0
      ? [{ kind: 'moment', at: result.postsDueAt, label: 'posts due' } as const]
      : []),
  ];
  return [
    latency(result, x, events),
    traffic(result, x, events),
    waiting(result, x, events),
    posts(result, x, events),
    memory(result, summary, x, events),
    load(result, x, events),
  ];
}

type X = ReturnType<typeof timeAxis>;

function latency({ records }: LoadResult, x: X, events: readonly Annotation[]): Figure {
  const answered = records.flatMap((record) =>
    record.answeredAt === undefined
      ? []
      : [
          {
            x: record.askedAt,
            y: record.answeredAt - record.askedAt,
            platform: aboutWay(record.way).platform,
          },
        ],
  );
  const title = 'How long people waited for an answer';
  const over = (share: number): Series['values'] =>
    inBins(answered).map(({ middle, values }) => ({
      x: middle,
      y: quantile(
        values.map(({ y }) => y),
        share,
      ),
    }));
  return {
    name: 'latency',
    caption: `${title}: from writing, typing or pressing to the answer. Each dot is a request, at the time when it was asked; the lines are quantiles over five seconds.`,
    svg: plot({
      title,
      x,
      y: durationAxis(Math.max(...answered.map(({ y }) => y)), 'time to the answer'),
      series: [
        ...PLATFORMS.map(
          (platform, index): Series => ({
            kind: 'points',
            name: NAMES[platform],
            colour: index + 1,
            values: answered.filter((each) => each.platform === platform),
          }),
        ),
        { kind: 'line', name: 'median', colour: 6, values: over(0.5) },
        { kind: 'line', name: '99 % within', colour: 4, values: over(0.99) },
      ],
      annotations: [...events, { kind: 'level', at: 100, label: '100 ms' }],
    }),
  };
}

function traffic({ records, trafficMs }: LoadResult, x: X, events: readonly Annotation[]): Figure {
  const bins = inBins(records.map((record) => ({ x: record.askedAt, record }))).filter(
    ({ middle }) => middle < trafficMs,
  );
  const stacked = KINDS.map((_, index): Series['values'] =>
    bins.map(({ middle, values }) => {
      const perSecond = (kinds: readonly RequestKind[]): number =>
        (values.filter(({ record }) => kinds.includes(aboutWay(record.way).kind)).length * 1000) / BIN_MS;
      return { x: middle, y: perSecond(KINDS.slice(0, index + 1)), base: perSecond(KINDS.slice(0, index)) };
    }),
  );
  const title = 'What people asked for';
  return {
    name: 'requests',
    caption: `${title}: requests a second on both platforms, one kind on top of the other, over five seconds.`,
    svg: plot({
      title,
      x,
      y: linearAxis(Math.max(...(stacked.at(-1) ?? []).map(({ y }) => y)), 'requests a second'),
      series: KINDS.map((kind, index) => ({
        kind: 'area',
        name: KIND_NAMES[kind],
        colour: index + 1,
        values: stacked[index] ?? [],
      })),
      annotations: events,
    }),
  };
}

function waiting({ records, samples }: LoadResult, x: X, events: readonly Annotation[]): Figure {
  const series = PLATFORMS.map((platform, index): Series => {
    const own = records.filter(({ way }) => aboutWay(way).platform === platform);
    const values = samples.map(({ at }) => ({ x: at, y: own.filter((each) => isOpen(each, at)).length }));
    return { kind: 'line', name: NAMES[platform], colour: index + 1, values };
  });
  const title = 'Requests that waited for an answer';
  return {
    name: 'waiting',
    caption: `${title}: looked at every second. While Telegram is away, what people write waits there.`,
    svg: plot({ title, x, y: linearAxis(highest(series), 'requests'), series, annotations: events }),
  };
}

const isOpen = ({ askedAt, answeredAt }: RequestRecord, at: number): boolean =>
  askedAt <= at && (answeredAt === undefined || answeredAt > at);

function posts(result: LoadResult, x: X, events: readonly Annotation[]): Figure {
  const series = PLATFORMS.map((platform, index): Series => {
    const times = result.posts[platform].flat().toSorted((a, b) => a - b);
    const values = result.samples.map(({ at }) => ({ x: at, y: times.filter((time) => time <= at).length }));
    return {
      kind: 'line',
      name: `${NAMES[platform]} (${result.expectedPosts[platform]} due)`,
      colour: index + 1,
      values,
    };
  });
  const title = 'Daily posts that have arrived';
  return {
    name: 'posts',
    caption: `${title}, beside the questions. Telegram takes 30 messages a second in all.`,
    svg: plot({ title, x, y: linearAxis(highest(series), 'posts'), series, annotations: events }),
  };
}

function memory(
  { samples }: LoadResult,
  { memory: { most } }: LoadSummary,
  x: X,
  events: readonly Annotation[],
): Figure {
  const values = samples.map(({ at, residentMegabytes }) => ({ x: at, y: residentMegabytes }));
  const title = 'Memory of the bot';
  return {
    name: 'memory',
    caption: `${title}: resident, sampled every second. Edited knowledge is read by a thread of its own, for which the process grows once.`,
    svg: plot({
      title,
      x,
      y: linearAxis(most, 'resident memory (MB)'),
      series: [{ kind: 'line', name: 'resident memory', colour: 1, values }],
      annotations: events,
    }),
  };
}

function load({ samples }: LoadResult, x: X, events: readonly Annotation[]): Figure {
  const values = samples.map(({ at, load: average }) => ({ x: at, y: average }));
  const title = 'Load of the machine';
  return {
    name: 'load',
    caption: `${title}: processes that run or wait to run, averaged over a minute by the system. The bot and the platforms that ask it are two of them; more than two share two processors.`,
    svg: plot({
      title,
      x,
      y: linearAxis(Math.max(2, ...values.map(({ y }) => y)), 'load average'),
      series: [{ kind: 'line', name: 'load average', colour: 5, values }],
      annotations: [...events, { kind: 'level', at: 2, label: 'two processors' }],
    }),
  };
}

const highest = (series: readonly Series[]): number =>
  Math.max(...series.flatMap(({ values }) => values.map(({ y }) => y)));

const lastPost = ({ posts: { telegram, discord } }: LoadResult): number =>
  Math.max(0, ...telegram.flat(), ...discord.flat());

interface Bin<Item> {
  readonly middle: number;
  readonly values: readonly Item[];
}

function inBins<Item extends { readonly x: number }>(items: readonly Item[]): readonly Bin<Item>[] {
  const bins = new Map<number, Item[]>();
  for (const item of items) {
    const bin = Math.floor(item.x / BIN_MS);
    bins.set(bin, [...(bins.get(bin) ?? []), item]);
  }
  return [...bins]
    .toSorted(([a], [b]) => a - b)
    .map(([bin, values]) => ({ middle: (bin + 0.5) * BIN_MS, values }));
}

import { quantile } from '../measure/quantile.ts';
import type { Interval } from './disturbances.ts';
import type { RequestRecord } from './request-book.ts';
import { FLOOD_LIMITS, type LoadResult } from './run-load.ts';
import { aboutWay, type PlatformName, WAYS, type Way } from './ways.ts';

/** Quantiles in milliseconds. */
export interface Quantiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** How long answers took, from asking and from when the platform handed the question out. */
export interface Latency {
  readonly asked: Quantiles;
  readonly handed: Quantiles;
}

/** An outage, and how long people felt it. */
export interface Outage extends Interval {
  /** When nobody had waited longer than a second any more, in milliseconds since the traffic began. */
  readonly feltUntil: number;
}

/** What became of all requests of one way, or of all. */
export interface Count {
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  readonly apologised: number;
}

/** The run in numbers. */
export interface LoadSummary {
  readonly counts: Count;
  readonly ways: readonly { readonly way: Way; readonly count: Count; readonly outside: Latency }[];
  readonly outages: { readonly database: Outage; readonly telegram: Outage };
  /** Outside of outages: of Telegram's, what was asked on Discord is outside. */
  readonly outside: Latency;
  /** The same without answers that Telegram's limit for all messages of a bot held up, and how many those are. */
  readonly unheld: { readonly latency: Latency; readonly held: number };
  /** The same at parts of the run. */
  readonly stretches: readonly { readonly name: string; readonly latency: Latency }[];
  readonly posts: {
    readonly due: number;
    readonly once: number;
    readonly doubled: number;
    readonly missing: number;
    /** Those of which the bot says that it does not know whether they arrived: their connection was cut. */
    readonly unconfirmed: number;
    /** Seconds from the hour to the last post. */
    readonly lastAfter: { readonly telegram: number; readonly discord: number };
  };
  readonly memory: Memory;
  readonly load: { readonly least: number; readonly median: number; readonly most: number };
}

/** Medians in megabytes; see {@link memoryOf}. */
export interface Memory {
  readonly firstQuarter: number;
  readonly secondQuarter: number;
  readonly thirdQuarter: number;
  readonly fourthQuarter: number;
  readonly most: number;
}

/** Whoever waits longer than this feels an outage. */
const LONG_WAIT_MS = 1000;

export function summarise(result: LoadResult): LoadSummary {
  const { records, databaseOut, telegramOut, edit } = result;
  const database = feltBy(databaseOut, records);
  const telegram = feltBy(
    telegramOut,
    records.filter((record) => platformOf(record) === 'telegram'),
  );
  const isOutside = (record: RequestRecord): boolean =>
    !touches(record, database) && (platformOf(record) !== 'telegram' || !touches(record, telegram));
  const outside = records.filter(isOutside);
  const posting = { from: result.postsDueAt, to: Math.max(0, ...allPosts(result)) };
  const reloading = { from: edit.savedAt, to: edit.servedAt ?? edit.savedAt };
  const isQuiet = (record: RequestRecord): boolean =>
    !touches(record, posting) && !touches(record, reloading);
  const isHeld = (record: RequestRecord): boolean => isHeldByLimit(record, result.telegramMessages);
  const within = (interval: Interval): Latency =>
    latencyOf(records.filter((record) => touches(record, interval)));
  return {
    counts: countOf(records),
    ways: WAYS.map(({ way }) => ({
      way,
      count: countOf(records.filter((record) => record.way === way)),
      outside: latencyOf(outside.filter((record) => record.way === way)),
    })),
    outages: { database, telegram },
    outside: latencyOf(outside),
    unheld: {
      latency: latencyOf(outside.filter((each) => !isHeld(each))),
      held: outside.filter(isHeld).length,
    },
    stretches: [
      { name: 'nothing else going on', latency: latencyOf(outside.filter(isQuiet)) },
      { name: 'while posts go out', latency: latencyOf(outside.filter((each) => touches(each, posting))) },
      {
        name: 'while edited knowledge is read',
        latency: latencyOf(outside.filter((each) => touches(each, reloading))),
      },
      {
        name: 'database away (until felt no more)',
        latency: within({ from: database.from, to: database.feltUntil }),
      },
      {
        name: 'Telegram away (until felt no more), on Telegram',
        latency: latencyOf(
          records.filter((each) => platformOf(each) === 'telegram' && touches(each, telegram)),
        ),
      },
      {
        name: 'Telegram away, on Discord',
        latency: latencyOf(
          records.filter((each) => platformOf(each) === 'discord' && touches(each, telegram)),
        ),
      },
    ],
    posts: postsOf(result),
    memory: memoryOf(result),
    load: loadOf(result),
  };
}

const platformOf = ({ way }: RequestRecord): PlatformName => aboutWay(way).platform;

/**
 * Whether an answer left when Telegram's limit was used up, so that it may have had to wait for it: with it, as many
 * messages had arrived as Telegram takes in a second.
 */
function isHeldByLimit(record: RequestRecord, messages: readonly number[]): boolean {
  const { answeredAt, way } = record;
  // What is offered to an inline query is no message.
  if (answeredAt === undefined || platformOf(record) !== 'telegram' || way === 'telegram-inline')
    return false;
  const before = messages.filter((at) => at > answeredAt - KEPT_SECOND_MS && at <= answeredAt + 1);
  return before.length >= FLOOD_LIMITS.perSecond;
}

/** A second with the ways there and back: the bot counts from when a message has surely arrived. */
const KEPT_SECOND_MS = 1050;

/** Whether somebody waited at some time of an interval; of an outage, as long as it was felt. */
function touches({ askedAt, answeredAt }: RequestRecord, interval: Interval | Outage): boolean {
  const to = 'feltUntil' in interval ? interval.feltUntil : interval.to;
  return askedAt <= to && (answeredAt ?? Number.POSITIVE_INFINITY) >= interval.from;
}

/** An outage is felt until there is a moment after it at which nobody has waited long. */
function feltBy(outage: Interval, records: readonly RequestRecord[]): Outage {
  let feltUntil = outage.to;
  for (const { askedAt, answeredAt } of records.toSorted((a, b) => a.askedAt - b.askedAt)) {
    if (answeredAt === undefined || askedAt + LONG_WAIT_MS > feltUntil) continue;
    feltUntil = Math.max(feltUntil, answeredAt);
  }
  return { ...outage, feltUntil };
}

const countOf = (records: readonly RequestRecord[]): Count => ({
  asked: records.length,
  lost: records.filter(({ answeredAt }) => answeredAt === undefined).length,
  doubled: records.filter(({ doubled }) => doubled).length,
  apologised: records.filter(({ apologised }) => apologised).length,
});

function latencyOf(records: readonly RequestRecord[]): Latency {
  const answered = records.flatMap(({ askedAt, handedAt, answeredAt }) =>
    answeredAt === undefined
      ? []
      : [{ asked: answeredAt - askedAt, handed: answeredAt - (handedAt ?? askedAt) }],
  );
  return {
    asked: quantilesOf(answered.map(({ asked }) => asked)),
    handed: quantilesOf(answered.map(({ handed }) => handed)),
  };
}

const quantilesOf = (values: readonly number[]): Quantiles => ({
  count: values.length,
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  most: quantile(values, 1),
});

const allPosts = ({ posts }: LoadResult): readonly number[] => [...posts.telegram, ...posts.discord].flat();

function postsOf({ posts, expectedPosts, postsDueAt, trouble }: LoadResult): LoadSummary['posts'] {
  const due = expectedPosts.telegram + expectedPosts.discord;
  const chats = [...posts.telegram, ...posts.discord];
  const lastAfter = (times: readonly (readonly number[])[]): number =>
    (Math.max(postsDueAt, ...times.flat()) - postsDueAt) / 1000;
  return {
    due,
    once: chats.filter(({ length }) => length === 1).length,
    doubled: chats.filter(({ length }) => length > 1).length,
    missing: due - chats.length,
    unconfirmed:
      (trouble.get('post telegram unconfirmed') ?? 0) + (trouble.get('post discord unconfirmed') ?? 0),
    lastAfter: { telegram: lastAfter(posts.telegram), discord: lastAfter(posts.discord) },
  };
}

/** The first tenth of the traffic is warming up; what is left is cut into quarters. The edit lies between the halves. */
function memoryOf({ samples, trafficMs, edit }: LoadResult): Memory {
  const begin = trafficMs / 10;
  const cuts = [begin, (begin + edit.savedAt) / 2, edit.savedAt, (edit.savedAt + trafficMs) / 2, trafficMs];
  const within = (index: number): number => {
    const [from = 0, to = 0] = cuts.slice(index, index + 2);
    const taken = samples.filter(({ at }) => at >= from && at < to);
    return quantile(
      taken.map(({ residentMegabytes }) => residentMegabytes),
      0.5,
    );
  };
  return {
    firstQuarter: within(0),
    secondQuarter: within(1),
    thirdQuarter: within(2),
    fourthQuarter: within(3),
    most: Math.max(...samples.map(({ residentMegabytes }) => residentMegabytes)),
  };
}

function loadOf({ samples }: LoadResult): LoadSummary['load'] {
  const loads = samples.map(({ load }) => load);
  return { least: quantile(loads, 0), median: quantile(loads, 0.5), most: quantile(loads, 1) };
}

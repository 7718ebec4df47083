import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadLibrary } from '../../src/cli/load-knowledge.ts';
import { wordsIn } from '../../src/core/chat/words/words.ts';
import { LOCALES } from '../../src/core/locale.ts';
import { createDiscordServer } from '../../test/support/discord/discord-server.ts';
import { createTelegramServer } from '../../test/support/telegram/telegram-server.ts';
import { BotProcess, freePort } from '../relay/bot-process.ts';
import { fromRoot } from '../relay/project-path.ts';
import { LogReader, type Sample, Sampler } from './bot-watch.ts';
import type { Crowd } from './crowd.ts';
import { DiscordCrowd } from './discord-crowd.ts';
import { ADDED, editKnowledge, holdDatabase, type Interval, loseTelegram } from './disturbances.ts';
import { RequestBook, type RequestRecord } from './request-book.ts';
import { makeSchedule, type Visit } from './schedule.ts';
import { makeSubscribers, subscribe } from './subscribers.ts';
import { TelegramCrowd } from './telegram-crowd.ts';
import { aboutWay } from './ways.ts';

/** How much traffic, how fast, and how long what is switched off stays so. */
export interface LoadOptions {
  /** So many minutes' worth of traffic. */
  readonly minutes: number;
  /** How many times as fast as in earnest it comes. */
  readonly speed: number;
  readonly seed: number;
  readonly subscriptions: number;
  /** In real time. */
  readonly databaseOutMs: number;
  readonly telegramOutMs: number;
  /** Whether the posts fall due a tenth of the way in, which takes up to a minute of waiting; else they are due at once. */
  readonly isPostHourAwaited: boolean;
  /** What Node is given to run the bot. */
  readonly argv: readonly string[];
  readonly say: (line: string) => void;
}

/** Everything that was seen. Times are milliseconds since the traffic began. */
export interface LoadResult {
  readonly options: LoadOptions;
  readonly records: readonly RequestRecord[];
  readonly leftOut: number;
  /** When the posts arrived, by chat. */
  readonly posts: {
    readonly telegram: readonly (readonly number[])[];
    readonly discord: readonly (readonly number[])[];
  };
  readonly expectedPosts: { readonly telegram: number; readonly discord: number };
  readonly postsDueAt: number;
  /** When Telegram took something that it counts as a message. */
  readonly telegramMessages: readonly number[];
  readonly trafficMs: number;
  readonly databaseOut: Interval;
  readonly telegramOut: Interval;
  readonly edit: {
    readonly savedAt: number;
    /** When the log said that it was served; absent if it never did. */
    readonly servedAt: number | undefined;
    readonly answeredAt: { readonly telegram: number; readonly discord: number };
  };
  readonly samples: readonly Sample[];
  readonly trouble: ReadonlyMap<string, number>;
  readonly strange: readonly string[];
  readonly refused: {
    readonly telegram: ReadonlyMap<string, number>;
    readonly discord: ReadonlyMap<string, number>;
  };
  /** What the platforms would not have taken. */
  readonly violations: readonly string[];
  readonly survived: boolean;
}

/** When things happen, as parts of the time. */
const PARTS = { posts: 0.1, database: 0.17, edit: 0.5, telegram: 0.63 } as const;
const MINUTE_MS = 60_000;
const TOKEN_OF_DISCORD = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.bench.not-a-token-of-anybody';
/** What Telegram lets a bot send; in one chat short bursts are let through. */
export const FLOOD_LIMITS = { perSecond: 30, perChatPerSecond: 3, perGroupPerMinute: 20 } as const;
const CROWDS = {
  telegram: { people: 1200, groups: 80 },
  discord: { people: 600, guilds: 20, channelsInGuild: 8 },
} as const;
/** What is still open when the traffic has ended may take so long. */
const PATIENCE_MS = 120_000;
const EDITED = 'knowledge/articles/tong-quan.md';
const SERVED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const SETTLE_MS = 1500;
/** Filling the database and starting the bot take less. */
const STARTING_MS = 45_000;
/** Of the same traffic, before anything counts: what runs for the first time runs slowly. */
const WARM_UP_MS = 10_000;

/** One bot on both platforms, asked, disturbed and watched. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { minutes, speed, seed, say } = options;
  const durationMs = (minutes * MINUTE_MS) / speed;
  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-load-'));
  let zero = performance.now();
  const now = (): number => performance.now() - zero;
  const book = new RequestBook(isApology, now);
  const log = new LogReader(now);
  const telegram = await createTelegramServer({
    limits: FLOOD_LIMITS,
    onCall: (call) => crowds?.telegram.heard(call),
  });
  const discord = await createDiscordServer({
    token: TOKEN_OF_DISCORD,
    onCall: (call) => crowds?.discord.heard(call),
  });
  const subscribers = makeSubscribers(options.subscriptions, telegram, discord);
  const crowds = {
    telegram: new TelegramCrowd({
      ...CROWDS.telegram,
      server: telegram,
      book,
      now,
      subscribers: subscribers.telegram,
    }),
    discord: new DiscordCrowd({
      ...CROWDS.discord,
      server: discord,
      book,
      now,
      subscribers: subscribers.discord,
    }),
  };
  const knowledge = join(folder, 'knowledge');
  cpSync(fromRoot('knowledge'), knowledge, { recursive: true });
  const database = join(folder, 'data', 'nhip-cau.db');
  const begin = beginning(options.isPostHourAwaited, durationMs);
  await subscribe(database, subscribers.subscriptions(begin.postsDueAt));
  const schedule = makeSchedule({ durationMs, speed, seed, library: loadLibrary(knowledge).library });
  say(
    `${schedule.length} visits within ${(durationMs / 1000).toFixed(0)} s, ${options.subscriptions} subscriptions.`,
  );

  const bot = new BotProcess(
    options.argv,
    {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: TOKEN_OF_DISCORD,
      DISCORD_API_ROOT: discord.root,
      DATA_DIR: join(folder, 'data'),
      KNOWLEDGE_DIR: knowledge,
      HTTP_PORT: String(await freePort()),
    },
    log.read,
  );
  try {
    await telegram.untilPolled(60_000);
    await discord.until(() => discord.callsTo('PUT /applications/{application_id}/commands').length > 0);
    const { library } = loadLibrary(knowledge);
    const warmUp = makeSchedule({ durationMs: WARM_UP_MS, speed, seed: seed + 1, library });
    zero = performance.now();
    await play(warmUp, crowds, now);
    await sleep(Math.max(SETTLE_MS, begin.startsAt - Date.now()));
    book.clear();
    zero = performance.now();
    const sampler = new Sampler(bot, now, () => book.open);
    const postsDueAt = begin.postsDueAt - Date.now();
    const at = <Result>(part: number, act: () => Promise<Result>): Promise<Result> =>
      sleep(part * durationMs).then(act);
    const during = async (work: () => Promise<void>): Promise<Interval> => {
      const from = now();
      await work();
      return { from, to: now() };
    };
    const [databaseOut, edit, telegramOut] = await Promise.all([
      at(PARTS.database, () => during(() => holdDatabase(database, options.databaseOutMs))),
      at(PARTS.edit, async () => {
        const savedAt = now();
        editKnowledge(join(folder, EDITED));
        return { savedAt, answeredAt: await untilServed(crowds, now) };
      }),
      at(PARTS.telegram, () => during(() => loseTelegram(telegram, options.telegramOutMs))),
      play(schedule, crowds, now),
    ]);
    const trafficMs = now();
    const arrived = (): number => crowds.telegram.posts.size + crowds.discord.posts.size;
    const isDone = (): boolean => book.open === 0 && arrived() === options.subscriptions;
    while (!isDone() && now() < trafficMs + PATIENCE_MS && bot.isAlive) await sleep(LOOK_EVERY_MS);
    // What is said twice may come late.
    await sleep(SETTLE_MS);
    sampler.stop();
    return {
      options,
      records: book.records(),
      leftOut: crowds.telegram.leftOut + crowds.discord.leftOut,
      posts: { telegram: [...crowds.telegram.posts.values()], discord: [...crowds.discord.posts.values()] },
      expectedPosts: { telegram: subscribers.telegram.size, discord: subscribers.discord.size },
      postsDueAt,
      telegramMessages: crowds.telegram.counted,
      trafficMs,
      databaseOut,
      telegramOut,
      edit: { ...edit, servedAt: log.loads.find((loadedAt) => loadedAt > edit.savedAt) },
      samples: sampler.samples,
      trouble: log.trouble,
      strange: log.strange,
      refused: { telegram: crowds.telegram.refused, discord: crowds.discord.refused },
      violations: [
        ...telegram.violations,
        ...discord.violations.map(({ route, place, problem }) => `${route} ${place}: ${problem}`),
      ],
      survived: bot.isAlive,
    };
  } finally {
    await bot.stop();
    await telegram.stop();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Crowds {
  readonly telegram: TelegramCrowd;
  readonly discord: DiscordCrowd;
}

/** Lets everybody come at their time. */
async function play(schedule: readonly Visit[], crowds: Crowds, now: () => number): Promise<void> {
  for (const visit of schedule) {
    const waitMs = visit.at - now();
    if (waitMs > 0) await sleep(waitMs);
    crowds[aboutWay(visit.way).platform].visit(visit);
  }
}

/** Asks on both platforms until the new sentence is told; when that was, NaN where it never came. */
async function untilServed(
  { telegram, discord }: Crowds,
  now: () => number,
): Promise<{ readonly telegram: number; readonly discord: number }> {
  const told = async (crowd: Crowd): Promise<number> => {
    const asking = new AbortController();
    const late = sleep(SERVED_WITHIN_MS, Number.NaN, { ref: false });
    const served = crowd.askUntil(ADDED.question, ADDED.words, asking.signal).then(now);
    const when = await Promise.race([served, late]);
    asking.abort();
    return when;
  };
  const [onTelegram, onDiscord] = await Promise.all([told(telegram), told(discord)]);
  return { telegram: onTelegram, discord: onDiscord };
}

/** When the traffic begins, so that the posts fall due at their part of it: at the beginning of a minute. */
function beginning(
  isAwaited: boolean,
  durationMs: number,
): { readonly startsAt: number; readonly postsDueAt: number } {
  const now = Date.now();
  const minuteAfter = (at: number): number => Math.ceil(at / MINUTE_MS) * MINUTE_MS;
  if (!isAwaited) return { startsAt: now, postsDueAt: minuteAfter(now) - MINUTE_MS };
  const postsDueAt = minuteAfter(now + STARTING_MS + PARTS.posts * durationMs);
  return { startsAt: postsDueAt - PARTS.posts * durationMs, postsDueAt };
}

/** Whether the bot says that something went wrong; its words end with a reference. */
function isApology(text: string): boolean {
  return APOLOGIES.some((words) => text.includes(words));
}

const REFERENCE = 'REFERENCE';
const APOLOGIES = LOCALES.map(
  (locale) => wordsIn(locale).apology(REFERENCE).split(REFERENCE)[0] ?? REFERENCE,
);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireFreshBuild } from '../compiled-core.ts';
import { median, quantile } from '../measure/quantile.ts';
import { renderTable, telling } from '../report/table.ts';
import type { BotProcess } from './bot-process.ts';
import { type CoreProcess, startCore } from './core-process.ts';
import { distinctQuestions } from './distinct-questions.ts';
import { fromRoot } from './project-path.ts';

/** What a bot did with the questions it was asked. */
export interface RelayRun {
  /** From handing out the first question to getting the last reply, in seconds. */
  readonly seconds: number;
  /** From handing out a question to getting its reply, in milliseconds, in the order of questions. */
  readonly latenciesMs: readonly number[];
}

/** A bot in a process of its own, connected to a platform that asks it. */
export interface AskedBot {
  readonly process: BotProcess;
  /** Asks every question once and waits for all replies. */
  ask(questions: readonly string[]): Promise<RelayRun>;
  /** Ends the bot and its platform. */
  stop(): Promise<void>;
}

export const BOT_NAMES = ['echo', 'whole'] as const;
export type BotName = (typeof BOT_NAMES)[number];

/** How the bots of one platform are compared. */
export interface Comparison<Way extends string> {
  readonly ways: readonly Way[];
  /** Starts a bot that keeps its files in `data`; `most` is how many questions it will be asked. */
  readonly start: (bot: BotName, way: Way, data: string, most: number) => Promise<AskedBot>;
  /** Different questions that each is asked in all. */
  readonly questions: number;
  /** In so many rounds, in each of which all are asked the same questions, one after the other. */
  readonly rounds: number;
}

const WARM_UP = 300;

/** Starts a bot with a folder of its own for its files, and cleans up behind both. */
export async function withBot<Result>(
  start: (data: string) => Promise<AskedBot>,
  work: (bot: AskedBot) => Promise<Result>,
): Promise<Result> {
  const data = mkdtempSync(join(tmpdir(), 'bench-bot-'));
  const bot = await start(data);
  try {
    return await work(bot);
  } finally {
    await bot.stop();
    rmSync(data, { recursive: true });
  }
}

/** The questions that bots are warmed up with, and those that are timed. */
export async function questionsFor(count: number): Promise<{
  readonly warmUp: readonly string[];
  readonly timed: readonly string[];
}> {
  const { loadLibrary } = await import('../../src/cli/load-knowledge.ts');
  const all = distinctQuestions(loadLibrary(fromRoot('knowledge')).library, count + WARM_UP);
  return { warmUp: all.slice(0, WARM_UP), timed: all.slice(WARM_UP) };
}

/** What one round took for a question, in seconds. */
interface Round {
  readonly echo: number;
  readonly whole: number;
  readonly answer: number;
}

/** What a way gave: its rounds, and the latencies of both bots. */
interface Compared {
  readonly rounds: readonly Round[];
  readonly latenciesMs: Readonly<Record<BotName, readonly number[]>>;
}

/**
 * Compares the whole bot with a bare echo bot and the core alone, and prints a table. All three are there from the
 * beginning, each in a process of its own, and take turns in short rounds, so that a machine that is now fast and now
 * slow is the same to all.
 */
export async function compareBots<Way extends string>(comparison: Comparison<Way>): Promise<void> {
  requireFreshBuild();
  const { ways, start, questions: count } = comparison;
  const { warmUp, timed } = await questionsFor(count);
  const most = warmUp.length + timed.length;
  const rows: (readonly string[])[] = [];
  for (const way of ways) {
    // The core remembers what it has read closely; it must not have heard the questions of a way before the bot does.
    const core = await startCore();
    await core.ask(warmUp);
    const compared = await withBot(
      (data) => start('echo', way, data, most),
      (echo) =>
        withBot(
          (data) => start('whole', way, data, most),
          async (whole) => {
            for (const bot of [echo, whole]) await bot.ask(warmUp);
            return takeTurns({ echo, whole, core }, timed, comparison.rounds);
          },
        ),
    );
    await core.stop();
    rows.push(...rowsOf(way, compared));
  }
  const heads = ['way', 'bot', 'replies/s', 'p50 ms', 'p99 ms', 'of 1/(echo + answer)'];
  process.stdout.write(`${renderTable([heads, ...rows])}\n`);
}

async function takeTurns(
  { echo, whole, core }: Readonly<Record<BotName, AskedBot>> & { readonly core: CoreProcess },
  questions: readonly string[],
  count: number,
): Promise<Compared> {
  const rounds: Round[] = [];
  const latenciesMs: Record<BotName, number[]> = { echo: [], whole: [] };
  const size = Math.ceil(questions.length / count);
  for (let at = 0; at < questions.length; at += size) {
    const asked = questions.slice(at, at + size);
    const echoed = await echo.ask(asked);
    const answer = await core.ask(asked);
    const answered = await whole.ask(asked);
    latenciesMs.echo.push(...echoed.latenciesMs);
    latenciesMs.whole.push(...answered.latenciesMs);
    rounds.push({
      echo: echoed.seconds / asked.length,
      answer: answer / asked.length,
      whole: answered.seconds / asked.length,
    });
  }
  return { rounds, latenciesMs };
}

function rowsOf(way: string, { rounds, latenciesMs }: Compared): readonly (readonly string[])[] {
  const perQuestion = (part: keyof Round): number => median(rounds.map((round) => round[part]));
  // Of each round by itself: its three parts were measured within the same seconds.
  const share = median(rounds.map(({ echo, answer, whole }) => (echo + answer) / whole));
  return [
    ...BOT_NAMES.map((bot) => [
      way,
      bot,
      telling(1 / perQuestion(bot)),
      telling(quantile(latenciesMs[bot], 0.5)),
      telling(quantile(latenciesMs[bot], 0.99)),
      bot === 'whole' ? `${Math.round(share * 100)} %` : '',
    ]),
    [way, 'core alone', telling(1 / perQuestion('answer')), '', '', ''],
  ];
}

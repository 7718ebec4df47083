import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayIn } from '../../src/core/dates/zones.ts';
import { requireFreshBuild } from '../compiled-core.ts';
import { median, quantile } from '../measure/quantile.ts';
import { renderTable, telling } from '../report/table.ts';
import type { BotProcess } from './bot-process.ts';
import { distinctQuestions } from './distinct-questions.ts';

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
  /** Different questions of each run. */
  readonly questions: number;
  readonly rounds: number;
}

const WARM_UP = 300;
const COMPILED = new URL('../../dist/cli/load-knowledge.js', import.meta.url).href;

/** A path of the project. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

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

/** Compares the whole bot with a bare echo bot and the core alone, and prints a table. */
export async function compareBots<Way extends string>(comparison: Comparison<Way>): Promise<void> {
  requireFreshBuild();
  const { ways, start, questions: count, rounds } = comparison;
  const { warmUp, timed } = await questionsFor(count);
  const rows: (readonly string[])[] = [];
  for (const way of ways) {
    const runs: Record<BotName, RelayRun[]> = { echo: [], whole: [] };
    const answerTimes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const name of BOT_NAMES) {
        const run = await withBot(
          (data) => start(name, way, data, warmUp.length + timed.length),
          async (bot) => {
            await bot.ask(warmUp);
            return bot.ask(timed);
          },
        );
        runs[name].push(run);
      }
      answerTimes.push(await timeCore(warmUp, timed));
    }
    rows.push(...rowsOf(way, count, runs, median(answerTimes)));
  }
  const heads = ['way', 'bot', 'replies/s', 'p50 ms', 'p99 ms', 'of 1/(echo + answer)'];
  process.stdout.write(`${renderTable([heads, ...rows])}\n`);
}

function rowsOf(
  way: string,
  count: number,
  runs: Readonly<Record<BotName, readonly RelayRun[]>>,
  answer: number,
): readonly (readonly string[])[] {
  const perReply = (bot: BotName): number => median(runs[bot].map(({ seconds }) => seconds / count));
  const share = (perReply('echo') + answer) / perReply('whole');
  return [
    ...BOT_NAMES.map((bot) => {
      const latencies = runs[bot].flatMap(({ latenciesMs }) => latenciesMs);
      return [
        way,
        bot,
        telling(1 / perReply(bot)),
        telling(quantile(latencies, 0.5)),
        telling(quantile(latencies, 0.99)),
        bot === 'whole' ? `${Math.round(share * 100)} %` : '',
      ];
    }),
    [way, 'core alone', telling(1 / answer), '', '', ''],
  ];
}

/** Seconds the core alone takes for a question, in this process. */
async function timeCore(warmUp: readonly string[], questions: readonly string[]): Promise<number> {
  // The compiled core, as the bot runs it.
  const core: typeof import('../../src/cli/load-knowledge.ts') = await import(COMPILED);
  const today = dayIn('Asia/Ho_Chi_Minh', Date.now());
  const { answerer } = core.loadKnowledge(fromRoot('knowledge'), today);
  answerer.prepare();
  const options = { language: 'vi' as const, today, limit: 5 };
  for (const question of warmUp) answerer.ask(question, options);
  const started = performance.now();
  for (const question of questions) answerer.ask(question, options);
  return (performance.now() - started) / 1000 / questions.length;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../src/core/dates/zones.ts';
import { requireFreshBuild } from './compiled-core.ts';
import { median, quantile } from './measure/quantile.ts';
import type { RelayRun } from './relay/bot-api-stub.ts';
import { BotProcess } from './relay/bot-process.ts';
import { DiscordStub, type DiscordWay } from './relay/discord-stub.ts';
import { distinctQuestions } from './relay/distinct-questions.ts';
import { renderTable, telling } from './report/table.ts';

const HELP = `npm run bench:discord -- [options]

Questions through the whole bot on Discord and through a bare discord.js echo bot, from a gateway on this machine, as
mentions and as slash commands; the answering core alone beside them. Relaying adds nothing where the bot makes
1 / (time of an echo + time of an answer) replies a second; the share of that is printed. discord.js holds every bot to
fifty requests a second (answers to interactions included); for both bots that is lifted.

  --questions 5000   different questions of each run
  --rounds 2         runs of each bot, in turns
  --limited          leaves discord.js its fifty requests a second`;

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.bench.not-a-token-of-anybody';
const ROOT = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const BOTS = {
  echo: [ROOT('bench/relay/discord-echo.ts')],
  whole: [ROOT('dist/main.js'), 'start'],
} as const;
type BotName = keyof typeof BOTS;
const COMPILED = new URL('../dist/cli/load-knowledge.js', import.meta.url).href;
const WAYS: readonly DiscordWay[] = ['mentions', 'interactions'];
const WARM_UP = 300;

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '2' },
    limited: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Both bots are started in the same way, so that the same loader and the same limits are under both. */
const LOADERS = ['tsx', ...(values.limited ? [] : [ROOT('bench/relay/discord-unlimited.ts')])];

async function measure(
  bot: BotName,
  way: DiscordWay,
  warmUp: readonly string[],
  questions: readonly string[],
): Promise<RelayRun> {
  const stub = new DiscordStub(way, warmUp.length + questions.length);
  const apiRoot = await stub.listen();
  const data = mkdtempSync(join(tmpdir(), 'bench-discord-'));
  const argv = [...LOADERS.flatMap((loader) => ['--import', loader]), ...BOTS[bot]];
  const botProcess = new BotProcess(argv, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: apiRoot,
    DATA_DIR: data,
  });
  await stub.untilReady();
  await stub.ask(warmUp);
  const run = await stub.ask(questions);
  await botProcess.stop();
  stub.close();
  rmSync(data, { recursive: true });
  return run;
}

/** Seconds the core alone takes for a question, in this process. */
async function timeCore(warmUp: readonly string[], questions: readonly string[]): Promise<number> {
  // The compiled core, as the bot runs it.
  const core: typeof import('../src/cli/load-knowledge.ts') = await import(COMPILED);
  const today = dayIn('Asia/Ho_Chi_Minh', Date.now());
  const { answerer } = core.loadKnowledge(ROOT('knowledge'), today);
  answerer.prepare();
  const options = { language: 'vi' as const, today, limit: 5 };
  for (const question of warmUp) answerer.ask(question, options);
  const started = performance.now();
  for (const question of questions) answerer.ask(question, options);
  return (performance.now() - started) / 1000 / questions.length;
}

async function main(): Promise<void> {
  requireFreshBuild();
  const { loadLibrary } = await import('../src/cli/load-knowledge.ts');
  const count = Number(values.questions);
  const rounds = Number(values.rounds);
  const all = distinctQuestions(loadLibrary(ROOT('knowledge')).library, count + WARM_UP);
  const [warmUp, questions] = [all.slice(0, WARM_UP), all.slice(WARM_UP)];
  const rows: string[][] = [];
  for (const way of WAYS) {
    const runs: Record<BotName, RelayRun[]> = { echo: [], whole: [] };
    const answerTimes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const bot of ['echo', 'whole'] as const)
        runs[bot].push(await measure(bot, way, warmUp, questions));
      answerTimes.push(await timeCore(warmUp, questions));
    }
    const perReply = (bot: BotName): number => median(runs[bot].map(({ seconds }) => seconds / count));
    const [echo, whole, answer] = [perReply('echo'), perReply('whole'), median(answerTimes)];
    const share = (echo + answer) / whole;
    for (const bot of ['echo', 'whole'] as const) {
      const latencies = runs[bot].flatMap(({ latenciesMs }) => latenciesMs);
      rows.push([
        way,
        bot,
        telling(1 / perReply(bot)),
        telling(quantile(latencies, 0.5)),
        telling(quantile(latencies, 0.99)),
        bot === 'whole' ? `${Math.round(share * 100)} %` : '',
      ]);
    }
    rows.push([way, 'core alone', telling(1 / answer), '', '', '']);
  }
  const heads = ['way', 'bot', 'replies/s', 'p50 ms', 'p99 ms', 'of 1/(echo + answer)'];
  process.stdout.write(`${renderTable([heads, ...rows])}\n`);
}

if (values.help) process.stdout.write(`${HELP}\n`);
else await main();

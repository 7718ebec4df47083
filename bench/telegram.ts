import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayIn } from '../src/core/dates/zones.ts';
import { requireFreshBuild } from './compiled-core.ts';
import { median, quantile } from './measure/quantile.ts';
import { BotApiStub, type RelayRun } from './relay/bot-api-stub.ts';
import { BotProcess, freePort } from './relay/bot-process.ts';
import { distinctQuestions } from './relay/distinct-questions.ts';
import { renderTable, telling } from './report/table.ts';

const HELP = `npm run bench:telegram -- [options]

Questions through the whole bot on Telegram and through a bare grammY echo bot, from a server on this machine, by long
polling and by webhook; the answering core alone beside them. Relaying adds nothing where the bot makes
1 / (time of an echo + time of an answer) replies a second; the share of that is printed.

  --questions 5000   different questions of each run
  --rounds 2         runs of each bot, in turns
  --memory           besides, 50,000 questions: memory after them compared with after 5,000`;

const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const ROOT = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const BOTS = {
  echo: ['--import', 'tsx', ROOT('bench/relay/telegram-echo.ts')],
  whole: [ROOT('dist/main.js'), 'start'],
} as const;
type BotName = keyof typeof BOTS;
const COMPILED = new URL('../dist/cli/load-knowledge.js', import.meta.url).href;
const WAYS = ['polling', 'webhook'] as const;
type Way = (typeof WAYS)[number];

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '2' },
    memory: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** A bot against a stub of its own, warmed up. */
async function start(bot: BotName, way: Way): Promise<{ stub: BotApiStub; process: BotProcess }> {
  const stub = new BotApiStub();
  const apiRoot = await stub.listen();
  const port = await freePort();
  const webhook =
    way === 'polling'
      ? {}
      : { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`, TELEGRAM_WEBHOOK_PORT: String(port) };
  const settings = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: apiRoot, ...webhook };
  const limits = { TELEGRAM_MESSAGES_PER_SECOND: '10000' };
  const botProcess = new BotProcess(BOTS[bot], bot === 'whole' ? { ...settings, ...limits } : settings);
  await stub.untilReady();
  return { stub, process: botProcess };
}

async function measure(bot: BotName, way: Way, warmUp: readonly string[], questions: readonly string[]) {
  const { stub, process: botProcess } = await start(bot, way);
  await stub.ask(warmUp);
  const run = await stub.ask(questions);
  await botProcess.stop();
  stub.close();
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
  const all = distinctQuestions(loadLibrary(ROOT('knowledge')).library, count + 300);
  const [warmUp, questions] = [all.slice(0, 300), all.slice(300)];
  const rows: string[][] = [];
  const answerTimes: number[] = [];
  for (const way of WAYS) {
    const runs: Record<BotName, RelayRun[]> = { echo: [], whole: [] };
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
  if (values.memory) await measureMemory(questions);
}

async function measureMemory(questions: readonly string[]): Promise<void> {
  const { stub, process: botProcess } = await start('whole', 'polling');
  await stub.ask(questions);
  const early = botProcess.residentMegabytes();
  for (let asked = questions.length; asked < 50_000; asked += questions.length) await stub.ask(questions);
  const late = botProcess.residentMegabytes();
  await botProcess.stop();
  stub.close();
  process.stdout.write(
    `Memory: ${early.toFixed(0)} MB after ${questions.length} updates, ${late.toFixed(0)} MB after 50000 (${((late / early - 1) * 100).toFixed(0)} %).\n`,
  );
}

if (values.help) process.stdout.write(`${HELP}\n`);
else await main();

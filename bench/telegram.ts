import { parseArgs } from 'node:util';
import { BotApiStub } from './relay/bot-api-stub.ts';
import { BotProcess, freePort } from './relay/bot-process.ts';
import { type AskedBot, type BotName, compareBots, questionsFor, withBot } from './relay/compare-bots.ts';
import { fromRoot } from './relay/project-path.ts';

const HELP = `npm run bench:telegram -- [options]

Questions through the whole bot on Telegram and through a bare grammY echo bot, from a server on this machine, by long
polling and by webhook; the answering core alone beside them. Relaying adds nothing where the bot makes
1 / (time of an echo + time of an answer) replies a second; the share of that is printed.

  --questions 5000   different questions that each is asked
  --rounds 20        in so many rounds, in each of which all take their turn
  --memory           besides, 50,000 questions: memory after them compared with after 5,000`;

const TOKEN = '123456789:AAF3hQm1xWv0dUeZk7nRtYpLsJcBg2OiE9M';
const BOTS: Readonly<Record<BotName, readonly string[]>> = {
  echo: [fromRoot('bench/relay/telegram-echo.mjs')],
  // As `npm start`, the container and the service start it.
  whole: ['--max-old-space-size=512', '--max-semi-space-size=32', fromRoot('dist/main.js'), 'start'],
};
const WAYS = ['polling', 'webhook'] as const;
type Way = (typeof WAYS)[number];
/** Memory is compared between these numbers of updates. */
const FEW = 5000;
const MANY = 50_000;

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '20' },
    memory: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function start(bot: BotName, way: Way, data: string): Promise<AskedBot> {
  const stub = new BotApiStub();
  const port = String(await freePort());
  const process = new BotProcess(BOTS[bot], {
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: await stub.listen(),
    TELEGRAM_MESSAGES_PER_SECOND: '10000',
    DATA_DIR: data,
    ...(way === 'polling'
      ? {}
      : { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`, TELEGRAM_WEBHOOK_PORT: port }),
  });
  await stub.untilReady();
  return {
    process,
    ask: (questions) => stub.ask(questions),
    stop: async () => {
      await process.stop();
      stub.close();
    },
  };
}

async function measureMemory(): Promise<void> {
  const { timed } = await questionsFor(FEW);
  const [early, late] = await withBot(
    (data) => start('whole', 'polling', data),
    async (bot) => {
      await bot.ask(timed);
      const before = bot.process.residentMegabytes();
      for (let asked = FEW; asked < MANY; asked += timed.length) await bot.ask(timed);
      return [before, bot.process.residentMegabytes()];
    },
  );
  const growth = ((late / early - 1) * 100).toFixed(0);
  process.stdout.write(
    `Memory: ${early.toFixed(0)} MB after ${FEW} updates, ${late.toFixed(0)} MB after ${MANY} (${growth} %).\n`,
  );
}

if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const [questions, rounds] = [Number(values.questions), Number(values.rounds)];
  await compareBots({ ways: WAYS, start, questions, rounds });
  if (values.memory) await measureMemory();
}

import { parseArgs } from 'node:util';
import { BotProcess } from './relay/bot-process.ts';
import { type AskedBot, type BotName, compareBots } from './relay/compare-bots.ts';
import { DiscordStub, type DiscordWay } from './relay/discord-stub.ts';
import { measureGuilds } from './relay/guild-memory.ts';
import { fromRoot } from './relay/project-path.ts';

const HELP = `npm run bench:discord -- [options]

Questions through the whole bot on Discord and through a bare discord.js echo bot, from a gateway on this machine, as
mentions and as slash commands; the answering core alone beside them. Relaying adds nothing where the bot makes
1 / (time of an echo + time of an answer) replies a second; the share of that is printed. discord.js holds every bot to
fifty requests a second (answers to interactions included); for both bots that is lifted.

  --questions 5000   different questions that each is asked
  --rounds 20        in so many rounds, in each of which all take their turn
  --limited          leaves discord.js its fifty requests a second
  --guilds 1000,5000 instead: memory of the bot in so many servers of usual size, and per 1,000 of them`;

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.bench.not-a-token-of-anybody';
const BOTS: Readonly<Record<BotName, readonly string[]>> = {
  echo: [fromRoot('bench/relay/discord-echo.mjs')],
  // As `npm start`, the container and the service start it.
  whole: ['--max-old-space-size=512', '--max-semi-space-size=32', fromRoot('dist/main.js'), 'start'],
};
const WAYS: readonly DiscordWay[] = ['mentions', 'interactions'];

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '20' },
    guilds: { type: 'string' },
    limited: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** The same limits are under both. */
const UNLIMITED = values.limited ? [] : ['--import', fromRoot('bench/relay/discord-unlimited.mjs')];

async function start(bot: BotName, way: DiscordWay, data: string, most: number): Promise<AskedBot> {
  const stub = new DiscordStub(way, most);
  const argv = [...UNLIMITED, ...BOTS[bot]];
  const process = new BotProcess(argv, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: await stub.listen(),
    DATA_DIR: data,
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

if (values.help) process.stdout.write(`${HELP}\n`);
else if (values.guilds !== undefined) await measureGuilds(values.guilds.split(',').map(Number), TOKEN);
else
  await compareBots({
    ways: WAYS,
    start,
    questions: Number(values.questions),
    rounds: Number(values.rounds),
  });

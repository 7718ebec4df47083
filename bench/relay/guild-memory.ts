import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireFreshBuild } from '../compiled-core.ts';
import { renderTable, telling } from '../report/table.ts';
import { BotProcess } from './bot-process.ts';
import { guildOfUsualSize, usualGuildId } from './discord-guilds.ts';
import { DiscordStub } from './discord-stub.ts';
import { fromRoot } from './project-path.ts';

/** Memory of a bot after collecting garbage, in megabytes. */
interface Held {
  readonly resident: number;
  readonly heap: number;
  readonly buffers: number;
}

/** After it has come up a bot is left alone for so long. */
const SETTLE_MS = 4000;
const MEGABYTE = 1024 * 1024;
const PER = 1000;

/** Starts the whole bot in so many servers each, and prints what a thousand servers cost. */
export async function measureGuilds(counts: readonly number[], token: string): Promise<void> {
  requireFreshBuild();
  const measured: { readonly guilds: number; readonly held: Held }[] = [];
  for (const guilds of [0, ...counts]) measured.push({ guilds, held: await heldIn(guilds, token) });
  const none = measured[0]?.held ?? { resident: 0, heap: 0, buffers: 0 };
  const rows = measured.map(({ guilds, held: { resident, heap, buffers } }) => [
    String(guilds),
    ...[resident, heap, buffers].map(telling),
    ...(guilds === 0
      ? ['', '']
      : [resident - none.resident, heap - none.heap].map((more) => telling((more / guilds) * PER))),
  ]);
  const heads = ['servers', 'resident MB', 'heap MB', 'buffers MB', 'resident per 1,000', 'heap per 1,000'];
  process.stdout.write(`${renderTable([heads, ...rows])}\n`);
}

async function heldIn(guilds: number, token: string): Promise<Held> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-guilds-'));
  const report = join(folder, 'memory.json');
  const stub = new DiscordStub('mentions', 1, { count: guilds, idOf: usualGuildId, make: guildOfUsualSize });
  const bot = new BotProcess(
    ['--expose-gc', '--import', fromRoot('bench/relay/memory-probe.mjs'), fromRoot('dist/main.js'), 'start'],
    {
      DISCORD_TOKEN: token,
      DISCORD_API_ROOT: await stub.listen(),
      DATA_DIR: folder,
      BENCH_MEMORY_FILE: report,
    },
  );
  try {
    await stub.untilReady();
    await sleep(SETTLE_MS);
    // The second time what the first left behind is gone as well.
    for (let time = 0; time < 2; time += 1) {
      rmSync(report, { force: true });
      bot.signal('SIGUSR2');
      while (!existsSync(report) || readFileSync(report, 'utf8') === '') await sleep(100);
      await sleep(1000);
    }
    const { heapUsed, external }: NodeJS.MemoryUsage = JSON.parse(readFileSync(report, 'utf8'));
    return {
      resident: bot.residentMegabytes(),
      heap: heapUsed / MEGABYTE,
      buffers: external / MEGABYTE,
    };
  } finally {
    await bot.stop();
    stub.close();
    rmSync(folder, { recursive: true });
  }
}

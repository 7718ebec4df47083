import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEFAULT_ENGINE_OPTIONS } from '../src/core/daily/engine-options.ts';
import { DISCORD_POST_LIMITS } from '../src/platforms/discord/limits.ts';
import { TELEGRAM_POST_LIMITS } from '../src/platforms/telegram/limits.ts';
import { requireFreshBuild } from './compiled-core.ts';
import { runFour } from './daily/run-four.ts';
import { runRush } from './daily/run-rush.ts';
import { runThroughKills } from './daily/run-through-kills.ts';
import type { Verdict } from './daily/verdict.ts';
import { quantile } from './measure/quantile.ts';

const SHIPPED_RETRY_S = DEFAULT_ENGINE_OPTIONS.firstRetryMs / 1000;

const HELP = `npm run bench:daily -- [options]

Daily posts by the real engine, storage and outboxes to local platforms that enforce Telegram's and Discord's limits
and count what arrives in every chat.

  --part all       rush: 10,000 posts due in one minute, with faults of all kinds
                   kill: the process is killed 20 times while it sends
                   four: four processes on one PostgreSQL, one killed and one frozen (needs --postgres)
  --scale 1        a share of the subscriptions, such as 0.1
  --speed 1        how many times as fast as real time the rush runs (the others always run ten times as fast)
  --telegram ${TELEGRAM_POST_LIMITS.perSecond}    posts a second the rush may send on Telegram, which takes 30; absent: as the bot is shipped
  --retry ${SHIPPED_RETRY_S}        seconds the rush waits first after a server error; absent: as the bot is shipped
  --postgres URL   of an empty database
  --seed 1`;

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'all' },
    scale: { type: 'string', default: '1' },
    speed: { type: 'string', default: '1' },
    telegram: { type: 'string', default: String(TELEGRAM_POST_LIMITS.perSecond) },
    retry: { type: 'string', default: String(SHIPPED_RETRY_S) },
    postgres: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

const scale = Number(values.scale);
const seed = Number(values.seed);
const sizes = { telegram: Math.round(8000 * scale), discord: Math.round(2000 * scale) };
const FAULTS = { limited: 0.01, serverError: 0.01, cut: 0.005 };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sayVerdict(verdict: Verdict): void {
  const { once, doubled, lost, unconfirmedThere, unconfirmedMissing, unexplained, misreported } = verdict;
  say(`  one post: ${once} chats; doubled: ${doubled.length}; lost: ${lost.length}`);
  say(
    `  unconfirmed: ${unconfirmedThere.length} that arrived, ${unconfirmedMissing.length} that did not; without a cut: ${unexplained.length}`,
  );
  say(`  told otherwise than it was: ${misreported.length}`);
  if (unconfirmedMissing.length > 0) say(`  did not arrive: ${unconfirmedMissing.join(' ')}`);
}

async function rush(file: string): Promise<void> {
  const result = await runRush({
    sizes,
    seed,
    storage: { kind: 'sqlite', file },
    speed: Number(values.speed),
    faults: FAULTS,
    perSecond: { telegram: Number(values.telegram), discord: DISCORD_POST_LIMITS.perSecond },
    firstRetryMs: Number(values.retry) * 1000,
    knowledge: fileURLToPath(new URL('../knowledge', import.meta.url)),
  });
  const { seconds, bestSeconds, megabytes } = result;
  say(`RUSH, ${sizes.telegram} + ${sizes.discord} subscriptions, time × ${values.speed}`);
  sayVerdict(result.verdict);
  say(`  kicked: ${result.kicked}; moved: ${result.moved}`);
  for (const platform of ['telegram', 'discord'] as const) {
    const best = bestSeconds[platform];
    const shown = [0.5, 0.99, 0.999, 1].map((share) => {
      const took = quantile(seconds[platform], share);
      return `${share * 100} % after ${took.toFixed(0)} s (× ${(took / (best * share)).toFixed(2)})`;
    });
    say(`  ${platform}: at best ${best.toFixed(0)} s; ${shown.join(', ')}`);
  }
  const refused = [...result.refused].map(([status, count]) => `${count} × ${status}`).join(', ');
  say(`  refused: ${refused}; really over a limit: ${result.overLimit}`);
  say(`  MB at each tenth: ${megabytes.map((each) => each.toFixed(0)).join(' ')}`);
}

async function kill(file: string): Promise<void> {
  const { verdict, kills, interrupted } = await runThroughKills({
    sizes,
    kills: 20,
    seed,
    storage: { kind: 'sqlite', file },
    speed: 10,
    leaseMs: 9000,
    faults: FAULTS,
  });
  say(`KILL, ${sizes.telegram} + ${sizes.discord} subscriptions, time × 10, ${kills} kills`);
  say(`  posts on their way at a kill: ${interrupted}`);
  sayVerdict(verdict);
}

async function four(url: string): Promise<void> {
  const { verdict, interrupted, seconds, overLimit } = await runFour({
    sizes,
    seed,
    url,
    speed: 10,
    leaseMs: 9000,
  });
  say(
    `FOUR PROCESSES, ${sizes.telegram} + ${sizes.discord} subscriptions, time × 10, one killed, one frozen`,
  );
  say(`  posts on their way at the kill and the frost: ${interrupted}; over a limit: ${overLimit}`);
  say(`  ${seconds.toFixed(0)} s on the wall`);
  sayVerdict(verdict);
}

async function main(): Promise<void> {
  requireFreshBuild();
  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-daily-'));
  try {
    if (['all', 'rush'].includes(values.part)) await rush(join(folder, 'rush.db'));
    if (['all', 'kill'].includes(values.part)) await kill(join(folder, 'kill.db'));
    if (['all', 'four'].includes(values.part)) {
      if (values.postgres === undefined) say('FOUR PROCESSES: left out, as there is no --postgres.');
      else await four(values.postgres);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.help) say(HELP);
else await main();

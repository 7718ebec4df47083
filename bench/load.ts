import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireFreshBuild } from './compiled-core.ts';
import { figuresOf } from './load/report/figures.ts';
import { renderPage } from './load/report/page.ts';
import { renderSummary } from './load/report/render-summary.ts';
import { runLoad } from './load/run-load.ts';
import { summarise } from './load/summary.ts';
import { fromRoot } from './relay/project-path.ts';

const HELP = `npm run bench:load -- [options]

30 minutes' worth of mixed traffic, compressed, on one whole bot with a local Telegram and a local Discord: questions,
lookups, inline queries, completions and buttons, 2,000 daily posts, an edit of the knowledge, the database away for
20 s and Telegram for 60 s. Counts what was lost or said twice, and measures latency and memory.

  --minutes 30     so many minutes' worth of traffic
  --speed 6        how many times as fast as in earnest
  --quick          4 minutes' worth in 40 s; posts and outages in proportion
  --seed 1995
  --report FOLDER  writes load.html and load/*.svg there, such as docs`;

/** The outages and posts are those of a run of so many seconds or more; of a shorter one, in proportion. */
const WHOLE_S = 300;
const QUICK_MINUTES = 4;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    speed: { type: 'string', default: '6' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1995' },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  requireFreshBuild();
  const minutes = values.quick ? QUICK_MINUTES : Number(values.minutes);
  const speed = Number(values.speed);
  const share = Math.min(1, (minutes * 60) / speed / WHOLE_S);
  const result = await runLoad({
    minutes,
    speed,
    seed: Number(values.seed),
    subscriptions: Math.round(2000 * share),
    databaseOutMs: 20_000 * share,
    telegramOutMs: 60_000 * share,
    isPostHourAwaited: share === 1,
    argv: [fromRoot('dist/main.js'), 'start'],
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  const summary = summarise(result);
  process.stdout.write(`${renderSummary(result, summary)}\n`);
  if (values.report !== undefined) {
    const figures = figuresOf(result, summary);
    const [processor] = cpus();
    const circumstances = {
      day: new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
      machine: `Node ${process.versions.node}, ${process.platform}, ${cpus().length} processors (${processor?.model.trim() ?? 'unknown'}) shared with other work`,
    };
    mkdirSync(join(values.report, 'load'), { recursive: true });
    writeFileSync(join(values.report, 'load.html'), renderPage(result, summary, figures, circumstances));
    for (const { name, svg } of figures)
      writeFileSync(join(values.report, 'load', `${name}.svg`), `${svg}\n`);
  }
  const { counts, posts } = summary;
  if (counts.lost + counts.doubled + posts.doubled > 0 || posts.missing > posts.unconfirmed)
    process.exitCode = 1;
}

if (values.help) process.stdout.write(`${HELP}\n`);
else await main();

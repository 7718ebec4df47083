// How long an edit of the shipped knowledge takes to be served, and how long questions take meanwhile, with the bot as
// built: npm run build && npm run bench:reload -- [questions a second] [edits]. Plain JavaScript, since it measures `dist`.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadKnowledge } from '../dist/cli/load-knowledge.js';
import { dayIn } from '../dist/core/dates/zones.js';
import { createLiveKnowledge } from '../dist/infra/files/live-knowledge.js';
import { systemTimer } from '../dist/infra/system/system-timer.js';

const EDITS = Number(process.argv[3] ?? 8);
/** The thread has read everything once by then, as it has in a bot that somebody edits beside. */
const BEFORE_FIRST_MS = 5000;
/** The first questions to new knowledge belong to the reload. */
const AFTERWARDS_MS = 500;

const print = (line) => process.stdout.write(`${line}\n`);
const everyMs = 1000 / Number(process.argv[2] ?? 20);
const questions = readFileSync(new URL('../test/ranking/headline.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).question);
const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-reload-'));
cpSync(new URL('../knowledge', import.meta.url), folder, { recursive: true });
const today = dayIn('UTC', Date.now());
const first = loadKnowledge(folder, today);
let onLoaded = () => {};
const live = createLiveKnowledge({
  directory: folder,
  first,
  today: () => today,
  log: { write: ({ event }) => (event === 'knowledge-loaded' ? onLoaded() : print(event)) },
  timer: systemTimer,
});
const ask = (question) => live.current().answerer.ask(question, { language: 'vi', today, limit: 5 });
for (let times = 0; times < 3; times += 1) for (const question of questions) ask(question);

const stopping = new AbortController();
const running = live.run(stopping.signal);
let latencies = [];
let errors = 0;
const asking = (async () => {
  let due = performance.now();
  for (let count = 0; !stopping.signal.aborted; count += 1) {
    due += everyMs;
    await sleep(Math.max(0, due - performance.now()));
    try {
      ask(questions[count % questions.length]);
    } catch {
      errors += 1;
    }
    // From when it was asked, not from when its turn came.
    latencies.push(performance.now() - due);
  }
})();

const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const told = (values) =>
  [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1).padStart(7)).join('');

await sleep(BEFORE_FIRST_MS);
print('edit  served after ms  asked    p50    p95    p99    max  MB');
const all = [];
for (let edit = 1; edit <= EDITS; edit += 1) {
  latencies = [];
  const begun = performance.now();
  const loaded = new Promise((resolve) => {
    onLoaded = resolve;
  });
  appendFileSync(
    join(folder, 'articles/agent-orange.md'),
    `\nPresident Joe Biden visited Huế on ${edit} September 2023.\n`,
  );
  await loaded;
  const took = performance.now() - begun;
  await sleep(AFTERWARDS_MS);
  all.push(...latencies);
  const megabytes = (process.memoryUsage().rss / 1e6).toFixed(0);
  print(
    `${String(edit).padStart(4)}${took.toFixed(0).padStart(17)}${String(latencies.length).padStart(7)}${told(latencies)}${megabytes.padStart(4)}`,
  );
}
print(`${' all'.padEnd(21)}${String(all.length).padStart(7)}${told(all)}, ${errors} errors`);
stopping.abort();
await Promise.all([running, asking]);
rmSync(folder, { recursive: true });

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AskOptions } from '../src/core/answer/answer.ts';
import { Answerer } from '../src/core/answer/answerer.ts';
import { dayIn } from '../src/core/dates/zones.ts';
import { quantile } from './measure/quantile.ts';
import { renderTable, telling } from './report/table.ts';
import { type HurtfulQuestion, makeHurtfulQuestions } from './workload/hurtful-questions.ts';
import { createRandom } from './workload/random.ts';
import { readCorpus } from './workload/read-corpus.ts';

const HELP = `npm run bench:fuzz -- [options]

Asks adversarial and random questions of the shipped knowledge: prints the slowest, and fails when one makes an error
or takes more processor time than the limit each time it is asked.

  --count 40           questions of each group
  --seed 1             the same seed makes the same questions
  --limit 50           milliseconds
  --sentences 10000    grow the knowledge to so many sentences`;

/** Each question is asked twice, and more often while it is over the limit: it is slow only if it always is. */
const TRIES = 2;
const MOST_TRIES = 6;
const SLOWEST = 10;

interface Timed extends HurtfulQuestion {
  readonly ms: number;
  readonly error?: string;
}

/** Processor time of this process since some moment: other programs on the machine do not count. */
function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function timeQuestion(
  answerer: Answerer,
  question: HurtfulQuestion,
  options: AskOptions,
  limit: number,
): Timed {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES || (best > limit && tries < MOST_TRIES); tries += 1) {
    const start = process.cpuUsage();
    try {
      // What matches in a passage is looked up when it is shown.
      answerer.ask(question.text, options).passages.at(0)?.highlights;
    } catch (error) {
      return {
        ...question,
        ms: 0,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
    best = Math.min(best, processorMs(start));
  }
  return { ...question, ms: best };
}

/** On one line, with all but Latin letters and signs replaced by a dot. */
function shown(text: string): string {
  const line = JSON.stringify(text.slice(0, 60)).replace(/[^\u0020-\u024F\u1EA0-\u1EF9]/g, '·');
  return text.length > 60 ? `${line} … ${text.length} units` : line;
}

function report(timed: readonly Timed[], limit: number): string {
  const groups = [...new Set(timed.map(({ group }) => group))];
  const rows = groups.map((group) => {
    const times = timed.filter((question) => question.group === group).map(({ ms }) => ms);
    const over = times.filter((ms) => ms > limit).length;
    return [
      group,
      String(times.length),
      ...[0.5, 0.99, 1].map((share) => telling(quantile(times, share))),
      String(over),
    ];
  });
  const slowest = timed
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ ms, group, text }) => `  ${telling(ms).padStart(6)} ms  ${group}: ${shown(text)}`);
  const errors = timed.flatMap(({ error, text }) =>
    error === undefined ? [] : [`${shown(text)}\n${error}`],
  );
  return [
    renderTable([['questions', 'asked', 'p50 ms', 'p99 ms', 'max ms', `over ${limit} ms`], ...rows]),
    '',
    'slowest:',
    ...slowest,
    '',
    errors.length === 0 ? 'no errors' : `${errors.length} errors, the first:\n${errors[0]}`,
  ].join('\n');
}

function run(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      count: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string', default: '50' },
      sentences: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const { library } = readCorpus({
    kind: 'knowledge',
    directory: fileURLToPath(new URL('../knowledge', import.meta.url)),
    ...(values.sentences === undefined ? {} : { sentences: Number(values.sentences) }),
  });
  const today = dayIn('Asia/Ho_Chi_Minh', Date.now());
  const answerer = new Answerer(library, today);
  answerer.prepare();
  const sentences = library.documents.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ text }) => text)),
  );
  const questions = makeHurtfulQuestions(Number(values.count), sentences, createRandom(Number(values.seed)));
  const options: AskOptions = { language: 'vi', today, limit: 5 };
  for (const sentence of sentences.slice(0, 50)) answerer.ask(sentence, options);
  const limit = Number(values.limit);
  const timed = questions.map((question) => timeQuestion(answerer, question, options, limit));
  process.stdout.write(`${report(timed, limit)}\n`);
  if (timed.some(({ ms, error }) => error !== undefined || ms > limit)) process.exitCode = 1;
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

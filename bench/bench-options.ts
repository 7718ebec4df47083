import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINE_NAMES, type EngineName, isEngineName } from './engines/catalogue.ts';

/** What one run of the benchmark does. */
export interface BenchOptions {
  /** A folder with `articles.jsonl` and `questions.jsonl` to run on, instead of the bot's own knowledge. */
  readonly folder?: string;
  readonly knowledge: string;
  /** The questions for the bot's own knowledge. */
  readonly questions: string;
  /** Numbers of sentences; none means what the folder holds. */
  readonly sizes: readonly number[];
  readonly engines: readonly EngineName[];
  readonly questionsPerGroup: number;
  readonly rounds: number;
  /** Milliseconds each engine may spend on the questions of one size. */
  readonly budget: number;
  readonly coldStarts: number;
  readonly json: boolean;
}

export const BENCH_HELP = `npm run bench -- [options] [FOLDER]

Speed and quality of nhip-cau beside other search engines, on the same texts and questions.
FOLDER holds articles.jsonl and questions.jsonl; without it the bot's own knowledge is used.

  --sizes 1000,10000   numbers of sentences (default 1000,10000,100000; for a FOLDER: all it has)
  --engines a,b        some of ${ENGINE_NAMES.join(', ')}
  --questions FILE     questions with patterns (default test/ranking/domain.jsonl)
  --quick              1000 and 10000 sentences, fewer questions: under a minute
  --json               one JSON object on standard output`;

const FULL = {
  sizes: [1000, 10_000, 100_000],
  questionsPerGroup: 50,
  rounds: 5,
  budget: 60_000,
  coldStarts: 15,
};
const QUICK = { sizes: [1000, 10_000], questionsPerGroup: 12, rounds: 3, budget: 1500, coldStarts: 3 };

/** @throws Error saying what is wrong with the command line. `undefined` when help was asked for. */
export function readBenchOptions(argv: readonly string[]): BenchOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      engines: { type: 'string' },
      questions: { type: 'string' },
      quick: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return undefined;
  const { sizes, ...extent } = values.quick === true ? QUICK : FULL;
  const [folder] = positionals;
  const wanted = values.sizes === undefined ? undefined : readSizes(values.sizes);
  return {
    ...(folder === undefined ? {} : { folder }),
    knowledge: fromRoot('knowledge'),
    questions: values.questions ?? fromRoot('test/ranking/domain.jsonl'),
    sizes: wanted ?? (folder === undefined ? sizes : []),
    engines: values.engines === undefined ? ENGINE_NAMES : readEngines(values.engines),
    ...extent,
    json: values.json === true,
  };
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) {
    throw new Error(`--sizes is a list of whole numbers from 100 up, not "${text}".`);
  }
  return sizes.toSorted((a, b) => a - b);
}

function readEngines(text: string): readonly EngineName[] {
  return text.split(',').map((name) => {
    if (!isEngineName(name))
      throw new Error(`There is no engine "${name}"; there are ${ENGINE_NAMES.join(', ')}.`);
    return name;
  });
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

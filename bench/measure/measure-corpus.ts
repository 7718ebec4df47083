import type { EngineName } from '../engines/catalogue.ts';
import { chooseQuestions } from '../workload/choose-questions.ts';
import type { CorpusChoice } from '../workload/corpus.ts';
import { readCorpus } from '../workload/read-corpus.ts';
import { type AskedInTurns, askInTurns } from './ask-in-turns.ts';
import { judgeQuality } from './judge-quality.ts';
import type { CorpusMeasurement, Latency, Measurement } from './measurement.ts';
import { median, quantile } from './quantile.ts';
import { WorkerProcess } from './worker-process.ts';

export interface CorpusRun {
  readonly corpus: CorpusChoice;
  readonly engines: readonly EngineName[];
  /** A file or folder of people's questions. */
  readonly askedFrom: string;
  readonly questionsPerGroup: number;
  readonly rounds: number;
  /** Milliseconds each engine may spend on questions. */
  readonly budget: number;
  readonly onProgress: (what: string) => void;
}

/** Measures every engine on one corpus, each in a process of its own. */
export async function measureCorpus(run: CorpusRun): Promise<CorpusMeasurement> {
  const corpus = readCorpus(run.corpus);
  const { questions, warmUp } = chooseQuestions(corpus, run.askedFrom, run.questionsPerGroup);
  const texts = questions.map(({ text }) => text);
  const workers: WorkerProcess[] = [];
  const before = new Map<WorkerProcess, Prepared>();
  try {
    workers.push(...run.engines.map((engine) => new WorkerProcess({ engine, corpus: run.corpus })));
    await Promise.all(workers.map((worker) => worker.ready()));
    for (const worker of workers) {
      run.onProgress(`${corpus.sentenceCount} sentences: ${worker.engine} builds`);
      before.set(worker, await prepare(worker, warmUp, run.budget / 10));
    }
    run.onProgress(`${corpus.sentenceCount} sentences: ${texts.length} questions`);
    const asked = await askInTurns(workers, { questions: texts, rounds: run.rounds, budget: run.budget });
    const measurements = workers.flatMap((worker): Measurement[] => {
      const prepared = before.get(worker);
      const answers = asked.get(worker);
      if (prepared === undefined || answers === undefined) return [];
      return [
        {
          engine: worker.engine,
          ...prepared,
          ...summarise(answers),
          quality: judgeQuality(questions, answers.found),
        },
      ];
    });
    return { sentences: corpus.sentenceCount, records: corpus.records.length, measurements };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

type Prepared = Pick<Measurement, 'buildMilliseconds' | 'loadMilliseconds' | 'bytes' | 'textBytes'>;

async function prepare(worker: WorkerProcess, warmUp: readonly string[], budget: number): Promise<Prepared> {
  const { milliseconds: buildMilliseconds, bytes, textBytes } = await worker.build();
  const { milliseconds: loadMilliseconds } = await worker.load();
  await askInTurns([worker], { questions: warmUp, rounds: 1, budget });
  return {
    buildMilliseconds,
    bytes,
    textBytes,
    ...(loadMilliseconds === undefined ? {} : { loadMilliseconds }),
  };
}

function summarise({
  milliseconds,
}: AskedInTurns): Pick<Measurement, 'questions' | 'rounds' | 'first' | 'latency' | 'p50ByRound'> {
  const [first = []] = milliseconds;
  // A round that was cut short had other questions than the full ones.
  const rounds = milliseconds.filter(({ length }) => length === first.length);
  const overRounds = (share: number): number => median(rounds.map((times) => quantile(times, share)));
  return {
    questions: first.length,
    rounds: rounds.length,
    first: latencyOf(first),
    latency: { p50: overRounds(0.5), p95: overRounds(0.95), p99: overRounds(0.99) },
    p50ByRound: rounds.map(median),
  };
}

const latencyOf = (times: readonly number[]): Latency => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  p99: quantile(times, 0.99),
});

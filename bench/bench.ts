import { BENCH_HELP, type BenchOptions, readBenchOptions } from './bench-options.ts';
import { requireFreshBuild } from './compiled-core.ts';
import { measureColdStart } from './measure/cold-start.ts';
import { measureCorpus } from './measure/measure-corpus.ts';
import type { CorpusMeasurement } from './measure/measurement.ts';
import { type BenchResult, renderReport } from './report/render-report.ts';
import { reportJson } from './report/report-json.ts';
import type { CorpusChoice } from './workload/corpus.ts';

/** Progress goes to standard error, so that the result can be piped. */
const onProgress = (what: string): void => {
  process.stderr.write(`${what} …\n`);
};

function corporaOf({ folder, knowledge, sizes }: BenchOptions): readonly CorpusChoice[] {
  const kind = folder === undefined ? 'knowledge' : 'articles';
  const directory = folder ?? knowledge;
  return sizes.length === 0
    ? [{ kind, directory }]
    : sizes.map((sentences) => ({ kind, directory, sentences }));
}

async function run(options: BenchOptions): Promise<BenchResult> {
  const corpora: CorpusMeasurement[] = [];
  for (const corpus of corporaOf(options)) {
    corpora.push(
      await measureCorpus({ ...options, corpus, askedFrom: options.folder ?? options.questions, onProgress }),
    );
  }
  if (!options.engines.includes('nhip-cau')) return { corpora };
  onProgress('cold start');
  return { corpora, coldStart: await measureColdStart(options.coldStarts) };
}

try {
  const options = readBenchOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stdout.write(`${BENCH_HELP}\n`);
  } else {
    if (options.engines.includes('nhip-cau')) requireFreshBuild();
    const result = await run(options);
    process.stdout.write(`${options.json ? JSON.stringify(reportJson(result)) : renderReport(result)}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

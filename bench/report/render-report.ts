import type { ColdStart } from '../measure/cold-start.ts';
import type { CorpusMeasurement, Measurement } from '../measure/measurement.ts';
import { QUESTION_GROUPS, type QuestionGroup } from '../workload/bench-question.ts';
import { ENOUGH_QUESTIONS, growthBetween, p50Ratio, yardstickOf } from './ratio.ts';
import { megabytes, renderTable, share, telling } from './table.ts';

/** Everything that one run measured. */
export interface BenchResult {
  readonly corpora: readonly CorpusMeasurement[];
  readonly coldStart?: ColdStart;
}

/** The result as tables for a terminal of about 150 columns. */
export function renderReport({ corpora, coldStart }: BenchResult): string {
  const growth = corpora.slice(1).flatMap((large, index) => {
    const small = corpora[index];
    return small === undefined ? [] : [renderGrowth(small, large)];
  });
  return [
    ...corpora.flatMap((corpus) => [renderSpeed(corpus), renderQuality(corpus)]),
    ...growth,
    ...(coldStart === undefined ? [] : [renderColdStart(coldStart)]),
  ].join('\n\n');
}

const SPEED_HEADINGS = [
  'engine',
  'build ms',
  '×build',
  'load ms',
  'MB',
  'first p50',
  'p50 ms',
  'p95',
  'p99',
  '×p50',
  'hit@1',
  'hit@1 plain',
  'questions',
  'rounds',
];

/** Speed never stands alone: the same row says how often the first answer is right. */
function renderSpeed(corpus: CorpusMeasurement): string {
  const yardstick = yardstickOf(corpus);
  const rows = corpus.measurements.map((measurement) => [
    measurement.engine,
    telling(measurement.buildMilliseconds),
    telling(yardstick && measurement.buildMilliseconds / yardstick.buildMilliseconds),
    telling(measurement.loadMilliseconds),
    megabytes(measurement.bytes),
    telling(measurement.first.p50),
    telling(measurement.latency.p50),
    telling(measurement.latency.p95),
    telling(measurement.latency.p99),
    telling(yardstick && p50Ratio(measurement, yardstick)),
    headlineHit(corpus, measurement, ['asked vi', 'known vi']),
    headlineHit(corpus, measurement, ['asked plain', 'known plain']),
    String(measurement.questions),
    String(measurement.rounds),
  ]);
  const records = corpus.records === corpus.sentences ? '' : ` (${corpus.records} documents for the peers)`;
  return `SPEED, ${corpus.sentences} sentences${records}\n${renderTable([SPEED_HEADINGS, ...rows])}`;
}

/** People's questions where there are any, else made-up ones. */
function headlineHit(
  corpus: CorpusMeasurement,
  measurement: Measurement,
  groups: readonly QuestionGroup[],
): string {
  const group = groups.find((candidate) => askedMost(corpus, candidate) > 0);
  return group === undefined ? share(undefined) : renderHits(corpus, measurement, group, ['hitAt1']);
}

/** How many questions of a group the fastest engines were asked. */
const askedMost = ({ measurements }: CorpusMeasurement, group: QuestionGroup): number =>
  Math.max(0, ...measurements.map(({ quality }) => quality.get(group)?.questions ?? 0));

/**
 * Shares of hits; a dash when time ran out before enough questions of the group were asked, since three say nothing,
 * and a star when it ran out later, since they are not quite the questions the others were asked.
 */
function renderHits(
  corpus: CorpusMeasurement,
  { quality }: Measurement,
  group: QuestionGroup,
  hits: readonly ('hitAt1' | 'hitAt3')[],
): string {
  const own = quality.get(group);
  const most = askedMost(corpus, group);
  const enough = own !== undefined && own.questions >= Math.min(ENOUGH_QUESTIONS, most);
  const mark = enough && own.questions < most ? '*' : '';
  return `${hits.map((hit) => share(enough ? own[hit] : undefined)).join(' / ')}${mark}`;
}

function renderQuality(corpus: CorpusMeasurement): string {
  const groups = QUESTION_GROUPS.filter((group) => askedMost(corpus, group) > 0);
  const headings = [
    'engine',
    ...groups.map((group) => `${group} (${askedMost(corpus, group)})`),
    'would answer',
  ];
  const rows = corpus.measurements.map((measurement) => [
    measurement.engine,
    ...groups.map((group) => renderHits(corpus, measurement, group, ['hitAt1', 'hitAt3'])),
    share(answeredShare(measurement)),
  ]);
  return `QUALITY (hit@1 / hit@3), ${corpus.sentences} sentences\n${renderTable([headings, ...rows])}`;
}

function answeredShare({ quality }: Measurement): number {
  let answered = 0;
  let questions = 0;
  for (const group of quality.values()) {
    answered += group.answered * group.questions;
    questions += group.questions;
  }
  return answered / questions;
}

function renderGrowth(small: CorpusMeasurement, large: CorpusMeasurement): string {
  const growth = growthBetween(small, large);
  const rows = growth.map(({ engine, sentences, p50 }) => [
    engine,
    telling(p50),
    p50 < sentences ? 'yes' : 'no',
  ]);
  const times = telling(growth[0]?.sentences);
  const title = `GROWTH, ${small.sentences} to ${large.sentences} sentences (×${times})`;
  return `${title}\n${renderTable([['engine', '×p50', 'below linear'], ...rows])}`;
}

const renderColdStart = ({ runs, medianMilliseconds, slowestMilliseconds, peakBytes }: ColdStart): string =>
  [
    `COLD START, a fresh process answers one question (${runs} runs)`,
    `to exit: median ${telling(medianMilliseconds)} ms, slowest ${telling(slowestMilliseconds)} ms; ` +
      `peak memory ${megabytes(peakBytes)} MB`,
  ].join('\n');

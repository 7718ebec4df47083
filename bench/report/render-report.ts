import type { ColdStart } from '../measure/cold-start.ts';
import type { CorpusMeasurement, Measurement, Quality } from '../measure/measurement.ts';
import { QUESTION_GROUPS, type QuestionGroup } from '../workload/bench-question.ts';
import { growthBetween, p50Ratio, yardstickOf } from './ratio.ts';
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
    share(headlineHit(corpus, measurement, ['asked vi', 'known vi'])),
    share(headlineHit(corpus, measurement, ['asked plain', 'known plain'])),
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
): number | undefined {
  const group = groups.find((candidate) => askedMost(corpus, candidate) > 0);
  return group === undefined ? undefined : comparable(corpus, measurement, group)?.hitAt1;
}

/** How many questions of a group the fastest engines were asked. */
const askedMost = ({ measurements }: CorpusMeasurement, group: QuestionGroup): number =>
  Math.max(0, ...measurements.map(({ quality }) => quality.get(group)?.questions ?? 0));

/** The quality, unless time ran out before half the questions were asked: three questions say nothing. */
function comparable(
  corpus: CorpusMeasurement,
  { quality }: Measurement,
  group: QuestionGroup,
): Quality | undefined {
  const own = quality.get(group);
  return own === undefined || own.questions < askedMost(corpus, group) / 2 ? undefined : own;
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
    ...groups.map((group) => {
      const quality = comparable(corpus, measurement, group);
      return `${share(quality?.hitAt1)} / ${share(quality?.hitAt3)}`;
    }),
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

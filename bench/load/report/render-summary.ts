import { renderTable, telling } from '../../report/table.ts';
import type { LoadResult } from '../run-load.ts';
import type { Count, LoadSummary, Quantiles } from '../summary.ts';

/** The run for a terminal; times in milliseconds. */
export function renderSummary(result: LoadResult, summary: LoadSummary): string {
  const { ways, counts, outside, unheld, stretches, posts, memory, load, outages } = summary;
  const counted = ({ asked, lost, doubled, apologised }: Count): readonly string[] =>
    [asked, lost, doubled, apologised].map(String);
  const shown = ({ p50, p95, p99, most }: Quantiles): readonly string[] => [p50, p95, p99, most].map(telling);
  const heads = ['asked', 'lost', 'doubled', 'apologised', 'p50', 'p95', 'p99', 'longest', 'p99 handed'];
  const byWay = [
    ['way', ...heads],
    ...ways.map((each) => [
      each.way,
      ...counted(each.count),
      ...shown(each.outside.asked),
      telling(each.outside.handed.p99),
    ]),
    ['all', ...counted(counts), ...shown(outside.asked), telling(outside.handed.p99)],
  ];
  const byStretch = [
    ['meanwhile', 'answers', 'p50', 'p95', 'p99', 'longest', 'p99 handed'],
    ...stretches.map(({ name, latency: { asked, handed } }) => [
      name,
      String(asked.count),
      ...shown(asked),
      telling(handed.p99),
    ]),
  ];
  const { firstQuarter, secondQuarter, thirdQuarter, fourthQuarter, most } = memory;
  const { telegram, discord } = posts.lastAfter;
  const told = (counts: ReadonlyMap<string, number>): string =>
    [...counts].map(([name, count]) => `${count} × ${name}`).join('; ') || 'none';
  return [
    renderTable(byWay),
    renderTable(byStretch),
    `outside outages, without ${unheld.held} that left with Telegram's limit used up: p99 ${telling(unheld.latency.asked.p99)}, from handing out ${telling(unheld.latency.handed.p99)}`,
    `posts: ${posts.due} due, ${posts.once} once, ${posts.doubled} doubled, ${posts.missing} missing, ${posts.unconfirmed} unconfirmed; last after ${telling(telegram)} s on Telegram, ${telling(discord)} s on Discord`,
    `felt after: database ${telling(outages.database.feltUntil - outages.database.to)} ms, Telegram ${telling(outages.telegram.feltUntil - outages.telegram.to)} ms`,
    `memory: ${[firstQuarter, secondQuarter, thirdQuarter, fourthQuarter].map(telling).join(', ')} MB, at most ${telling(most)}; load ${telling(load.least)} to ${telling(load.most)}`,
    `log: ${told(result.trouble)}`,
    `refused: ${told(result.refused.telegram)}; ${told(result.refused.discord)}`,
    `against the rules: ${result.violations.length}; strange lines: ${result.strange.length}; left out: ${result.leftOut}`,
  ].join('\n\n');
}

import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import { file } from './knowledge-files.ts';

const HEADER = 'series,year,value,approximate,as_of,counted_by,source_title,source_url,note';

/** `figures/<name>.csv` with these rows below the line of column names. */
export const figureRows = (rows: readonly string[], name = 'trade'): KnowledgeFile =>
  file(`figures/${name}.csv`, `${[HEADER, ...rows].join('\n')}\n`);

/** The YAML of a series of the exports that is right; `changes` replace the value of a key or take it away. */
export function seriesYaml(id: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const keys = {
    unit: 'billion-dollars',
    title: '{ vi: Xuất khẩu sang Việt Nam, en: Exports to Vietnam }',
    sentence:
      '{ vi: "Năm {year}, Mỹ xuất khẩu {value}, theo {counted_by}.", en: "In {year}, the US exported {value}, by {counted_by}." }',
    asks: '{ vi: [xuất … sang Việt Nam], en: [exports to Vietnam] }',
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${value}`],
  );
  return [`  - id: ${id}`, ...lines].join('\n');
}

/** `figures/series.yaml` with these series, and "us" and "vn" who count. The first series begins on line 5. */
export const seriesFile = (...series: readonly string[]): KnowledgeFile =>
  file(
    'figures/series.yaml',
    `counted_by:\n  us: { vi: Hoa Kỳ, en: the US }\n  vn: { vi: Việt Nam, en: Vietnam }\nseries:\n${series.join('\n')}\n`,
  );

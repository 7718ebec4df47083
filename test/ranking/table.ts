import { METRICS, type Summary } from './summary.ts';

const HEADINGS = ['class', 'n', ...METRICS, 'directs', 'wrong kind'];
const NOTHING = '–';

/** The results of a set as lines of columns, names to the left and numbers to the right. */
export function renderTable(title: string, groups: ReadonlyMap<string, Summary>): string {
  const rows = [HEADINGS, ...[...groups].map(([group, summary]) => renderRow(group, summary))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

const renderRow = (group: string, { questions, directs, wrongKind, values }: Summary): readonly string[] => [
  group,
  String(questions),
  ...METRICS.map((metric) => values[metric]?.toFixed(3) ?? NOTHING),
  String(directs),
  String(wrongKind),
];

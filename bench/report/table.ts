/** Rows as aligned lines, the first column to the left and the others to the right; the first row is the heading. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const [heading = [], ...body] = rows;
  return [line(heading), '-'.repeat(line(heading).length), ...body.map(line)].join('\n');
}

/** Three telling digits; a dash for what was not measured. */
export function telling(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

/** Decimal megabytes. */
export const megabytes = (bytes: number): string => telling(bytes / 1e6);

/** A share as the evaluation prints it. */
export const share = (value: number | undefined): string => value?.toFixed(3) ?? '–';

import type { Report } from './report.ts';

/** One record of a CSV file. */
export interface CsvRow {
  /** 1-based line on which the record begins; a quoted field may hold line ends. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Parses comma-separated values (RFC 4180): fields with commas, quotes or line ends stand in double quotes, a quote
 * within them is doubled. Blank lines are left out; lines end with "\n". Linear in the length of the text.
 *
 * `undefined` after a problem was reported: behind a broken quote nothing can be told apart.
 */
export function parseCsv(text: string, report: Report): readonly CsvRow[] | undefined {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    if (typeof field === 'string') {
      report(line, field, QUOTES);
      return undefined;
    }
    cells.push(field.value);
    line += field.lineEnds;
    at = field.end + 1;
    if (text[field.end] === ',') {
      // A comma at the very end is followed by one more field, which is empty.
      if (at === text.length) cells.push('');
      else continue;
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
    line += 1;
    rowLine = line;
  }
  if (cells.length > 0) rows.push({ line: rowLine, cells });
  return rows;
}

const QUOTES =
  'Put a field that holds commas or quotes in double quotes, and write each quote within it twice.';

interface Field {
  readonly value: string;
  /** Index of the comma or line end behind it, or the length of the text. */
  readonly end: number;
  readonly lineEnds: number;
}

/** A field in quotes, or what is wrong with it. */
function quotedField(text: string, start: number): Field | string {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return 'A quote is opened here and never closed.';
  const end = close + 1;
  if (end < text.length && text[end] !== ',' && text[end] !== '\n')
    return 'A quoted field is followed by something else than a comma.';
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  return { value, end, lineEnds: value.split('\n').length - 1 };
}

function plainField(text: string, start: number): Field | string {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    if (text[end] === '"') return 'A quote stands in the middle of a field.';
    end += 1;
  }
  return { value: text.slice(start, end), end, lineEnds: 0 };
}

import { type Edtf, edtfContains, parseEdtf } from '../../dates/edtf.ts';
import { APPROXIMATIONS, type FigureApproximation } from '../figures.ts';
import type { Source } from '../source.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import { date, identifier, text, webAddress } from './fields.ts';
import type { Report } from './report.ts';
import { oneOf, type Reader, scalar } from './shape.ts';

/** A row of `figures/*.csv`, as far as it can be judged alone. */
export interface FigureRow {
  readonly line: number;
  readonly series: string;
  readonly year: number;
  /** The year as a date. */
  readonly date: Edtf;
  readonly value: number;
  readonly approximation?: FigureApproximation;
  readonly asOf?: Edtf;
  /** A key of `counted_by` in the file of series. */
  readonly countedBy: string;
  readonly source: Source;
  readonly note?: string;
}

const year: Reader<Edtf> = scalar('a year in four digits, the first one of a school year', (value) =>
  /^\d{4}$/.test(value) ? parseEdtf(value) : undefined,
);

const amount: Reader<number> = scalar(
  'a number with a point before its decimals and nothing between its thousands, such as 136.6 or 25584',
  (value) => (/^\d{1,12}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined),
);

const REQUIRED = ['series', 'year', 'value', 'counted_by', 'source_title'] as const;
const OPTIONAL = ['approximate', 'as_of', 'source_url', 'note'] as const;
const COLUMNS: readonly string[] = [...REQUIRED, ...OPTIONAL];

/** Reads `figures/*.csv`: all rows that are right; every problem of the others has been reported. */
export function readFigureRows(csv: string, report: Report): readonly FigureRow[] {
  const table = parseCsv(csv, report);
  const [header, ...rows] = table ?? [];
  if (table === undefined) return [];
  if (header === undefined) {
    report(1, 'The file is empty.', `Begin it with the names of the columns: ${COLUMNS.join(',')}.`);
    return [];
  }
  if (!checkHeader(header, report)) return [];
  return rows.flatMap((row) => {
    if (row.cells.length === header.cells.length) return readRow(row, header.cells, report) ?? [];
    report(
      row.line,
      `This row has ${row.cells.length} fields, the first line has ${header.cells.length}.`,
      'Put a field that holds a comma in double quotes, and leave a comma for each empty field.',
    );
    return [];
  });
}

function checkHeader({ cells, line }: CsvRow, report: Report): boolean {
  const unknown = cells.find((name, at) => !COLUMNS.includes(name) || cells.indexOf(name) !== at);
  const missing = REQUIRED.find((name) => !cells.includes(name));
  if (unknown !== undefined) {
    report(
      line,
      cells.filter((name) => name === unknown).length > 1
        ? `The column "${unknown}" occurs twice.`
        : `Unknown column "${unknown}".`,
      `The columns are: ${COLUMNS.join(', ')}.`,
    );
  } else if (missing !== undefined) {
    report(
      line,
      `The column "${missing}" is missing.`,
      `The columns are: ${COLUMNS.join(', ')}; the last four may be left out.`,
    );
  }
  return unknown === undefined && missing === undefined;
}

function readRow(row: CsvRow, header: readonly string[], report: Report): FigureRow | undefined {
  const cellOf = (name: string): string => row.cells[header.indexOf(name)] ?? '';
  const must = <Value>(name: (typeof REQUIRED)[number], reader: Reader<Value>): Value | undefined =>
    reader.read({ kind: 'scalar', line: row.line, value: cellOf(name) }, report, name);
  let isBroken = false;
  const may = <Value>(name: (typeof OPTIONAL)[number], reader: Reader<Value>): Value | undefined => {
    const cell = cellOf(name).trim();
    if (cell === '') return undefined;
    const value = reader.read({ kind: 'scalar', line: row.line, value: cell }, report, name);
    isBroken ||= value === undefined;
    return value;
  };
  const series = must('series', identifier);
  const when = must('year', year);
  const value = must('value', amount);
  const countedBy = must('counted_by', text);
  const title = must('source_title', text);
  const approximation = may('approximate', oneOf(APPROXIMATIONS));
  const asOf = may('as_of', date);
  const url = may('source_url', webAddress);
  const note = may('note', text);
  if (isBroken || series === undefined || when === undefined || value === undefined) return undefined;
  if (countedBy === undefined || title === undefined) return undefined;
  if (asOf !== undefined && !edtfContains(when, asOf)) {
    report(row.line, `"as_of" is "${asOf}", which is not in ${when}.`, 'Write a date within the year.');
    return undefined;
  }
  return {
    line: row.line,
    series,
    year: Number(when),
    date: when,
    value,
    countedBy,
    source: { title, ...(url === undefined ? {} : { url }) },
    ...(approximation === undefined ? {} : { approximation }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(note === undefined ? {} : { note }),
  };
}

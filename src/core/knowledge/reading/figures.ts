import type { Edtf } from '../../dates/edtf.ts';
import { LOCALES, type Locale, type Localized } from '../../locale.ts';
import type { Figure, FigureSeries } from '../figures.ts';
import type { DraftDocument } from './draft.ts';
import type { FigureRow } from './figure-rows.ts';
import type { SeriesDraft, SeriesFile } from './figure-series.ts';
import { fillSentence, writeAsOf, writePeriod, writeTitle, writeValue } from './figure-words.ts';
import type { Report } from './report.ts';

/** A row with the file it was read from. */
export interface PlacedRow extends FigureRow {
  readonly path: string;
}

/** The figures of all files, joined with their series. */
export interface FigureReading {
  readonly series: readonly FigureSeries[];
  /** Each figure in each language: one sentence under the title of its series. */
  readonly documents: readonly DraftDocument[];
}

/** What is needed to report a problem in any of the files. */
export interface FigureReports {
  readonly file: (path: string) => Report;
  /** The file that describes the series. */
  readonly seriesPath: string;
  /** Whether rows were left out because something is wrong with them; then no series is said to have none. */
  readonly rowsMissing: boolean;
}

/**
 * Joins rows with the series they belong to. Rows of one year in one series are kept side by side when different
 * people counted; the first has the id `figures:<series>:<year>`, the others add who counted. Problems of single rows
 * do not keep the others from being looked at.
 */
export function joinFigures(
  { series, countedBy }: SeriesFile,
  rows: readonly PlacedRow[],
  reports: FigureReports,
): FigureReading {
  const drafts = new Map(series.map((draft) => [draft.id, draft]));
  const figures = new Map<string, Figure[]>();
  const places = new Map<string, string>();
  const documents: DraftDocument[] = [];
  for (const row of rows) {
    const report = reports.file(row.path);
    const draft = drafts.get(row.series);
    const counter = countedBy.get(row.countedBy);
    if (!checkRow(row, draft, counter, { series, countedBy }, report)) continue;
    if (draft === undefined || counter === undefined) continue;
    const key = `${row.series}:${row.year}`;
    const earlier = places.get(`${key}:${row.countedBy}`);
    if (earlier !== undefined) {
      report(
        row.line,
        `${earlier} already has "${row.series}" for ${row.year} as counted by "${row.countedBy}".`,
        'Keep one of the two, and what the other says in its note.',
      );
      continue;
    }
    const id = places.has(key) ? `figures:${key}:${row.countedBy}` : `figures:${key}`;
    const place = `${row.path}, line ${row.line},`;
    places.set(key, place).set(`${key}:${row.countedBy}`, place);
    const figure = figureOf(row, id, counter);
    const known = figures.get(row.series);
    if (known === undefined) figures.set(row.series, [figure]);
    else known.push(figure);
    documents.push(...LOCALES.map((language) => documentOf(figure, draft, language, row.date)));
  }
  if (!reports.rowsMissing) reportUnused(series, rows, reports.file(reports.seriesPath));
  return {
    series: series.map(({ id, title, unit, period, asks, unless }) => ({
      id,
      title,
      unit,
      period,
      asks,
      unless,
      figures: (figures.get(id) ?? []).toSorted((a, b) => a.year - b.year),
    })),
    documents,
  };
}

/** Whether the row fits its series; what does not has been reported. */
function checkRow(
  row: PlacedRow,
  draft: SeriesDraft | undefined,
  counter: Localized | undefined,
  { series, countedBy }: SeriesFile,
  report: Report,
): boolean {
  const known = (names: Iterable<string>): string =>
    `Write one of: ${[...names].join(', ')}; or describe a new one in figures/series.yaml.`;
  if (draft === undefined) {
    report(row.line, `There is no series "${row.series}".`, known(series.map(({ id }) => id)));
    return false;
  }
  if (counter === undefined) {
    report(row.line, `"counted_by" is "${row.countedBy}".`, known(countedBy.keys()));
    return false;
  }
  if (draft.accumulates === (row.asOf !== undefined)) return true;
  report(
    row.line,
    draft.accumulates ? '"as_of" is empty.' : '"as_of" is filled in.',
    draft.accumulates
      ? `The sentence of "${draft.id}" holds {as_of}: write a date such as 2004-10.`
      : `The sentence of "${draft.id}" has no {as_of}: leave the field empty.`,
  );
  return false;
}

function reportUnused(series: readonly SeriesDraft[], rows: readonly PlacedRow[], report: Report): void {
  const used = new Set(rows.map((row) => row.series));
  for (const { id, line } of series) {
    if (used.has(id)) continue;
    report(line, `The series "${id}" has no rows.`, 'Add one to a .csv file beside this file, or remove it.');
  }
}

function figureOf(row: FigureRow, documentId: string, countedBy: Localized): Figure {
  const { year, value, approximation, asOf, source, note } = row;
  return {
    documentId,
    year,
    value,
    countedBy,
    source,
    ...(approximation === undefined ? {} : { approximation }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(note === undefined ? {} : { note }),
  };
}

function documentOf(figure: Figure, draft: SeriesDraft, language: Locale, date: Edtf): DraftDocument {
  const { year, value, approximation, asOf, countedBy, source } = figure;
  const text = fillSentence(
    draft.sentence[language],
    new Map([
      ['value', writeValue(value, draft.unit, approximation, language)],
      ['counted_by', countedBy[language]],
      asOf === undefined ? ['year', writePeriod(year, draft.period)] : ['as_of', writeAsOf(asOf, language)],
    ]),
  );
  return {
    kind: 'figure',
    id: figure.documentId,
    title: writeTitle(draft.title[language], year, draft.period, language),
    language,
    paragraphs: [
      [{ text, position: 1, paragraph: 0, corrected: false, masked: false, doubtful: false, sources: [] }],
    ],
    sources: [source],
    date,
  };
}

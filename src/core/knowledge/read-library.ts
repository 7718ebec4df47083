import { assertNever } from '../assert-never.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { KnowledgeFile } from './knowledge-file.ts';
import { createLibrary, type Library } from './library.ts';
import type { KnowledgeProblem } from './problem.ts';
import { type ArticleDraft, readArticle } from './reading/article.ts';
import { decodeText } from './reading/decode.ts';
import { type DraftDocument, finishDocuments } from './reading/draft.ts';
import { readFigureRows } from './reading/figure-rows.ts';
import { readSeriesFile, type SeriesFile } from './reading/figure-series.ts';
import { type FigureReading, joinFigures, type PlacedRow } from './reading/figures.ts';
import { readGlossary } from './reading/glossary-file.ts';
import { type Report, reportInto } from './reading/report.ts';
import { documentsOf, type EventDraft, readTimeline } from './reading/timeline.ts';

/** Either everything, or everything that is wrong: a folder is never half loaded. */
export type LibraryReading =
  | { readonly kind: 'library'; readonly library: Library }
  | { readonly kind: 'problems'; readonly problems: readonly KnowledgeProblem[] };

type FileRole = 'article' | 'timeline' | 'glossary' | 'series' | 'figures' | 'misplaced' | 'ignored';

const SERIES_PATH = 'figures/series.yaml';
/** For the linter only; an answer never depends on it. */
const CHECK_EXCEPTIONS_PATH = 'check-exceptions.yaml';

interface InFile {
  readonly path: string;
}

/** What files hold, each thing with the file it was read from. */
interface Drafts {
  readonly articles: readonly (ArticleDraft & InFile)[];
  readonly events: readonly (EventDraft & InFile & { readonly documents: readonly DraftDocument[] })[];
  readonly glossary: readonly GlossaryEntry[];
  readonly figures: readonly PlacedRow[];
  /** Left out when there is no such file or something is wrong with it. */
  readonly series?: SeriesFile;
}

const NO_DRAFTS: Drafts = { articles: [], events: [], glossary: [], figures: [] };

/** What one file says, and what is wrong with it. */
interface FileReading {
  readonly bytes: Uint8Array;
  readonly drafts: Drafts;
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * Reads a knowledge folder: `articles/*.md`, `timeline/*.yaml`, `glossary.yaml` and `figures/*.csv` with their
 * `figures/series.yaml`. Hidden files, READMEs, the linter's `check-exceptions.yaml` and files of other kinds (such as
 * the untouched `.txt` beside an article) are left alone.
 *
 * The order of the files does not matter. All problems of all files come back at once, by file and line.
 */
export const readLibrary = (files: readonly KnowledgeFile[]): LibraryReading =>
  new LibraryReader().read(files);

/** Reads a folder again and again: {@link readLibrary}, but a file that has not changed is not read anew. */
export class LibraryReader {
  #known: ReadonlyMap<string, FileReading> = new Map();

  read(files: readonly KnowledgeFile[]): LibraryReading {
    const sorted = files.toSorted((a, b) => compareText(a.path, b.path));
    this.#known = new Map(sorted.map((file) => [file.path, this.#readingOf(file)]));
    return joinReadings(sorted, [...this.#known.values()]);
  }

  #readingOf(file: KnowledgeFile): FileReading {
    const known = this.#known.get(file.path);
    return known !== undefined && haveSameBytes(known.bytes, file.bytes) ? known : readFile(file);
  }
}

function haveSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function joinReadings(sorted: readonly KnowledgeFile[], readings: readonly FileReading[]): LibraryReading {
  const problems = readings.flatMap((reading) => reading.problems);
  const drafts = joinDrafts(readings.map((reading) => reading.drafts));
  checkIds(drafts, problems);
  checkTranslations(drafts.articles, articleNames(sorted), problems);
  const figures = joinedFigures(drafts, sorted, problems);
  if (problems.length === 0 && drafts.articles.length + drafts.events.length === 0) {
    reportInto(problems, 'articles')(
      1,
      'There are no articles and no events.',
      'Check the path of the knowledge folder.',
    );
  }
  if (problems.length > 0) {
    return {
      kind: 'problems',
      problems: problems.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line),
    };
  }
  return { kind: 'library', library: libraryOf(drafts, figures) };
}

function joinDrafts(all: readonly Drafts[]): Drafts {
  const series = all.findLast((drafts) => drafts.series !== undefined)?.series;
  return {
    articles: all.flatMap((drafts) => drafts.articles),
    events: all.flatMap((drafts) => drafts.events),
    glossary: all.flatMap((drafts) => drafts.glossary),
    figures: all.flatMap((drafts) => drafts.figures),
    ...(series === undefined ? {} : { series }),
  };
}

function readFile({ path, bytes }: KnowledgeFile): FileReading {
  const problems: KnowledgeProblem[] = [];
  const drafts = readDrafts(path, bytes, reportInto(problems, path));
  return { bytes, drafts: { ...NO_DRAFTS, ...drafts }, problems };
}

function readDrafts(path: string, bytes: Uint8Array, report: Report): Partial<Drafts> {
  const role = roleOf(path);
  if (role === 'ignored') return {};
  if (role === 'misplaced') {
    report(
      1,
      'This file is not where the bot reads such files.',
      'Articles are articles/<id>.md, events timeline/<era>.yaml, names glossary.yaml, yearly figures figures/<subject>.csv with figures/series.yaml; move the file or its folder.',
    );
    return {};
  }
  const text = decodeText(bytes, report);
  if (text === undefined) return {};
  switch (role) {
    case 'article': {
      const article = readArticle(text, nameOf(path), report);
      return article === undefined ? {} : { articles: [{ ...article, path }] };
    }
    case 'timeline': {
      const events = readTimeline(text, report);
      return { events: events.map((event) => ({ ...event, path, documents: documentsOf(event.event) })) };
    }
    case 'glossary':
      return { glossary: readGlossary(text, report) };
    case 'figures':
      return { figures: readFigureRows(text, report).map((row) => ({ ...row, path })) };
    case 'series': {
      const series = readSeriesFile(text, report);
      return series === undefined ? {} : { series };
    }
    default:
      return assertNever(role);
  }
}

function roleOf(path: string): FileRole {
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('.')) || /^readme(?:\.|$)/i.test(parts.at(-1) ?? ''))
    return 'ignored';
  if (path === CHECK_EXCEPTIONS_PATH) return 'ignored';
  if (/^articles\/[^/]+\.md$/.test(path)) return 'article';
  if (/^timeline\/[^/]+\.ya?ml$/.test(path)) return 'timeline';
  if (path === 'glossary.yaml') return 'glossary';
  if (path === SERIES_PATH) return 'series';
  if (/^figures\/[^/]+\.csv$/.test(path)) return 'figures';
  return /\.(?:md|ya?ml|csv)$/i.test(path) ? 'misplaced' : 'ignored';
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');

/** Names of all article files, those with problems too: a reference to one of them is not wrong. */
const articleNames = (files: readonly KnowledgeFile[]): ReadonlySet<string> =>
  new Set(files.filter(({ path }) => roleOf(path) === 'article').map(({ path }) => nameOf(path)));

function checkIds({ articles, events }: Drafts, problems: KnowledgeProblem[]): void {
  const holders = new Map<string, string>();
  const named = [
    ...articles.map(({ id, path }) => ({ id: id.value, line: id.line, path })),
    ...events.map(({ event, line, path }) => ({ id: event.id, line, path })),
  ];
  for (const { id, line, path } of named) {
    const holder = holders.get(id);
    if (holder === undefined) holders.set(id, `${path}, line ${line}`);
    else
      reportInto(problems, path)(
        line,
        `The id "${id}" is already used in ${holder}.`,
        'Give one of the two another id.',
      );
  }
}

function checkTranslations(
  articles: readonly (ArticleDraft & InFile)[],
  names: ReadonlySet<string>,
  problems: KnowledgeProblem[],
): void {
  const byId = new Map(articles.map((article) => [article.id.value, article]));
  for (const { document, translationOf, path } of articles) {
    if (translationOf === undefined) continue;
    const { line, value } = translationOf;
    const report = reportInto(problems, path);
    const twin = byId.get(value);
    if (!names.has(value)) {
      report(line, `There is no article "${value}".`, 'Write the id of the article in the other language.');
    } else if (twin?.document.language === document.language) {
      report(
        line,
        `The article "${value}" is in the same language.`,
        'A translation is in the other language.',
      );
    } else if (twin?.translationOf !== undefined && twin.translationOf.value !== document.id) {
      report(
        line,
        `The article "${value}" is the translation of "${twin.translationOf.value}".`,
        'Let the two articles name each other.',
      );
    }
  }
}

function joinedFigures(
  { figures, series }: Drafts,
  files: readonly KnowledgeFile[],
  problems: KnowledgeProblem[],
): FigureReading {
  const [first] = figures;
  if (series !== undefined) {
    return joinFigures(series, figures, {
      file: (path) => reportInto(problems, path),
      seriesPath: SERIES_PATH,
      rowsMissing: problems.some(({ file }) => roleOf(file) === 'figures'),
    });
  }
  if (first !== undefined && !files.some(({ path }) => path === SERIES_PATH)) {
    reportInto(problems, first.path)(
      first.line,
      `There is no series "${first.series}", for there is no ${SERIES_PATH}.`,
      'Describe the series there.',
    );
  }
  return { series: [], documents: [] };
}

function libraryOf({ articles, events, glossary }: Drafts, figures: FigureReading): Library {
  const timeline = events.map(({ event }) => event);
  const documents = finishDocuments([
    ...articles.map(({ document }) => document),
    ...events.flatMap((event) => event.documents),
    ...figures.documents,
  ]);
  return createLibrary({
    articles: documents.slice(0, articles.length),
    events: timeline,
    documents,
    glossary,
    figures: figures.series,
  });
}

/** By code units: the same order everywhere, whatever the locale of the machine. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

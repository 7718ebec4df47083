import { type Edtf, edtfParts } from '../dates/edtf.ts';
import type { DateMention } from '../dates/read-dates.ts';
import { type Figure, type FigureSeries, type Wording, wordingForm } from '../knowledge/figures.ts';
import type { Library } from '../knowledge/library.ts';
import type { AnswerNote } from './answer.ts';

/** A question about a yearly series, for a year that the series does not have. */
export interface MissingYear {
  readonly series: FigureSeries;
  /** The year asked about; a range or a decade when the question names one. */
  readonly asked: Edtf;
  /** The years there are figures for, in order; a school year is the year it begins in. */
  readonly years: readonly number[];
}

/** Whole years, both ends included. */
interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * Tells that a question asks for a figure of a year for which there is none, and which years there are.
 *
 * `words` are those of the question after its spelling was mended, `dates` what it names. `undefined` when it asks
 * about no series, names no year ("since 2010" names none), or names one that there is a figure for. Several series
 * may fit equally well (both countries count their trade): then none of them has the year, and `years` are those of
 * all. It does not ask whether the question wants a number; that is for the caller to know.
 */
export function missingYear(
  words: readonly string[],
  dates: readonly DateMention[],
  library: Pick<Library, 'figures'>,
): MissingYear | undefined {
  const asked = yearsAskedFor(dates);
  const [first] = asked;
  if (first === undefined) return undefined;
  const fitting = seriesAskedFor(words, library.figures);
  const [series] = fitting;
  if (series === undefined) return undefined;
  if (asked.some(({ years }) => fitting.some((candidate) => figuresIn(candidate, years).length > 0)))
    return undefined;
  const years = new Set(fitting.flatMap(({ figures }) => figures.map(({ year }) => year)));
  return { series, asked: first.edtf, years: [...years].sort((a, b) => a - b) };
}

/** What a person is told of a year for which there is no figure. */
export const noteOnMissingYear = ({ series, asked, years }: MissingYear): AnswerNote => ({
  kind: 'missing-year',
  series: series.title,
  asked,
  years,
});

/** Ids of the documents that hold the figures of some series for the years that are named. */
export function figuresAskedFor(
  series: readonly FigureSeries[],
  dates: readonly DateMention[],
): ReadonlySet<string> {
  const figures = yearsAskedFor(dates).flatMap(({ years }) => series.flatMap((one) => figuresIn(one, years)));
  return new Set(figures.map(({ documentId }) => documentId));
}

/** The dates that name whole years; "since 2010" names none. */
function yearsAskedFor(
  dates: readonly DateMention[],
): readonly { readonly edtf: Edtf; readonly years: Years }[] {
  return dates.flatMap(({ edtf, relation }) => {
    const years = edtf === undefined || relation !== undefined ? undefined : wholeYears(edtf);
    return edtf === undefined || years === undefined ? [] : [{ edtf, years }];
  });
}

/** The years that a date spans, when it spans nothing but whole years. */
function wholeYears(date: Edtf): Years | undefined {
  const parts = edtfParts(date);
  switch (parts.precision) {
    case 'year':
      return { from: parts.year, to: parts.year };
    case 'decade':
      return { from: parts.firstYear, to: parts.firstYear + 9 };
    case 'interval':
      if (parts.from?.precision !== 'year' || parts.to?.precision !== 'year') return undefined;
      return { from: parts.from.year, to: parts.to.year };
    default:
      return undefined;
  }
}

function figuresIn({ figures, period }: FigureSeries, { from, to }: Years): readonly Figure[] {
  if (period === 'year') return figures.filter(({ year }) => from <= year && year <= to);
  // A calendar year belongs to two school years; "2016/2017" is one of them.
  const [first, last] = from === to ? [from - 1, to] : [from, Math.max(from, to - 1)];
  return figures.filter(({ year }) => first <= year && year <= last);
}

/**
 * The series that a question asks about: those with the longest wording that it holds, several when their wordings
 * are equally long, none when it holds no wording.
 */
export function seriesAskedFor(
  words: readonly string[],
  all: readonly FigureSeries[],
): readonly FigureSeries[] {
  const question = ` ${words.map(wordingForm).join(' ')} `;
  let longest = 0;
  let best: FigureSeries[] = [];
  for (const series of all) {
    let length = 0;
    for (const wording of series.asks) {
      if (wording.length > length && holds(question, wording)) length = wording.length;
    }
    if (length === 0 || length < longest) continue;
    if (series.unless.some((wording) => holds(question, wording))) continue;
    if (length > longest) best = [];
    longest = length;
    best.push(series);
  }
  return best;
}

/** Whether the parts of a wording stand in the question, in order. */
function holds(question: string, { parts }: Wording): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = question.indexOf(part, from);
    // The space behind one part may be the space before the next.
    from = at + part.length - 1;
    return at !== -1;
  });
}

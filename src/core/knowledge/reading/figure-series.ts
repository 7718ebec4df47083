import type { Localized } from '../../locale.ts';
import { LOCALES } from '../../locale.ts';
import { tokenise } from '../../text/tokenise.ts';
import { FIGURE_PERIODS, FIGURE_UNITS, type FigureSeries, type Wording, wordingForm } from '../figures.ts';
import { identifier, localized, text } from './fields.ts';
import { placeholdersOf } from './figure-words.ts';
import type { Report } from './report.ts';
import {
  type Located,
  listOf,
  located,
  mapOf,
  oneOf,
  optional,
  type Reader,
  record,
  required,
  scalar,
} from './shape.ts';
import { parseYaml } from './yaml-node.ts';

/** A series without its figures, and the sentence that each of them becomes. */
export interface SeriesDraft extends Omit<FigureSeries, 'figures'> {
  readonly line: number;
  readonly sentence: Localized;
  /** Whether its values hold as of a date rather than for a year. */
  readonly accumulates: boolean;
}

/** What `figures/series.yaml` holds. */
export interface SeriesFile {
  readonly countedBy: ReadonlyMap<string, Localized>;
  readonly series: readonly SeriesDraft[];
}

/** A wording; "…" stands for any words in between. */
const wording: Reader<Wording> = scalar('words of a question, such as "kim ngạch … giữa"', (value) => {
  const parts = value.split('…').map((part) => tokenise(part).map(({ word }) => wordingForm(word)));
  if (parts.some((words) => words.length === 0)) return undefined;
  return { parts: parts.map((words) => ` ${words.join(' ')} `), length: parts.flat().length };
});

const seriesRecord = record('a series with id, unit, title, sentence and asks', {
  id: required(located(identifier)),
  unit: required(oneOf(FIGURE_UNITS)),
  period: optional(oneOf(FIGURE_PERIODS)),
  title: required(localized(text)),
  sentence: required(localized(located(text))),
  asks: required(localized(listOf(wording, 1))),
  unless: optional(localized(listOf(wording))),
});

const seriesFile = record('counted_by: and series:', {
  counted_by: required(mapOf(localized(text))),
  series: required(listOf(seriesRecord, 1)),
});

/** Reads `figures/series.yaml`; `undefined` after its problems were reported. */
export function readSeriesFile(yaml: string, report: Report): SeriesFile | undefined {
  let problems = 0;
  const count: Report = (...problem) => {
    problems += 1;
    report(...problem);
  };
  const node = parseYaml(yaml, count);
  const fields = node && seriesFile.read(node, count, '');
  if (fields === undefined) return undefined;
  const lines = new Map<string, number>();
  const series = fields.series.map(
    ({ id, sentence, period = 'year', asks, unless, ...rest }): SeriesDraft => {
      const earlier = lines.get(id.value);
      if (earlier !== undefined) {
        count(
          id.line,
          `The id "${id.value}" is already used in line ${earlier}.`,
          'Give one of the two another id.',
        );
      }
      lines.set(id.value, id.line);
      return {
        ...rest,
        id: id.value,
        line: id.line,
        period,
        asks: bothOf(asks),
        unless: unless === undefined ? [] : bothOf(unless),
        sentence: { vi: sentence.vi.value, en: sentence.en.value },
        accumulates: checkSentences(sentence, count),
      };
    },
  );
  const countedBy = new Map([...fields.counted_by].map(([key, { value }]) => [key, value]));
  return problems === 0 ? { countedBy, series } : undefined;
}

const bothOf = (wordings: Localized<readonly Wording[]>): readonly Wording[] =>
  LOCALES.flatMap((language) => wordings[language]);

const ALWAYS = ['value', 'counted_by'] as const;

/** Whether the sentences tell a date and not a year; what is wrong with them is reported. */
function checkSentences(sentences: Localized<Located<string>>, report: Report): boolean {
  const accumulates = placeholdersOf(sentences.vi.value).includes('as_of');
  const expected = [...ALWAYS, accumulates ? 'as_of' : 'year'];
  for (const language of LOCALES) {
    const { line, value } = sentences[language];
    const found = placeholdersOf(value);
    const isRight = expected.every((name) => found.includes(name)) && found.length === expected.length;
    if (isRight && value.endsWith('.')) continue;
    report(
      line,
      isRight
        ? `"sentence.${language}" does not end with a full stop.`
        : `"sentence.${language}" does not hold ${expected.map((name) => `{${name}}`).join(', ')}, each once.`,
      'Write one whole sentence with {value}, {counted_by} and {year}, or {as_of} in place of {year} in both languages.',
    );
  }
  return accumulates;
}

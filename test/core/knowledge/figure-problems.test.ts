import { describe } from 'node:test';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { figureRows, seriesFile, seriesYaml } from '../../support/figure-files.ts';
import { article, file } from '../../support/knowledge-files.ts';
import { type ProblemCase, reportsEach } from '../../support/problem-cases.ts';

const GOOD = 'exports,2019,10.9,,,us,Nguồn,,';
const BASE = article('a', 'Một câu.');

const withRows = (...rows: readonly string[]): readonly KnowledgeFile[] => [
  BASE,
  seriesFile(seriesYaml('exports')),
  figureRows(rows),
];
const withSeries = (...series: readonly string[]): readonly KnowledgeFile[] => [
  BASE,
  seriesFile(...series),
  figureRows([GOOD]),
];

const ROW_CASES: readonly ProblemCase[] = [
  {
    what: 'a series that is not described',
    files: withRows(GOOD, 'export,2019,1,,,us,Nguồn,,'),
    problem: 'figures/trade.csv:3: There is no series "export".',
    remedy: /one of: exports; or describe/,
  },
  {
    what: 'someone who counted and is not described',
    files: withRows('exports,2019,1,,,eu,Nguồn,,'),
    problem: 'figures/trade.csv:2: "counted_by" is "eu".',
    remedy: /one of: us, vn;/,
  },
  {
    what: 'the same year twice by the same count',
    files: withRows(GOOD, 'exports,2019,66.6,,,us,Nguồn,,'),
    problem:
      'figures/trade.csv:3: figures/trade.csv, line 2, already has "exports" for 2019 as counted by "us".',
    remedy: /Keep one/,
  },
  {
    what: 'a year that is none',
    files: withRows('exports,2019/20,1,,,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "year" is "2019/20".',
    remedy: /four digits, the first one of a school year/,
  },
  {
    what: 'a number written with a comma',
    files: withRows('exports,2019,"10,9",,,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "value" is "10,9".',
    remedy: /a point before its decimals/,
  },
  {
    what: 'a missing value',
    files: withRows('exports,2019,,,,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "value" is empty.',
    remedy: /such as 136\.6/,
  },
  {
    what: 'a row without a source',
    files: withRows('exports,2019,1,,,us,,,'),
    problem: 'figures/trade.csv:2: "source_title" is empty.',
    remedy: /a text/,
  },
  {
    what: 'an address that is none',
    files: withRows('exports,2019,1,,,us,Nguồn,example.org,'),
    problem: 'figures/trade.csv:2: "source_url" is "example.org".',
    remedy: /https:/,
  },
  {
    what: 'a hedge it does not know',
    files: withRows('exports,2019,1,roughly,,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "approximate" is "roughly".',
    remedy: /about, over, under, nearly/,
  },
  {
    what: 'a date for a series of whole years',
    files: withRows('exports,2019,1,,2019-10,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "as_of" is filled in.',
    remedy: /leave the field empty/,
  },
  {
    what: 'a date outside the year',
    files: withRows('exports,2019,1,,2018-10,us,Nguồn,,'),
    problem: 'figures/trade.csv:2: "as_of" is "2018-10", which is not in 2019.',
    remedy: /within the year/,
  },
  {
    what: 'a comma outside of quotes',
    files: withRows('exports,2019,1,,,us,Ủy ban, Hoa Kỳ,,'),
    problem: 'figures/trade.csv:2: This row has 10 fields, the first line has 9.',
    remedy: /double quotes/,
  },
  {
    what: 'a quote that is never closed',
    files: [BASE, figureRows([GOOD, 'exports,2018,1,,,us,"Nguồn,,'])],
    problem: 'figures/trade.csv:3: A quote is opened here and never closed.',
    remedy: /write each quote within it twice/,
  },
  {
    what: 'a column it does not know',
    files: [BASE, file('figures/trade.csv', 'series,year,value,counted_by,source_title,unit\n')],
    problem: 'figures/trade.csv:1: Unknown column "unit".',
    remedy: /The columns are: series/,
  },
  {
    what: 'a column that is missing',
    files: [BASE, file('figures/trade.csv', 'series,year,value,source_title\n')],
    problem: 'figures/trade.csv:1: The column "counted_by" is missing.',
    remedy: /may be left out/,
  },
  {
    what: 'a column that occurs twice',
    files: [BASE, file('figures/trade.csv', 'series,year,year,value,counted_by,source_title\n')],
    problem: 'figures/trade.csv:1: The column "year" occurs twice.',
    remedy: /The columns are/,
  },
  {
    what: 'a file of figures that is empty',
    files: [BASE, file('figures/trade.csv', '\n')],
    problem: 'figures/trade.csv:1: The file is empty.',
    remedy: /Begin it with/,
  },
  {
    what: 'figures without any description',
    files: [BASE, figureRows([GOOD])],
    problem: 'figures/trade.csv:2: There is no series "exports", for there is no figures/series.yaml.',
    remedy: /Describe the series there/,
  },
  {
    what: 'figures beside their folder',
    files: [BASE, file('trade.csv', 'series\n')],
    problem: 'trade.csv:1: This file is not where the bot reads such files.',
    remedy: /figures\/<subject>\.csv/,
  },
];

const SERIES_CASES: readonly ProblemCase[] = [
  {
    what: 'a unit it does not know',
    files: withSeries(seriesYaml('exports', { unit: 'euros' })),
    problem: 'figures/series.yaml:6: "series[1].unit" is "euros".',
    remedy: /one of: billion-dollars, count/,
  },
  {
    what: 'a title in one language only',
    files: withSeries(seriesYaml('exports', { title: '{ vi: Xuất khẩu }' })),
    problem: 'figures/series.yaml:7: "series[1].title.en" is missing.',
    remedy: /Add "en:"/,
  },
  {
    what: 'a sentence that does not say who counted',
    files: withSeries(
      seriesYaml('exports', {
        sentence: '{ vi: "Năm {year}, {value}, theo {counted_by}.", en: "In {year}, {value}." }',
      }),
    ),
    problem: 'figures/series.yaml:8: "sentence.en" does not hold {value}, {counted_by}, {year}, each once.',
    remedy: /one whole sentence/,
  },
  {
    what: 'a sentence without a full stop',
    files: withSeries(
      seriesYaml('exports', {
        sentence:
          '{ vi: "Năm {year}, {value}, theo {counted_by}", en: "In {year}, {value}, by {counted_by}." }',
      }),
    ),
    problem: 'figures/series.yaml:8: "sentence.vi" does not end with a full stop.',
    remedy: /one whole sentence/,
  },
  {
    what: 'no wording by which questions ask',
    files: withSeries(seriesYaml('exports', { asks: '{ vi: [], en: [exports] }' })),
    problem: 'figures/series.yaml:9: "series[1].asks.vi" has too few items: 0.',
    remedy: /at least 1/,
  },
  {
    what: 'a wording without words',
    files: withSeries(seriesYaml('exports', { asks: '{ vi: [xuất …], en: [exports] }' })),
    problem: 'figures/series.yaml:9: "series[1].asks.vi[1]" is "xuất …".',
    remedy: /words of a question/,
  },
  {
    what: 'an id that another series has',
    files: withSeries(seriesYaml('exports'), seriesYaml('exports')),
    problem: 'figures/series.yaml:10: The id "exports" is already used in line 5.',
    remedy: /another id/,
  },
  {
    what: 'a series without rows',
    files: withSeries(seriesYaml('exports'), seriesYaml('imports')),
    problem: 'figures/series.yaml:10: The series "imports" has no rows.',
    remedy: /Add one to a \.csv file/,
  },
];

describe('a row of figures that is refused', () => {
  reportsEach(ROW_CASES);
});

describe('a description of series that is refused', () => {
  reportsEach(SERIES_CASES);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLibrary, type Library } from '../../../src/core/knowledge/library.ts';
import { figureRows, seriesFile, seriesYaml } from '../../support/figure-files.ts';
import { article, libraryOf, sentencesOf } from '../../support/knowledge-files.ts';

const SOURCE = 'Nguồn,https://example.org/a,';
const BASE = article('bai', 'Một câu.');

/** The library of one series with these rows. */
const withRows = (
  rows: readonly string[],
  changes: Readonly<Record<string, string | undefined>> = {},
): Library => libraryOf(BASE, seriesFile(seriesYaml('exports', changes)), figureRows(rows));

const textOf = (library: Library, id: string, language: 'vi' | 'en'): string | undefined =>
  sentencesOf(library, id, language)[0]?.text;

describe('a row of figures', () => {
  const library = withRows([`exports,2019,10.9,,,us,"Ủy ban, Hoa Kỳ",https://example.org/a,tổng`]);

  it('becomes a sentence in each language under one id', () => {
    assert.equal(
      textOf(library, 'figures:exports:2019', 'vi'),
      'Năm 2019, Mỹ xuất khẩu 10,9 tỷ đô la Mỹ, theo Hoa Kỳ.',
    );
    assert.equal(
      textOf(library, 'figures:exports:2019', 'en'),
      'In 2019, the US exported 10.9 billion US dollars, by the US.',
    );
  });

  it('carries its year, its title with the year, and its source', () => {
    const document = library.document('figures:exports:2019', 'vi');
    assert.equal(document?.kind, 'figure');
    assert.equal(document?.date, '2019');
    assert.equal(document?.title, 'Xuất khẩu sang Việt Nam năm 2019');
    assert.equal(library.document('figures:exports:2019', 'en')?.title, 'Exports to Vietnam, 2019');
    assert.deepEqual(document?.sources, [{ title: 'Ủy ban, Hoa Kỳ', url: 'https://example.org/a' }]);
  });

  it('can be found by the handle of its sentence', () => {
    const [sentence] = sentencesOf(library, 'figures:exports:2019');
    assert.ok(sentence);
    assert.equal(library.sentence(sentence.handle)?.document.id, 'figures:exports:2019');
  });

  it('needs no address when its source is not on the web', () => {
    const [source] =
      withRows(['exports,2019,1,,,us,Sách,,']).document('figures:exports:2019', 'vi')?.sources ?? [];
    assert.deepEqual(source, { title: 'Sách' });
  });
});

describe('the value of a figure', () => {
  const CASES: readonly (readonly [what: string, cells: string, vi: string, en: string])[] = [
    ['has millions below a billion dollars', '0.287,', '287 triệu đô la Mỹ', '287 million US dollars'],
    ['keeps all its decimals', '46.483,', '46,483 tỷ đô la Mỹ', '46.483 billion US dollars'],
    [
      'says that it is about so much',
      '0.22,about',
      'khoảng 220 triệu đô la Mỹ',
      'about 220 million US dollars',
    ],
    [
      'says that it is nearly so much',
      '28.7,nearly',
      'gần 28,7 tỷ đô la Mỹ',
      'nearly 28.7 billion US dollars',
    ],
    ['says that it is over so much', '11,over', 'hơn 11 tỷ đô la Mỹ', 'more than 11 billion US dollars'],
    ['says that it is under so much', '2,under', 'dưới 2 tỷ đô la Mỹ', 'less than 2 billion US dollars'],
  ];
  for (const [what, cells, vi, en] of CASES) {
    it(what, () => {
      const library = withRows([`exports,2019,${cells},,us,${SOURCE}`]);
      assert.ok(textOf(library, 'figures:exports:2019', 'vi')?.includes(` ${vi},`));
      assert.ok(textOf(library, 'figures:exports:2019', 'en')?.includes(` ${en},`));
    });
  }

  it('parts the thousands of people as each language does', () => {
    const library = withRows([`exports,2019,1234567,under,,us,${SOURCE}`], { unit: 'count' });
    assert.ok(textOf(library, 'figures:exports:2019', 'vi')?.includes(' dưới 1.234.567,'));
    assert.ok(textOf(library, 'figures:exports:2019', 'en')?.includes(' fewer than 1,234,567,'));
  });
});

describe('a series of figures', () => {
  it('is written with school years where it says so', () => {
    const rows = [`exports,2008,5,,,us,${SOURCE}`, `exports,1999,4,,,us,${SOURCE}`];
    const library = withRows(rows, { period: 'school-year' });
    assert.ok(textOf(library, 'figures:exports:2008', 'vi')?.startsWith('Năm 2008/09,'));
    assert.ok(textOf(library, 'figures:exports:1999', 'en')?.startsWith('In 1999/2000,'));
    const document = library.document('figures:exports:2008', 'vi');
    assert.equal(document?.title, 'Xuất khẩu sang Việt Nam năm học 2008/09');
    assert.equal(document?.date, '2008');
  });

  it('is written with the date as of which its values hold where it says so', () => {
    const library = withRows([`exports,2004,5,,2004-10,us,${SOURCE}`, `exports,2016,6,,2016,us,${SOURCE}`], {
      sentence:
        '{ vi: "Đến {as_of}, Mỹ có {value}, theo {counted_by}.", en: "As of {as_of}, {value}, by {counted_by}." }',
    });
    assert.ok(textOf(library, 'figures:exports:2004', 'vi')?.startsWith('Đến tháng 10 năm 2004,'));
    assert.ok(textOf(library, 'figures:exports:2004', 'en')?.startsWith('As of October 2004,'));
    assert.ok(textOf(library, 'figures:exports:2016', 'en')?.startsWith('As of 2016,'));
  });

  it('keeps two counts of one year side by side, each with who counted', () => {
    const library = withRows([`exports,2014,5.7,,,us,${SOURCE}`, `exports,2014,6.3,,,vn,${SOURCE}`]);
    assert.match(
      textOf(library, 'figures:exports:2014', 'en') ?? '',
      /5\.7 billion US dollars, by the US\.$/,
    );
    assert.match(textOf(library, 'figures:exports:2014:vn', 'en') ?? '', /6\.3 .*, by Vietnam\.$/);
  });

  it('lists its figures by year, from all files', () => {
    const { figures } = libraryOf(
      BASE,
      seriesFile(seriesYaml('exports')),
      figureRows([`exports,2019,10.9,,,us,${SOURCE}`], 'a'),
      figureRows([`exports,1999,0.3,,,us,${SOURCE}`], 'b'),
    );
    assert.deepEqual(
      figures.map(({ id, figures: rows }) => [id, rows.map(({ year }) => year)]),
      [['exports', [1999, 2019]]],
    );
  });

  it('is read from columns in any order, without those that may be left out', () => {
    const file = figureRows([]);
    const text = `value,series,source_title,counted_by,year\n10.9,exports,Nguồn,us,2019\n`;
    const library = libraryOf(BASE, seriesFile(seriesYaml('exports')), {
      ...file,
      bytes: new TextEncoder().encode(text),
    });
    assert.ok(textOf(library, 'figures:exports:2019', 'en')?.includes('10.9 billion'));
  });

  it('can be stored with the library and made again', () => {
    const { articles, events, documents, glossary, figures } = withRows([`exports,2019,1,,,us,${SOURCE}`]);
    const stored = JSON.stringify({ articles, events, documents, glossary, figures });
    assert.deepEqual(createLibrary(JSON.parse(stored)).figures, figures);
  });

  it('is absent from a folder without figures', () => {
    assert.deepEqual(libraryOf(BASE).figures, []);
  });
});

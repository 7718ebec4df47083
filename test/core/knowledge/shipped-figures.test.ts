import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Figure } from '../../../src/core/knowledge/figures.ts';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../../src/core/knowledge/library.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { readKnowledgeFolder } from '../../../src/infra/files/knowledge-folder.ts';
import { article, libraryOf, sentencesOf } from '../../support/knowledge-files.ts';

const folder = readKnowledgeFolder('knowledge');
const files: readonly KnowledgeFile[] = folder.kind === 'files' ? folder.files : [];
const library: Library = libraryOf(
  article('bai', 'Một câu.'),
  ...files.filter(({ path }) => path.startsWith('figures/')),
);

const textsOf = (language: Locale): readonly string[] =>
  library.documents
    .filter((document) => document.kind === 'figure' && document.language === language)
    .flatMap(({ id }) => sentencesOf(library, id, language).map(({ text }) => text));

/** The figures of a series that one of these counted, by year. */
function byYear(series: string, counters: readonly string[]): ReadonlyMap<number, Figure> {
  const figures = library.figures.find(({ id }) => id === series)?.figures ?? [];
  return new Map(
    figures.filter(({ countedBy }) => counters.includes(countedBy.en)).map((figure) => [figure.year, figure]),
  );
}

const US = [
  'the US Census Bureau',
  'US statistics',
  'the US International Trade Commission',
  'the Office of the US Trade Representative',
];
const VIETNAM = ['Vietnam Customs'];

describe('the shipped figures', () => {
  it('name both countries, who counted and the year in every sentence', () => {
    for (const text of textsOf('vi')) {
      assert.match(text, /(?:Năm|Năm học|Tính đến) .*\d{4}/);
      assert.match(text, /Việt Nam/);
      assert.match(text, /Hoa Kỳ/);
      assert.match(text, /, theo \S.*\.$/);
    }
    for (const text of textsOf('en')) {
      assert.match(text, /^(?:In|As of) .*\d{4}/);
      assert.match(text, /Vietnam/);
      assert.match(text, /United States/);
      assert.match(text, /, according to \S.*\.$/);
    }
  });

  it('are one sentence each in each language', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const text of textsOf(language)) assert.equal(splitSentences(text, language).length, 1, text);
    }
  });

  it('have a source each', () => {
    for (const { figures } of library.figures) {
      for (const { source, documentId } of figures) assert.ok(source.title.length > 3, documentId);
    }
  });

  for (const [name, counters, exports, imports] of [
    ['the United States', US, 'us-exports-to-vietnam', 'us-imports-from-vietnam'],
    ['Vietnam', VIETNAM, 'vietnam-exports-to-us', 'vietnam-imports-from-us'],
  ] as const) {
    it(`add up to the whole trade as ${name} counts it`, () => {
      const [sold, bought] = [byYear(exports, counters), byYear(imports, counters)];
      let checked = 0;
      for (const [year, { value }] of byYear('total-trade', counters)) {
        const [one, other] = [sold.get(year), bought.get(year)];
        if (one === undefined || other === undefined) continue;
        checked += 1;
        // A tenth of a billion is what rounding loses; the total of 2013 was published before its parts were revised.
        const leeway = value < 10 ? 0.005 : 0.1;
        assert.ok(Math.abs(one.value + other.value - value) <= leeway, `${year}: ${value}`);
      }
      assert.ok(checked >= 3);
    });
  }

  it('have a deficit that is the difference of what was bought and sold', () => {
    const [sold, bought] = [byYear('us-exports-to-vietnam', US), byYear('us-imports-from-vietnam', US)];
    for (const [year, { value }] of byYear('us-trade-deficit-with-vietnam', US)) {
      const [one, other] = [sold.get(year), bought.get(year)];
      if (one === undefined || other === undefined) continue;
      assert.ok(Math.abs(other.value - one.value - value) <= 0.15, `${year}: ${value}`);
    }
  });

  it('cover each year of trade since relations were normalised but one, by one count or the other', () => {
    const years = new Set(
      library.figures.find(({ id }) => id === 'total-trade')?.figures.map(({ year }) => year),
    );
    const missing = Array.from({ length: 2024 - 1995 + 1 }, (_, at) => 1995 + at).filter(
      (year) => !years.has(year),
    );
    assert.deepEqual(missing, [2017]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type MissingYear, missingYear } from '../../../src/core/answer/figures-note.ts';
import { type Edtf, parseEdtf } from '../../../src/core/dates/edtf.ts';
import { readDates } from '../../../src/core/dates/read-dates.ts';
import { tokenise } from '../../../src/core/text/tokenise.ts';
import { figureRows, seriesFile, seriesYaml } from '../../support/figure-files.ts';
import { article, libraryOf } from '../../support/knowledge-files.ts';

const day = (text: string): Edtf => parseEdtf(text) ?? assert.fail(text);
const rows = (series: string, years: readonly number[]): readonly string[] =>
  years.map((year) => `${series},${year},1,,,us,Nguồn,,`);

const library = libraryOf(
  article('bai', 'Một câu.'),
  seriesFile(
    seriesYaml('trade', {
      asks: '{ vi: [thương mại hai chiều, buôn bán], en: [two-way trade, bilateral trade] }',
      unless: '{ vi: [hiệp định], en: [agreement] }',
    }),
    seriesYaml('exports', { asks: '{ vi: [buôn bán … sang Việt Nam], en: [exports to Vietnam] }' }),
    seriesYaml('imports-us', { asks: '{ vi: [Mỹ nhập … từ Việt Nam], en: [imports from Vietnam] }' }),
    seriesYaml('imports-vn', { asks: '{ vi: [Mỹ nhập … từ Việt Nam], en: [imports from Vietnam] }' }),
    seriesYaml('students', {
      period: 'school-year',
      asks: '{ vi: [sinh viên], en: [students] }',
    }),
  ),
  figureRows([
    ...rows('trade', [1995, 2000, 2019]),
    ...rows('exports', [2005]),
    ...rows('imports-us', [2019, 2014]),
    ...rows('imports-vn', [2014, 2020]),
    ...rows('students', [2008, 2016]),
  ]),
);

function ask(question: string): MissingYear | undefined {
  const words = tokenise(question).map(({ word }) => word);
  const options = { language: 'vi', today: day('2026-11-21'), relativeToToday: true } as const;
  return missingYear(words, readDates(question, options), library);
}

describe('missingYear', () => {
  it('names the years of the series that the question asks about', () => {
    const missing = ask('Thương mại hai chiều năm 1998 là bao nhiêu?');
    assert.equal(missing?.series.id, 'trade');
    assert.equal(missing?.asked, '1998');
    assert.deepEqual(missing?.years, [1995, 2000, 2019]);
  });

  it('understands questions in both languages, without diacritics and with i for y', () => {
    for (const question of [
      'thuong mai hai chieu nam 1998',
      'What was two-way trade in 1998?',
      'mĩ nhập gì từ việt nam năm 1998',
    ]) {
      assert.equal(ask(question)?.asked, '1998', question);
    }
  });

  it('has nothing to say for a year that is there', () => {
    assert.equal(ask('Thương mại hai chiều năm 2000 là bao nhiêu?'), undefined);
  });

  it('has nothing to say when one of several years is there', () => {
    assert.equal(ask('Thương mại hai chiều năm 1998 và năm 2000?'), undefined);
  });

  it('has nothing to say without a year, for a day, or from a year on', () => {
    assert.equal(ask('Thương mại hai chiều là bao nhiêu?'), undefined);
    assert.equal(ask('Thương mại hai chiều ngày 12/7/1998?'), undefined);
    assert.equal(ask('Thương mại hai chiều từ năm 1998?'), undefined);
  });

  it('has nothing to say about anything but the series', () => {
    assert.equal(ask('Đại sứ Mỹ năm 1998 là ai?'), undefined);
    assert.equal(ask('Phái đoàn thương mại năm 1998 có hai chiều?'), undefined);
  });

  it('leaves a question alone whose words ask about something else after all', () => {
    assert.equal(ask('Did the bilateral trade agreement of 1998 hold?'), undefined);
  });

  it('finds the parts of a wording in their order only', () => {
    assert.equal(ask('Mỹ nhập bao nhiêu gạo từ Việt Nam năm 1998?')?.series.id, 'imports-us');
    assert.equal(ask('Từ Việt Nam năm 1998, Mỹ nhập gì?'), undefined);
  });

  it('takes the series with the longer wording', () => {
    assert.equal(ask('Mỹ buôn bán gì sang Việt Nam năm 1998?')?.series.id, 'exports');
  });

  it('puts the years of two counts of the same thing together', () => {
    assert.deepEqual(ask('US imports from Vietnam in 2011')?.years, [2014, 2019, 2020]);
    assert.equal(ask('US imports from Vietnam in 2020'), undefined);
  });

  it('lets a calendar year be either of its school years, and a school year only itself', () => {
    assert.equal(ask('Có bao nhiêu sinh viên năm 2016?'), undefined);
    assert.equal(ask('Có bao nhiêu sinh viên năm 2017?'), undefined);
    assert.equal(ask('Có bao nhiêu sinh viên năm học 2016-2017?'), undefined);
    assert.equal(ask('Có bao nhiêu sinh viên năm học 2017-2018?')?.asked, '2017/2018');
  });

  it('misses a decade only if it has no year of the series', () => {
    assert.equal(ask('Thương mại hai chiều thập niên 1990?'), undefined);
    assert.equal(ask('Thương mại hai chiều thập niên 1980?')?.asked, '198X');
  });

  it('never says of a year that is there that it is missing, whatever the words', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('thương', 'mại', 'hai', 'chiều', 'buôn', 'bán', 'sang'),
    );
    const dates = readDates('năm 2000', { language: 'vi', today: day('2026-11-21') });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const missing = missingYear(words, dates, library);
        assert.ok(missing === undefined || !missing.years.includes(2000));
      }),
    );
    assert.equal(missingYear(['buôn', 'bán', 'sang', 'Việt', 'Nam'], dates, library)?.series.id, 'exports');
  });
});

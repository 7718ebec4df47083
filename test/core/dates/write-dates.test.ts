import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { twoDigits } from '../../../src/core/dates/edtf-parts.ts';
import { readDates } from '../../../src/core/dates/read-dates.ts';
import { type DateStyle, writeDate } from '../../../src/core/dates/write-dates.ts';
import { LOCALES, type Locale } from '../../../src/core/locale.ts';
import { assertReadBack, FIRST_YEAR, LAST_YEAR } from './days-read-back.ts';
import { knownDate, TODAY } from './known-date.ts';

const STYLES: readonly DateStyle[] = ['short', 'long'];

const WRITTEN: readonly (readonly [string, Locale, string, string])[] = [
  ['1995-07-12', 'vi', '12/7/1995', 'ngày 12 tháng 7 năm 1995'],
  ['1995-07-12', 'en', 'Jul 12, 1995', 'July 12, 1995'],
  ['1995-08', 'vi', 'tháng 8/1995', 'tháng 8 năm 1995'],
  ['1995-08', 'en', 'Aug 1995', 'August 1995'],
  ['2000', 'vi', '2000', 'năm 2000'],
  ['2000', 'en', '2000', '2000'],
  ['199X', 'vi', 'thập niên 1990', 'thập niên 1990'],
  ['199X', 'en', 'the 1990s', 'the 1990s'],
  ['200X', 'en', 'the 2000s', 'the 2000s'],
  ['190X', 'en', 'the decade of the 1900s', 'the decade of the 1900s'],
  ['18XX', 'vi', 'thế kỷ 19', 'thế kỷ 19'],
  ['18XX', 'en', 'the 19th century', 'the 19th century'],
  ['20XX', 'en', 'the 21st century', 'the 21st century'],
  ['XXXX-07-12', 'vi', '12/7', 'ngày 12 tháng 7'],
  ['XXXX-07-12', 'en', 'Jul 12', 'July 12'],
  ['XXXX-07', 'vi', 'tháng 7', 'tháng 7'],
  ['XXXX-07', 'en', 'Jul', 'July'],
  ['2016-05-22/2016-05-25', 'vi', '22–25/5/2016', 'ngày 22–25 tháng 5 năm 2016'],
  ['2016-05-22/2016-05-25', 'en', 'May 22–25, 2016', 'May 22–25, 2016'],
  ['1995/2000', 'vi', '1995–2000', 'từ 1995 đến 2000'],
  ['1995/2000', 'en', '1995–2000', 'from 1995 to 2000'],
  [
    '1975-04-30/1975-05-02',
    'vi',
    'từ 30/4/1975 đến 2/5/1975',
    'từ ngày 30 tháng 4 năm 1975 đến ngày 2 tháng 5 năm 1975',
  ],
  ['1975-04-30/1975-05-02', 'en', 'from Apr 30, 1975 to May 2, 1975', 'from April 30, 1975 to May 2, 1975'],
  ['2000/..', 'vi', 'từ 2000', 'từ năm 2000'],
  ['2000/..', 'en', 'since 2000', 'since 2000'],
  ['../1953', 'vi', 'đến 1953', 'đến năm 1953'],
  ['../1953', 'en', 'until 1953', 'until 1953'],
];

describe('writeDate', () => {
  for (const [date, language, short, long] of WRITTEN) {
    it(`writes ${date} as "${short}" and "${long}" (${language})`, () => {
      assert.equal(writeDate(knownDate(date), language, 'short'), short);
      assert.equal(writeDate(knownDate(date), language, 'long'), long);
    });
  }

  it('writes every month, year, decade and century so that it is read back', () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      const texts = [String(year), `${Math.floor(year / 10)}X`, `${Math.floor(year / 100)}XX`];
      for (let month = 1; month <= 12; month += 1) texts.push(`${year}-${twoDigits(month)}`);
      assertAllReadBack(texts);
    }
  });

  it('writes every day and month of any year so that it is read back', () => {
    for (let month = 1; month <= 12; month += 1) {
      const texts = [`XXXX-${twoDigits(month)}`];
      for (let day = 1; day <= 31; day += 1) texts.push(`XXXX-${twoDigits(month)}-${twoDigits(day)}`);
      // "7/11" is ambiguous for English askers, and no English style writes it so.
      assertAllReadBack(texts.filter((text) => parseEdtf(text) !== undefined));
    }
  });

  it('writes intervals, open ones too, so that they are read back', () => {
    const year = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR });
    const month = fc.integer({ min: 1, max: 12 }).map(twoDigits);
    const day = fc.integer({ min: 1, max: 31 }).map(twoDigits);
    const end = fc.oneof(
      year.map(String),
      year.map((value) => `${Math.floor(value / 10)}X`),
      year.map((value) => `${Math.floor(value / 100)}XX`),
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month, day).map((parts) => parts.join('-')),
    );
    const interval = fc
      .tuple(fc.oneof(end, fc.constant('..')), fc.oneof(end, fc.constant('..')))
      .filter(([from, to]) => from !== to)
      .map((ends) => ends.join('/'))
      .filter((text) => parseEdtf(text) !== undefined);
    fc.assert(fc.property(interval, (text) => assertAllReadBack([text])));
  });

  it('writes days in a sentence so that they are found there', () => {
    for (const language of LOCALES) {
      for (const style of STYLES) {
        const written = writeDate(knownDate('1995-07-12'), language, style);
        const [mention] = readDates(`Xem (${written}).`, { language, today: TODAY });
        assert.equal(mention?.edtf, '1995-07-12');
      }
    }
  });
});

function assertAllReadBack(texts: readonly string[]): void {
  for (const text of texts) {
    for (const language of LOCALES) {
      for (const style of STYLES) assertReadBack(knownDate(text), language, style);
    }
  }
}

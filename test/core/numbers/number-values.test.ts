import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Locale } from '../../../src/core/locale.ts';
import { readNumberValues } from '../../../src/core/numbers/number-values.ts';

const stated = (text: string, language: Locale): readonly number[] =>
  readNumberValues(text, language, []).stated.map(({ value }) => value);

const CASES: readonly (readonly [language: Locale, text: string, values: readonly number[]])[] = [
  ['vi', '36,5 tỷ USD', [36.5e9]],
  ['vi', '1.234 người', [1234]],
  ['vi', '1.234.567 người', [1_234_567]],
  ['vi', '3 nghìn tỷ đồng', [3e12]],
  ['vi', 'hai mươi lăm tàu', [25]],
  ['vi', 'hai mươi tư tàu', [24]],
  ['vi', 'mười hai đoàn', [12]],
  ['vi', 'một trăm linh năm người', [105]],
  ['vi', 'ba trăm nghìn lính', [300_000]],
  ['vi', 'năm triệu người', [5_000_000]],
  ['vi', 'hai năm sau, mười năm sau', [2, 10]],
  ['vi', 'năm 1995', [1995]],
  ['vi', 'tư nhân', []],
  ['vi', 'một người', []],
  ['vi', 'tháng 9', []],
  ['en', '36.5 billion dollars', [36.5e9]],
  ['en', '1,234 people', [1234]],
  ['en', '$1.5-million grant', [1.5e6]],
  ['en', 'Twenty-five ships', [25]],
  ['en', 'two hundred and fifty men', [250]],
  ['en', 'a million people', [1_000_000]],
  ['en', 'ten thousand miles', [10_000]],
  ['en', 'three and four', [3, 4]],
  ['en', 'a ship, one man', []],
  ['en', '2,4-D', []],
  ['en', 'at 7 p.m. and 18:00', [18]],
];

describe('numbers of a text', () => {
  for (const [language, text, values] of CASES)
    it(`are read from "${text}" (${language})`, () => assert.deepEqual(stated(text, language), values));

  it('are possible, though not stated, in ordinals, Roman numerals and words such as "both"', () => {
    const possible = (text: string, language: Locale): readonly number[] => [
      ...readNumberValues(text, language, []).possible,
    ];
    assert.deepEqual(possible('twelfth', 'en'), [12]);
    assert.deepEqual(possible('Đại hội XIII', 'vi'), [13]);
    assert.deepEqual(possible('XIX', 'en'), [19]);
    assert.ok(possible('both sides', 'en').includes(2));
    assert.ok(possible('nửa triệu', 'vi').includes(500_000));
    assert.ok(possible('7 giờ tối', 'vi').includes(19));
  });

  it('are kept apart when they belong to a date', () => {
    const { stated: numbers, inDates } = readNumberValues('Ngày 12/7 có 3 tàu', 'vi', [{ start: 5, end: 9 }]);
    assert.deepEqual(
      numbers.map(({ text }) => text),
      ['3'],
    );
    assert.deepEqual([...inDates], [12, 7]);
  });

  it('are the same however a language groups their digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 999_999_999 }), (value) => {
        const grouped = (separator: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
        assert.deepEqual(stated(`${grouped('.')} tàu`, 'vi'), [value]);
        assert.deepEqual(stated(`${grouped(',')} ships`, 'en'), [value]);
      }),
    );
  });

  it('are read from any text without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('vi', 'en'),
        (text, language) => {
          for (const { value, text: written } of readNumberValues(text, language, []).stated) {
            assert.ok(!Number.isNaN(value));
            assert.ok(text.includes(written));
          }
        },
      ),
    );
  });
});

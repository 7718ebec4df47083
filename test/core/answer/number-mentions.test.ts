import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNumbers } from '../../../src/core/answer/number-mentions.ts';
import { readDates } from '../../../src/core/dates/read-dates.ts';
import { TODAY } from '../../support/asking.ts';

/** The quantities of a text whose dates are taken. */
const numbersOf = (text: string) => readNumbers(text, readDates(text, { language: 'vi', today: TODAY }));

const textsOf = (text: string): readonly string[] =>
  numbersOf(text).map(({ start, end }) => text.slice(start, end));

describe('the quantities of a sentence', () => {
  for (const [text, expected] of Object.entries({
    'Có 68.000 trẻ mồ côi.': ['68.000'],
    'Có 1.234.567 người.': ['1.234.567'],
    'Đạt 36,5 tỷ USD và 2 triệu tấn.': ['36,5 tỷ USD', '2 triệu tấn'],
    'About 68,000 orphans for $1.5 billion.': ['68,000', '$1.5 billion'],
    'Tăng 50% và 12 phần trăm.': ['50%', '12 phần trăm'],
    'Cách 5 km, rộng 12,5 km².': ['5 km', '12,5 km²'],
    'Bốn người và hàng nghìn tấm ảnh.': ['Bốn', 'hàng nghìn'],
    'Ruled 6–3; some 30–40 people came.': ['6–3', '30–40'],
    'Three ships, dozens of boats.': ['Three', 'dozens of'],
  })) {
    it(`are found with their units: ${text}`, () => {
      assert.deepEqual(textsOf(text), expected);
    });
  }

  it('are dollars, shares, measures, ranks or counts', () => {
    for (const [text, expected] of Object.entries({
      '36,5 tỷ USD': 'money',
      '$1.5 billion': 'money',
      'Xuất sang Mỹ 61,35 tỷ.': 'money',
      '2,2 triệu người Mỹ gốc Việt': 'count',
      '1,4 tỷ người': 'count',
      '50%': 'share',
      '2 triệu tấn': 'measure',
      'đối tác lớn thứ hai của Việt Nam': 'rank',
      'Hội nghị lần thứ 20': 'rank',
      'hai tàu': 'count',
    })) {
      assert.deepEqual(
        numbersOf(text).map(({ quantity }) => quantity),
        [expected],
        text,
      );
    }
  });

  it('are no dates, and no parts of names', () => {
    assert.deepEqual(textsOf('Ngày 12 tháng 7 năm 1995, máy bay B-52 và tàu DDG-62, MiG21.'), []);
  });

  it('that are written in several words are one', () => {
    assert.deepEqual(textsOf('Có một trăm hai mươi người.'), ['một trăm hai mươi']);
    assert.deepEqual(textsOf('Có mười một người.'), ['mười một']);
    assert.deepEqual(textsOf('Twenty-five men.'), []);
  });

  it('do not take "năm" behind a number for five', () => {
    assert.deepEqual(textsOf('Ông bị giam sáu năm.'), ['sáu']);
    assert.deepEqual(textsOf('Sau hai mươi năm thì về.'), ['hai mươi']);
    assert.deepEqual(textsOf('Có năm người.'), ['năm']);
  });

  it('are followed by what they count', () => {
    const [first] = numbersOf('Có 25.000 tấn gạo cứu trợ cho người dân.');
    assert.deepEqual(first?.following, ['tan', 'gao', 'cuu', 'tro', 'cho']);
    const [years] = numbersOf('Ông bị giam sáu năm.');
    assert.deepEqual(years?.following, ['nam']);
  });

  it('have true places in order in any text', () => {
    const piece = fc.constantFrom(
      '12',
      '1.234',
      ',',
      ' ',
      'năm',
      'mười',
      'triệu',
      'USD',
      '🙂',
      '\ud800',
      '-',
      '$',
      'một',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of readNumbers(text, [])) {
          assert.ok(start >= last && end > start && end <= text.length, text);
          assert.equal(text.slice(start, end).trim(), text.slice(start, end));
          last = end;
        }
      }),
    );
  });
});

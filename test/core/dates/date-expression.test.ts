import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DateExpression, parseDateExpression } from '../../../src/core/dates/date-expression.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { PRECISION_EXAMPLES, TODAY } from './known-date.ts';

const read = (text: string, language: Locale = 'vi'): DateExpression =>
  parseDateExpression(text, { language, today: TODAY });

const VIETNAMESE: readonly (readonly [string, string])[] = [
  ['12/7', 'XXXX-07-12'],
  ['30-4', 'XXXX-04-30'],
  ['30.4', 'XXXX-04-30'],
  ['2/9', 'XXXX-09-02'],
  ['29/2', 'XXXX-02-29'],
  ['24/7', 'XXXX-07-24'],
  ['  12/7/1995  ', '1995-07-12'],
  ['vào ngày 12 tháng 7 năm 1995', '1995-07-12'],
  ['12 - 7 - 1995', '1995-07-12'],
  ['chiều 30/4/1975', '1975-04-30'],
  ['hai tháng chín', 'XXXX-09-02'],
  ['tháng 7', 'XXXX-07'],
  ['trong tháng 7 năm 1995', '1995-07'],
  ['T8/1995', '1995-08'],
  ['năm 1010', '1010'],
  ['hôm nay', '2026-08-29'],
  ['năm ngoái', '2025'],
  ['thập niên 1990', '199X'],
  ['thế kỷ XIX', '18XX'],
  ['đầu những năm 1990', '199X'],
  ['từ 1995 đến 2000', '1995/2000'],
  ['giai đoạn 1995–2000', '1995/2000'],
  ['từ 22 đến 25/5/2016', '2016-05-22/2016-05-25'],
  ['từ năm 2000', '2000/..'],
  ['từ 12/7/1995', '1995-07-12/..'],
  ['từ 1995 đến nay', '1995/..'],
  ['năm 2000 trở đi', '2000/..'],
  ['năm 1954 trở về trước', '../1954'],
  ['sau 1975', '1975/..'],
  ['đến năm 1953', '../1953'],
  ['trước 1954', '../1953'],
  ['trước tháng 1 năm 1995', '../1994-12'],
  ['trước 1/3/2000', '../2000-02-29'],
  ['ngay 12 thang 7 nam 1995', '1995-07-12'],
];

const ENGLISH: readonly (readonly [string, string])[] = [
  ['July 11, 1995', '1995-07-11'],
  ['on July 11, 1995', '1995-07-11'],
  ['the 4th of July', 'XXXX-07-04'],
  ['Jul', 'XXXX-07'],
  ['may', 'XXXX-05'],
  ['7/25', 'XXXX-07-25'],
  ['25/7', 'XXXX-07-25'],
  ['8/8', 'XXXX-08-08'],
  ['the 1990s', '199X'],
  ['in the early 1990s', '199X'],
  ['about 1968', '1968'],
  ['since 2000', '2000/..'],
  ['from 2000 onwards', '2000/..'],
  ['before the 1990s', '../1989'],
  ['until July 1954', '../1954-07'],
  ['from 1995 to 2000', '1995/2000'],
  ['yesterday', '2026-08-28'],
  ['từ năm 2000', '2000/..'],
];

const ASSUMED: readonly (readonly [string, string])[] = [
  ['12-7-95', '1995-07-12'],
  ['7/95', '1995-07'],
  ['T8/95', '1995-08'],
  ['năm 75', '1975'],
  ["'75", '1975'],
  ['trong những năm 90', '199X'],
  ['từ năm 95', '1995/..'],
];

const UNREADABLE = [
  'Quốc khánh',
  'ngày nào đó?',
  '12/7/1995?',
  '12/7/1995.',
  'ngày 12 tháng 7 năm 1995 có gì',
  '95',
  '12',
  'since 12/7',
  'từ 22/5 đến 25/5',
  '12/7/1995 13/7/1995',
  'tháng Chạp',
  'tháng mấy',
  '1995/2000/2005',
  '\ud800',
];

const IMPOSSIBLE = [
  '31/2',
  '29/2/1995',
  'tháng 13',
  '32/7',
  'July 32',
  '1995-02-29',
  '1995-13',
  '13/2015',
  '45/45/1995',
];

describe('parseDateExpression', () => {
  for (const [text] of PRECISION_EXAMPLES) {
    it(`takes EDTF, ${text}, as it stands`, () => assert.deepEqual(read(text), { kind: 'date', edtf: text }));
  }
  it('takes EDTF in small letters', () =>
    assert.deepEqual(read('xxxx-07-12'), { kind: 'date', edtf: 'XXXX-07-12' }));

  for (const [text, edtf] of VIETNAMESE) {
    it(`reads "${text}" as ${edtf}`, () => assert.deepEqual(read(text), { kind: 'date', edtf }));
  }
  for (const [text, edtf] of ENGLISH) {
    it(`reads "${text}" from an English asker as ${edtf}`, () => {
      assert.deepEqual(read(text, 'en'), { kind: 'date', edtf });
    });
  }
  for (const [text, edtf] of ASSUMED) {
    it(`reads "${text}" as ${edtf} and says that the century is assumed`, () => {
      assert.deepEqual(read(text), { kind: 'date', edtf, assumedCentury: true });
    });
  }

  it('asks back which of two days an English asker means, month first listed first', () => {
    assert.deepEqual(read('7/11', 'en'), { kind: 'ambiguous', candidates: ['XXXX-07-11', 'XXXX-11-07'] });
    assert.deepEqual(read('7/11/95', 'en'), {
      kind: 'ambiguous',
      candidates: ['1995-07-11', '1995-11-07'],
      assumedCentury: true,
    });
  });
  it('keeps "since" and "before" in both days it asks about', () => {
    assert.deepEqual(read('before 7/11/1995', 'en'), {
      kind: 'ambiguous',
      candidates: ['../1995-07-10', '../1995-11-06'],
    });
  });
  it('asks back whether the 1900s are ten or a hundred years', () => {
    assert.deepEqual(read('the 1900s', 'en'), { kind: 'ambiguous', candidates: ['19XX', '190X'] });
  });

  it('says that nothing is there', () => {
    assert.deepEqual(read(' \n'), { kind: 'problem', problem: 'empty' });
  });
  for (const text of UNREADABLE) {
    it(`does not guess at "${text}"`, () => {
      assert.deepEqual(read(text), { kind: 'problem', problem: 'unreadable', text });
    });
  }
  for (const text of IMPOSSIBLE) {
    it(`says that there is no ${text}`, () => {
      assert.deepEqual(read(text), { kind: 'problem', problem: 'impossible', text });
    });
  }
  for (const text of ['2000-1995', '2000/1995', 'từ 2000 đến 1995', 'from 2000 to 1995']) {
    it(`says that "${text}" ends before it begins`, () => {
      assert.deepEqual(read(text), { kind: 'problem', problem: 'reversed', from: '2000', to: '1995' });
    });
  }
  it('refuses a text that is too long for a date, and cuts it', () => {
    const expression = read('1995 '.repeat(100_000));
    assert.equal(
      expression.kind === 'problem' && expression.problem === 'unreadable' && expression.text.length,
      200,
    );
  });
});

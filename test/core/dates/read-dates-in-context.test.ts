import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDates } from '../../../src/core/dates/read-dates.ts';
import { knownDate, TODAY } from './known-date.ts';
import { expectations, showMentions } from './show-mentions.ts';

expectations(
  'what follows a dated sentence',
  [
    ['Năm năm sau, hai nước', 'Năm năm sau = 2000'],
    ['Five years later, the two', 'Five years later = 2000'],
    ['Hai năm sau đó hai bên', 'Hai năm sau đó = 1997'],
    ['Mười năm sau, ', 'Mười năm sau = 2005'],
    ['Hai mươi lăm năm sau,', 'Hai mươi lăm năm sau = 2020'],
    ['A decade later', '= 2005'],
    ['two years earlier', '= 1993'],
    ['Hai năm trước đó', '= 1993'],
    ['Tháng 11 cùng năm', '= 1995-11'],
    ['Trong năm đó', 'năm đó = 1995'],
    ['the following year', '= 1996'],
    ['Hai năm sau chiến tranh'],
    ['Gần năm năm sau, '],
    ['about five years later'],
    ['Vài năm sau,'],
  ],
  { context: knownDate('1995-08') },
);

expectations(
  'what a question adds',
  [
    ['hôm nay có gì?', 'hôm nay = 2026-08-29'],
    ['hom qua', '= 2026-08-28'],
    ['ngày mai', '= 2026-08-30'],
    ['tháng này, tháng trước', 'tháng này = 2026-08', 'tháng trước = 2026-07'],
    ['năm nay và năm ngoái', 'năm nay = 2026', 'năm ngoái = 2025'],
    ['this year, next year', 'this year = 2026', 'next year = 2027'],
    ['20 năm trước', '= 2006'],
    ['cách đây 20 năm', '= 2006'],
    ['20 years ago', '= 2006'],
    ['30/4 là ngày gì?', '30/4 = XXXX-04-30'],
    ['sự kiện 2/9?', '2/9 = XXXX-09-02'],
    ['chiếm 1/3 diện tích?'],
    ['mở cửa 24/7?'],
    ['còn năm 75?', 'năm 75 = 1975*'],
    ['bình thường hóa hồi 95 v', '95 = 1995*'],
    ['what happened on july 4 1976?', 'july 4 1976 = 1976-07-04'],
  ],
  { relativeToToday: true },
);

expectations(
  'bare numbers from an English asker',
  [
    ['signed on 7/11', '7/11 = XXXX-07-11|XXXX-11-07'],
    ['signed on 7/11/1995', '7/11/1995 = 1995-07-11|1995-11-07'],
    ['signed on 7/7/1995', '7/7/1995 = 1995-07-07'],
    ['signed on 7/25/1995', '7/25/1995 = 1995-07-25'],
    ['signed on 25/7/1995', '25/7/1995 = 1995-07-25'],
    ['signed on 2/30/1995', '2/30/1995 = impossible'],
    ['ngày 7/11/1995', '= 1995-11-07'],
    ['from 7/11/1995 to 7/12/1995', '= 1995-07-11/1995-07-12|1995-11-07/1995-12-07'],
    ['on May 22', 'May 22 = XXXX-05-22'],
  ],
  { language: 'en' },
);

describe('readDates', () => {
  it('reads bare numbers day first for Vietnamese, or in the only order that makes a day', () => {
    assert.deepEqual(showMentions('7/11/1995; 7/25/1995'), [
      '7/11/1995 = 1995-11-07',
      '7/25/1995 = 1995-07-25',
    ]);
  });
  it('counts on from the date before in the same text', () => {
    const text =
      'Tháng 8 năm 1995, Hoa Kỳ mở đại sứ quán. Năm năm sau, ngày 13 tháng 7 năm 2000, hai nước ký BTA.';
    assert.deepEqual(showMentions(text), [
      'Tháng 8 năm 1995 = 1995-08',
      'Năm năm sau = 2000',
      'ngày 13 tháng 7 năm 2000 = 2000-07-13',
    ]);
  });
  it('counts on from no date that spans several years', () => {
    assert.deepEqual(showMentions('Từ 1990 đến 1995. Năm năm sau, '), ['Từ 1990 đến 1995 = 1990/1995']);
  });
  it('gives offsets into the text as it came, decomposed or not', () => {
    const text = 'Hội nghị ngày 12 tháng 7 năm 1995.'.normalize('NFD');
    const [mention] = readDates(text, { language: 'vi', today: TODAY });
    assert.equal(text.slice(mention?.start, mention?.end), 'ngày 12 tháng 7 năm 1995'.normalize('NFD'));
  });
  it('refuses a today that is no day', () => {
    assert.throws(() => readDates('', { language: 'vi', today: knownDate('2026-08') }), TypeError);
  });
});

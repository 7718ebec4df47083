import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDates } from '../../../src/core/dates/read-dates.ts';
import { knownDate, TODAY } from './known-date.ts';
import { showMentions } from './show-mentions.ts';

type Case = readonly [text: string, ...mentions: readonly string[]];

/** Each text stands in the test's name; `=` alone says that the whole text is the mention. */
function expectations(
  name: string,
  cases: readonly Case[],
  options: Parameters<typeof showMentions>[1] = {},
): void {
  describe(name, () => {
    for (const [text, ...mentions] of cases) {
      const expected = mentions.map((mention) => (mention.startsWith('=') ? `${text} ${mention}` : mention));
      const outcome = expected.length === 0 ? 'finds no date in' : 'reads';
      it(`${outcome} "${text}"`, () => assert.deepEqual(showMentions(text, options), expected));
    }
  });
}

expectations('a day in Vietnamese', [
  ['ngày 12 tháng 7 năm 1995', '= 1995-07-12'],
  ['Ngày 12 tháng 7 năm 1995, hai nước', 'Ngày 12 tháng 7 năm 1995 = 1995-07-12'],
  ['12 tháng 7, 1995', '= 1995-07-12'],
  ['12 tháng 7 1995', '= 1995-07-12'],
  ['ngày 12/7/1995', '= 1995-07-12'],
  ['12.7.1995', '= 1995-07-12'],
  ['12 / 7 / 1995', '= 1995-07-12'],
  ['ngày 12 - 7 - 1995', '= 1995-07-12'],
  ['12/7 năm 1995', '= 1995-07-12'],
  ['ngày12/7/1995', '= 1995-07-12'],
  ['ngày 4 tháng Bảy năm 1976', '= 1976-07-04'],
  ['ba mươi tháng tư', '= XXXX-04-30'],
  ['hai tháng chín người'],
  ['mùng 4 tháng 7', '= XXXX-07-04'],
  ['mồng 2/9', '= XXXX-09-02'],
  ['ngày mùng 2 tháng 9 năm 1945', '= 1945-09-02'],
  ['ngày 30 tháng 4', '= XXXX-04-30'],
  ['ngày ba mươi tháng tư năm 1975', '= 1975-04-30'],
  ['ngày 12-7', '= XXXX-07-12'],
  ['ngày 12.7', '= XXXX-07-12'],
  ['sáng 12/7, ông', '12/7 = XXXX-07-12'],
  ['thứ Ba, 11/7', '11/7 = XXXX-07-11'],
  ['ngày 29 tháng 2', '= XXXX-02-29'],
]);

expectations('a day in English', [
  ['July 11, 1995', '= 1995-07-11'],
  ['July 11,1995', '= 1995-07-11'],
  ['Jul. 11, 1995', '= 1995-07-11'],
  ['Sept. 10, 2023', '= 2023-09-10'],
  ['11 July 1995', '= 1995-07-11'],
  ['11 July, 1995', '= 1995-07-11'],
  ['11-Jul-1995', '= 1995-07-11'],
  ['the 11th of July 1995', '11th of July 1995 = 1995-07-11'],
  ['Tuesday, July 11, 1995', 'July 11, 1995 = 1995-07-11'],
  ['July 4th', '= XXXX-07-04'],
  ['July the 4th', '= XXXX-07-04'],
  ['the 4th of July', '4th of July = XXXX-07-04'],
  ['4 July', '= XXXX-07-04'],
  ['1995-07-12', '= 1995-07-12'],
  ['1995/7/12', '= 1995-07-12'],
]);

expectations('a month, a year, a decade, a century', [
  ['tháng 8 năm 1995', '= 1995-08'],
  ['tháng 8/1995', '= 1995-08'],
  ['tháng 8-1995', '= 1995-08'],
  ['8/1995', '= 1995-08'],
  ['T8/1995', '= 1995-08'],
  ['thg 8 năm 1995', '= 1995-08'],
  ['August 1995', '= 1995-08'],
  ['Aug. 1995', '= 1995-08'],
  ['2005-06', '= 2005-06'],
  ['tháng Giêng năm 1973', '= 1973-01'],
  ['tháng Tư năm 1975', '= 1975-04'],
  ['tháng năm năm 1975', '= 1975-05'],
  ['tháng Mười năm 1966', '= 1966-10'],
  ['tháng Mười Một năm 1963', '= 1963-11'],
  ['tháng Mười Hai năm 1972', '= 1972-12'],
  ['trong tháng Mười hai bên gặp nhau', 'tháng Mười = XXXX-10'],
  ['tháng Bảy', '= XXXX-07'],
  ['in May', 'May = XXXX-05'],
  ['năm 2000', '= 2000'],
  ['in 2013', '2013 = 2013'],
  ['the 1973 accords', '1973 = 1973'],
  ['1945, 1954 và 1975', '1945 = 1945', '1954 = 1954', '1975 = 1975'],
  ['thập niên 1990', '= 199X'],
  ['những năm 90', '= 199X*'],
  ['thập niên 90', '= 199X*'],
  ['thập niên 90 của thế kỷ 20', '= 199X'],
  ['thập kỷ 60 của thế kỷ trước', '= 196X'],
  ['thập niên chín mươi', '= 199X*'],
  ['thế kỷ mười chín', '= 18XX'],
  ['những năm 1960 và 1970', 'những năm 1960 = 196X', '1970 = 197X'],
  ['các năm 1960 và 1970', 'năm 1960 = 1960', '1970 = 1970'],
  ['những năm 2010, 2011', 'năm 2010 = 2010', '2011 = 2011'],
  ['the 1990s', '1990s = 199X'],
  ["the '90s", "'90s = 199X*"],
  ['the nineties', 'nineties = 199X*'],
  ['in his 90s'],
  ['the 1900s', '1900s = 19XX|190X'],
  ['thế kỷ 19', '= 18XX'],
  ['thế kỷ XIX', '= 18XX'],
  ['the 19th century', '19th century = 18XX'],
  ['twentieth-century art', 'twentieth-century = 19XX'],
  ['quý I năm 2015', '= 2015-01/2015-03'],
  ['quý 4/2015', '= 2015-10/2015-12'],
]);

expectations('several days, months and years', [
  ['ngày 25 và 26 tháng 4 năm 2016', '= 2016-04-25/2016-04-26'],
  ['ngày 5 và 20 tháng 4 năm 2016', 'ngày 5 = 2016-04-05', '20 tháng 4 năm 2016 = 2016-04-20'],
  ['từ 22 đến 25/5/2016', '= 2016-05-22/2016-05-25'],
  ['từ ngày 22 đến ngày 25 tháng 5 năm 2016', '= 2016-05-22/2016-05-25'],
  ['Từ ngày 30 tháng 10 đến ngày 4 tháng 11 năm 1953', '= 1953-10-30/1953-11-04'],
  ['22-25/5/2016', '= 2016-05-22/2016-05-25'],
  ['22/5 - 25/5/2016', '= 2016-05-22/2016-05-25'],
  ['đêm 15 rạng sáng 16 tháng 6 năm 1966', '15 rạng sáng 16 tháng 6 năm 1966 = 1966-06-15/1966-06-16'],
  ['từ ngày 7 đến ngày 10 tháng 12', 'ngày 7 = XXXX-12-07 since', 'ngày 10 tháng 12 = XXXX-12-10 until'],
  ['May 22–25, 2016', '= 2016-05-22/2016-05-25'],
  ['from May 22 to 25, 2016', '= 2016-05-22/2016-05-25'],
  ['between May 22 and 25, 2016', '= 2016-05-22/2016-05-25'],
  ['22 to 25 May 2016', '= 2016-05-22/2016-05-25'],
  ['July 12 and 15, 1995', 'July 12 = 1995-07-12', '15, 1995 = 1995-07-15'],
  ['from December 30 to January 2, 1996', '= 1995-12-30/1996-01-02'],
  ['tháng 5-7/1995', '= 1995-05/1995-07'],
  ['tháng 5 và tháng 7 năm 1995', 'tháng 5 = 1995-05', 'tháng 7 năm 1995 = 1995-07'],
  ['từ tháng 12 đến tháng 2 năm 1996', '= 1995-12/1996-02'],
  ['June–August 1995', '= 1995-06/1995-08'],
  ['July and August 1995', '= 1995-07/1995-08'],
  ['từ 1995 đến 2000', '= 1995/2000'],
  ['từ năm 1995 đến năm 2000', '= 1995/2000'],
  ['từ đầu năm 1995 đến cuối năm 2000', '= 1995/2000'],
  ['giữa năm 1995 và năm 2000', '= 1995/2000'],
  ['giai đoạn 1995–2000', '1995–2000 = 1995/2000'],
  ['1995-2000', '= 1995/2000'],
  ['1995-96', '= 1995/1996'],
  ['năm học 2005-06', '2005-06 = 2005/2006'],
  ['2015/16', '= 2015/2016'],
  ['from 1995 to 2000', '= 1995/2000'],
  ['từ thập niên 1950 đến thập niên 1970', '= 195X/197X'],
  ['thập niên 60-70', '= 196X/197X*'],
  ['từ năm 1995 đến nay', '= 1995/..'],
  ['2013-nay', '= 2013/..'],
  ['from 1995 to the present', '= 1995/..'],
]);

expectations('words that qualify a date', [
  ['đầu tháng 6 năm 2015', '= 2015-06 early'],
  ['giữa năm 1995', '= 1995 middle'],
  ['cuối năm 2001', '= 2001 late'],
  ['Cuối những năm 80', '= 198X* late'],
  ['khoảng năm 1945', '= 1945 about'],
  ['vào khoảng đầu tháng 6 năm 2015', '= 2015-06 early'],
  ['mid-1995', '= 1995 middle'],
  ['early June 2015', '= 2015-06 early'],
  ['late 1994', '= 1994 late'],
  ['the end of 2000', 'end of 2000 = 2000 late'],
  ['in the late 1980s', 'late 1980s = 198X late'],
  ['lần đầu năm 1995', 'năm 1995 = 1995'],
  ['mười tháng đầu năm 2007', 'năm 2007 = 2007'],
  ['a book about 1968', '1968 = 1968'],
  ['từ năm 2010, hai bên', 'năm 2010 = 2010 since'],
  ['kể từ ngày 12/7/1995', 'ngày 12/7/1995 = 1995-07-12 since'],
  ['đến năm 2000', 'năm 2000 = 2000 until'],
  ['trước năm 1945', 'năm 1945 = 1945 before'],
  ['sau năm 1975', 'năm 1975 = 1975 after'],
  ['năm 2000 trở đi', 'năm 2000 = 2000 since'],
  ['1954 trở về trước', '1954 = 1954 until'],
  ['since 2000', '2000 = 2000 since'],
  ['until 1953', '1953 = 1953 until'],
  ['before 1945', '1945 = 1945 before'],
  ['after the end of 1972', 'end of 1972 = 1972 late after'],
]);

expectations('two-digit years', [
  ['12-7-95', '= 1995-07-12*'],
  ['12/7/26', '= 2026-07-12*'],
  ['12/7/27', '= 1927-07-12*'],
  ['ngày 12 tháng 7 năm 95', '= 1995-07-12*'],
  ['tháng 8/05', '= 2005-08*'],
  ["July '95", '= 1995-07*'],
  ["in '75", "'75 = 1975*"],
  ['hồi năm 75, ông', 'năm 75 = 1975*'],
  ['năm 95 bộ hài cốt'],
  ['mỗi năm 30 người'],
  ['tháng 10/10'],
]);

expectations('what is typed without diacritics, in capitals or in pieces', [
  ['ngay 12 thang 7 nam 1995', '= 1995-07-12'],
  ['thap nien 1990', '= 199X'],
  ['tu 1995 den 2000', '= 1995/2000'],
  ['dau thang 6 nam 2015', '= 2015-06 early'],
  ['thang nam nam 1975', '= 1975-05'],
  ['viet nam 1995', '1995 = 1995'],
  ['quan he viet nam 95 nam'],
  ['NGÀY 12 THÁNG 7 NĂM 1995', '= 1995-07-12'],
  ['JULY 11, 1995', '= 1995-07-11'],
  ['ngày 12 tháng 7 năm 1995'.normalize('NFD'), '= 1995-07-12'],
  ['nam hoc 2024-2025 co bao nhieu', '2024-2025 = 2024/2025'],
]);

expectations('days that do not exist', [
  ['ngày 31/2', '= impossible'],
  ['29/2/1995', '= impossible'],
  ['ngày 31 tháng 4 năm 1995', '= impossible'],
  ['February 30, 1995', '= impossible'],
  ['tháng 13', '= impossible'],
  ['13/13/1995', '= impossible'],
]);

expectations('what is no date', [
  ['2000 người và 1.995 xe'],
  ['1,954 troops, 36.1995, $1995, 2000 USD'],
  ['36,5 tỷ, 12.7%, 3.5 million'],
  ['hơn 2000, gần 1900, over 1900'],
  ['từ 2000 đến 3000 người'],
  ['khoảng 2000'],
  ['1/3 dân số, 24/7'],
  ['on 1/3 of the land'],
  ['30/4'],
  ['sau 6 tháng 5 đoàn, 3 tháng 8 ngày'],
  ['mỗi tháng 8 người'],
  ['Luật số 3/2005/QH11'],
  ['Nghị định 12/2015/NĐ-CP'],
  ['mục 3.2.95, v1.2.95'],
  ['B-52, F-111, U.S. 7th Fleet'],
  ['năm tàu, năm năm sau'],
  ['tháng Chạp, tháng sau'],
  ['mùng một tháng Giêng âm lịch'],
  ['ngày 26 tháng 6 năm Canh Tý'],
  ['4 may bay'],
  ['you may 22 times march 30 miles'],
  ['hôm nay, năm ngoái, 20 years ago'],
  ['vài năm sau đó'],
]);

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

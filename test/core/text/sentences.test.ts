import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Locale } from '../../../src/core/locale.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';

/** A text as its sentences, each set off by " | "; a new line within a case is written out. */
type Case = readonly [behaviour: string, sentences: readonly string[], joint?: string];

const VIETNAMESE: readonly Case[] = [
  ['at a full stop before a capital', ['Hai nước lập quan hệ năm 1995.', 'Đại sứ quán mở cửa sau đó.']],
  ['not at a stop before a small letter', ['Hội nghị họp tại Tp. hồ chí minh rồi bế mạc.']],
  ['not after TP.', ['Ông đến TP. Hồ Chí Minh.', 'Bà ở TP.HCM.', 'Họ thích TP.Hồ Chí Minh.']],
  ['after TP.HCM at the end', ['Tàu cập cảng TP.HCM.', 'Thủy thủ đoàn thăm thành phố.']],
  [
    'not after degrees and titles',
    ['GS.TS. Nguyễn Văn A và PGS.TS Lê B cùng ThS. Trần C gặp BS. Đỗ Đức.', 'LS. Vũ E vắng mặt.'],
  ],
  ['not after foreign titles', ['Ông gặp Mr. Smith và Dr. Brown.', 'Gen. Westmoreland vắng mặt.']],
  [
    'after a Vietnamese word that spells an English title',
    ['Ông sinh ra ở làng Sen.', 'Năm 1945 ông về Hà Nội.'],
  ],
  [
    'not after initials of a name',
    ['Tổng thống B. Clinton gặp P.M. Chính và P.V. Đồng.', 'John F. Kennedy và Lyndon B. Johnson thì không.'],
  ],
  ['after initials that end a sentence', ['Hội nghị họp ở Washington, D.C.', 'Tổng thống chủ trì.']],
  ['after U.S. before a marked word', ['Đó là hàng của U.S.', 'Việt Nam nhập nhiều.']],
  ['not within U.S. names', ['Công ty U.S. Steel đầu tư vào đây.']],
  ['after a word of one letter', ['Ông nói về châu Á.', 'Quân Mỹ rời nước Ý.', 'Hà Lan ở châu Âu.']],
  ['after a letter that labels', ['Thí sinh thi khối A.', 'Trường lấy 20 điểm.']],
  [
    'not in decimals and thousands',
    ['Thương mại đạt 36,5 tỷ USD, tức 36.500.000.000 đồng đô la.', 'Dân số là 1.234.567 người.'],
  ],
  ['not in dates', ['Ngày 12.7.1995 hai nước lập quan hệ.', 'Ngày 11/7/1995 ở Washington.']],
  [
    'not in dates written with spaces',
    ['Lễ ký ngày 13. 7. 2000 tại Washington.', 'Ngày 12.7. 1995 cũng vậy.'],
  ],
  ['after a year', ['Quan hệ bắt đầu năm 1995.', '20 năm sau, thương mại tăng 90 lần.']],
  ['not in times', ['Lễ bắt đầu lúc 8.30 và kết thúc lúc 10:45 a.m. cùng ngày.']],
  [
    'not before the number of a page or an issue',
    ['Xem tr. 12 và No. 5 của tạp chí.', 'Báo ra ngày Nov. 17 đăng lại.'],
  ],
  [
    'not in addresses',
    [
      'Xem https://vn.usembassy.gov/Ambassador.Html hoặc www.mofa.gov.vn.',
      'Gửi thư tới A.Nguyen@Example.Com.',
    ],
  ],
  ['not in site names', ['Tin của vietnam.vn và VnExpress.Net cho biết.']],
  ['where the space after a stop is missing', ['Hai bên bàn về dân chủ.', 'Hai bên còn khác biệt.'], ''],
  ['where the space after a year is missing', ['Việc đó bắt đầu năm 1995.', 'Hai bên vui mừng.'], ''],
  ['where the space after an acronym is missing', ['Việt Nam gia nhập WTO.', 'Hoa Kỳ ủng hộ.'], ''],
  ['where the space after a question is missing', ['Có thật không?', 'Có.'], ''],
  [
    'where the space stands before the stop',
    ['Tuyên bố đã được công bố .', 'Chất độc da cam là vấn đề khác .'],
  ],
  [
    'behind the closing quote that follows a stop',
    ['Ông nói: "Chúng ta thắng lợi."', 'Ông nói vậy ở Hà Nội.'],
  ],
  ['behind curly quotes', ['Ông nói: “Chúng ta là bạn.”', 'Bà đồng ý.']],
  ['behind quotes set apart by spaces', ['Ông nói : “ Chúng ta là bạn . ”', 'Bà đồng ý .']],
  ['before a quotation', ['Ông im lặng.', '"Tôi đồng ý", bà nói.']],
  ['not inside a short quotation', ['Ông nói: "Tôi vui. Chúng ta là bạn. Cảm ơn."', 'Rồi ông đi.']],
  ['not where a quoted question goes on', ['"Bao giờ có hiệp định?" một nhà báo hỏi.', 'Không ai đáp.']],
  [
    'not inside brackets',
    ['Hiệp định (ký ngày 13.7.2000. Có hiệu lực năm 2001.) giúp hai nước.', 'Thuế giảm.'],
  ],
  ['not at a mark in brackets', ['Ông Roberts (?) và ông White (!) đến Huế.', 'Vua không tiếp.']],
  ['not at […] for what is left out', ['Ngày […] Thủ tướng thăm Mỹ.', '[…] Hai bên ký hiệp định.']],
  [
    'at the stop behind […]',
    ['Hiệp định ký ngày […].', 'Hai bên vui mừng vì […]!', 'Bà đến năm […]?', 'Ông […].'],
  ],
  ['at the stop behind a mark in brackets', ['Người đến là ông Roberts (?).', 'Vua không tiếp.']],
  [
    'behind names that end in Á',
    ['Mỹ trở lại Đông Nam Á.', 'Việt Nam ở Đông Á.', 'Iraq ở Tây Á.', 'Lê Lợi ở châu Á.', 'Tokyo cũng vậy.'],
  ],
  ['after ?, !, even before a small letter', ['Mỹ có ký không?', 'hay là không!', 'Không rõ.']],
  [
    'after an ellipsis before a capital',
    ['Hai bên bàn về dân chủ, nhân quyền...', 'Việt Nam nêu quan điểm.'],
  ],
  ['not after an ellipsis before a small letter', ['Hai bên bàn về dân chủ… và nhân quyền.']],
  ['not after an ellipsis that begins a text', ['… Hai bên ký hiệp định.']],
  ['after v.v. before a capital', ['Hai bên hợp tác về y tế, giáo dục, v.v.', 'Thương mại cũng tăng.']],
  ['not after v.v. before a small letter', ['Các lĩnh vực y tế, giáo dục v.v. đều phát triển.']],
  ['behind doubled stops', ['Việt Nam mở đại sứ quán tại Washington..', 'Hoa Kỳ cũng vậy. .', 'Thế thôi.']],
  ['not at semicolons and colons', ['Hai bên: ký; Bắt tay; Ra về.']],
  [
    'not after the number of an item',
    ['1. Hai bên ký hiệp định.', '2. Hai bên trao đổi đại sứ.', 'III. Kết luận được nêu.'],
  ],
  [
    'not after the number of an item in a sentence',
    ['Gồm: 1. Kinh tế; 2. Chính trị.', 'Điều 3. Hai bên cam kết.'],
  ],
  [
    'before list items on lines of their own',
    ['Hai bên bàn về:', '- thương mại', '- đầu tư', '• y tế', '1. Giáo dục', '2) du lịch'],
    '\n',
  ],
  ['not at another new line', ['Tổng thống\nClinton thăm Việt Nam.', 'Ông đến\nHà Nội.']],
  ['at a blank line', ['Quan hệ kinh tế', 'Hai nước buôn bán nhiều.'], '\n \n'],
  ['and lets emoji through', ['Tuyệt vời!', '🎉 Hai bên ký rồi 🇻🇳🇺🇸.', 'Vui quá 😀']],
  [
    'behind quotes set apart by spaces on both sides',
    ['" Chúng ta là bạn ".', 'Bà nhắc đến " hòa bình ".', 'Ông vui.'],
  ],
  [
    'after Jr. and Inc. before a marked word',
    ['Ông gặp Martin Luther King Jr.', 'Việc này diễn ra ở Intel Inc.', 'Đó là năm 1967.'],
  ],
  ['behind a footnote mark set apart', ['Hai nước lập quan hệ. [17] [18]', 'Tuy nhiên còn khác biệt.']],
  ['behind a footnote mark', ['Hai nước lập quan hệ năm 1995.[1][12]', 'Họ mở đại sứ quán.']],
];

const ENGLISH: readonly Case[] = [
  ['at a full stop before a capital', ['Relations began in 1995.', 'Embassies opened.']],
  [
    'not after titles',
    ['Mr. Peterson met Mrs. Clinton, Ms. Rice and Dr. Kissinger.', 'Sen. McCain and Lt. Gen. Vessey came.'],
  ],
  ['not after initials', ['John F. Kennedy, Lyndon B. Johnson and George H. W. Bush were presidents.']],
  [
    'not after U.S. before a name',
    ['The U.S. Embassy and the U.N. Security Council met in Washington, D.C. on Monday.'],
  ],
  [
    'after U.S. before a word that opens sentences',
    ['He left the U.S.', 'The visit ended.', 'They met in Washington, D.C.', 'He spoke.'],
  ],
  [
    'after Inc., Jr. and a.m. only before an opener',
    [
      'Intel Inc. Chairman Craig Barrett met King Jr. Smith at 9 a.m. Hanoi time.',
      'They met Intel Corp.',
      'However, it rained.',
    ],
  ],
  [
    'not after e.g., i.e. and vs.',
    ['Goods, e.g. Vietnamese shrimp, i.e. Seafood, grew in Catfish Farmers vs. Importers.'],
  ],
  ['after etc. before a capital', ['They sold rice, coffee, etc.', 'Vietnam bought planes.']],
  [
    'not after months and numbers',
    ['On Nov. 17, 2000 and Sept. 2 he read No. 5, pp. 3-4.', 'The rest he left.'],
  ],
  ['after "no."', ['Hanoi said no.', 'Then it said yes.']],
  ['not in decimals', ['Trade was $3.5 million in 1994 and 4.5% less in 1993.', 'It grew.']],
  [
    'not within U.S. titles',
    ['The U.S. Under Secretary cited H.J. Res. 99 and bill S. 3495 before the vote.'],
  ],
  ['behind quotes', ['"We won."', 'He left.', 'She said, “Yes. We can.”', 'They clapped.']],
  ['not at an apostrophe behind a stop', ['He praised the U.S.’s role and the U.S.-Vietnam pact.']],
  ['not after a brand with an exclamation mark', ['Yahoo! opened an office in Vietnam.', 'It closed later.']],
  ['after World War I.', ['He fought in World War I.', 'Wilson led the country.']],
  ['where the space after a stop is missing', ['They signed the agreement.', 'The embassy opened.'], ''],
  ['not in names of sites', ['Goods came from Amazon.Com and Node.Js users.']],
];

const TABLES: Readonly<Record<Locale, readonly Case[]>> = { vi: VIETNAMESE, en: ENGLISH };

const sentencesOf = (text: string, language: Locale): readonly string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

for (const [language, cases] of [
  ['vi', TABLES.vi],
  ['en', TABLES.en],
] as const) {
  describe(`splitSentences in a text in ${language}`, () => {
    for (const [behaviour, sentences, joint = ' '] of cases) {
      it(`splits ${behaviour}`, () => {
        assert.deepEqual(sentencesOf(sentences.join(joint), language), sentences);
      });
    }
  });
}

describe('splitSentences', () => {
  it('gives offsets into the text as it was passed', () => {
    assert.deepEqual(splitSentences('  Hà Nội.  Huế. ', 'vi'), [
      { start: 2, end: 9 },
      { start: 11, end: 15 },
    ]);
  });

  it('finds nothing in an empty text and in white space', () => {
    for (const text of ['', ' ', '\n\n \t\n']) assert.deepEqual(splitSentences(text, 'vi'), []);
  });

  it('splits a long speech in quotation marks into its sentences', () => {
    const speech = Array.from({ length: 12 }, (_, at) => `Điều thứ ${at + 1} là hòa bình cho nhân dân.`);
    assert.equal(splitSentences(`"${speech.join(' ')}"`, 'vi').length, speech.length);
  });

  it('passes right-to-left text, whose words have no capitals', () => {
    assert.deepEqual(sentencesOf('ذهب الرئيس إلى هانوي. وقع الاتفاق؟ نعم.', 'en'), [
      'ذهب الرئيس إلى هانوي.',
      'وقع الاتفاق؟',
      'نعم.',
    ]);
  });

  const pieces = fc.constantFrom(
    ...'aBđĐẢ1957.?!…,;:"“”()[]-*• \n\t'.split(''),
    ...[
      'Hai bên',
      'TP.',
      'U.S.',
      'v.v.',
      '12.7.1995',
      'năm 1995.',
      ' Ông',
      '. ',
      '." ',
      '\n- ',
      '\n\n',
      '😀',
      '[…]',
      'www.a.vn',
    ],
    '\ud83d',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
  /** Any UTF-16 units, halves of surrogate pairs too. */
  const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
  const languages = fc.constantFrom<Locale>('vi', 'en');

  it('loses no character and keeps the order, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, anyUnits), languages, (text, language) => {
        let at = 0;
        for (const { start, end } of splitSentences(text, language)) {
          assert.ok(start >= at && end > start);
          assert.equal(text.slice(at, start).trim(), '');
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          at = end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
      { numRuns: 200 },
    );
  });

  it('finds one sentence in each sentence that it found in a text of ordinary sentences', () => {
    const words = fc.constantFrom(
      'Việt',
      'Nam',
      'hai',
      'bên',
      'ký',
      'TP. Hồ',
      'U.S.',
      '36,5',
      '1995',
      'tr. 5',
      '"hòa bình"',
      '(BTA)',
      'v.v.',
    );
    const sentence = fc
      .tuple(
        fc.constantFrom('Ông', 'Trong', 'Hai', '“Việc', 'The'),
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('.', '?', '!', '…', '...', '.”'),
      )
      .map(([opener, rest, stop]) => `${opener} ${rest.join(' ')}${stop}`);
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), languages, (sentences, language) => {
        for (const found of sentencesOf(sentences.join(' '), language)) {
          assert.deepEqual(sentencesOf(found, language), [found]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

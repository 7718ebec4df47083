import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cleanWordSegmented } from '../../../src/core/knowledge/clean-word-segmented.ts';
import { TracedText } from '../../../src/core/knowledge/traced-text.ts';

const clean = (text: string): string => cleanWordSegmented(TracedText.of<never>(text)).text;

const CASES: readonly (readonly [what: string, raw: string, readable: string])[] = [
  [
    'joins syllables by spaces',
    'Quan_hệ Việt - Mỹ sẽ tiếp_tục mở_rộng.',
    'Quan hệ Việt - Mỹ sẽ tiếp tục mở rộng.',
  ],
  ['ends a sentence before a capital', 'về nhiều mặt 7 Hai_bên đã gặp 7.', 'về nhiều mặt. Hai bên đã gặp.'],
  ['goes on after a comma before a small letter', 'tiếp_xúc 7 trao_đổi đoàn 7.', 'tiếp xúc, trao đổi đoàn.'],
  ['ends the last sentence of a line', 'gia_nhập WTO 7.', 'gia nhập WTO.'],
  [
    'takes a mark and a stop for one stop',
    'Hiệp_định Thương_mại 7 . Hiện_nay 7 Mỹ đứng',
    'Hiệp định Thương mại. Hiện nay, Mỹ đứng',
  ],
  [
    'lets a name of a person continue a list',
    'phó_thủ_tướng Nguyễn_Mạnh_Cầm 7 Vũ_Khoan đã thăm',
    'phó thủ tướng Nguyễn Mạnh Cầm, Vũ Khoan đã thăm',
  ],
  [
    'does not take a sentence opener glued to a country for a name',
    'giải_quyết xong 7 Phía_Mỹ cũng hợp_tác',
    'giải quyết xong. Phía Mỹ cũng hợp tác',
  ],
  [
    'puts a comma after a clause of time',
    'Từ_ngày 4 7 Thủ_tướng Phan_Văn_Khải sẽ thăm',
    'Từ ngày […], Thủ tướng Phan Văn Khải sẽ thăm',
  ],
  ['puts a stop behind an initial', 'Tổng_thống Mỹ B 7 Clinton thăm', 'Tổng thống Mỹ B. Clinton thăm'],
  [
    'announces a list by a colon, and keeps its capitalised items in it',
    'các văn_kiện như 7 Hiệp_định Hàng_không 7 Hiệp_định Dệt may 7 7 7 đã ký 7.',
    'các văn kiện như: Hiệp định Hàng không, Hiệp định Dệt may… đã ký.',
  ],
  [
    'opens and closes brackets',
    'giữa hai nước 6 ký ngày 4 7 có hiệu_lực từ_ngày 4 6 đã tạo',
    'giữa hai nước (ký ngày […], có hiệu lực từ ngày […]) đã tạo',
  ],
  ['shows removed figures and ranges as masked', 'Sau 1 năm 6 4-4 6 7 quan_hệ', 'Sau […] năm ([…]), quan hệ'],
  [
    'joins what a stroke joins',
    'phòng_chống HIV / AIDS 7 7 7 Việt_Nam đã',
    'phòng chống HIV/AIDS… Việt Nam đã',
  ],
  ['keeps real figures and marks', 'năm 1995 , đạt 451 triệu .', 'năm 1995, đạt 451 triệu.'],
  [
    'treats each line for itself',
    'ký ngày 4 6 tại_chỗ\nHai_bên gặp 7.',
    'ký ngày […] (tại chỗ\nHai bên gặp.',
  ],
];

describe('cleaning a word-segmented text', () => {
  for (const [what, raw, readable] of CASES) {
    it(what, () => assert.equal(clean(raw), readable));
  }

  it('leads every sentence back to the segmented words', () => {
    const raw = 'về nhiều mặt 7 Hai_bên đã gặp nhau tháng 4 7.';
    const traced = cleanWordSegmented(TracedText.of<never>(raw));
    const start = traced.text.indexOf('Hai');
    assert.equal(traced.originalOf(start, traced.text.length).trim(), 'Hai_bên đã gặp nhau tháng 4 7.');
  });

  it('leaves no joined syllables and no space before a mark, whatever the tokens', () => {
    const token = fc.constantFrom(
      '7',
      '7.',
      '6',
      '4',
      '1',
      '4-4',
      '.',
      ',',
      '/',
      '-',
      'Việt_Nam',
      'hai_bên',
      'Mỹ',
      'B',
      'như',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const text = clean(tokens.join(' '));
        assert.doesNotMatch(text, /_| [.,:…)]|\( /);
      }),
    );
  });
});

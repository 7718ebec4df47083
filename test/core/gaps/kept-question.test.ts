import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keptQuestion, MAXIMUM_KEPT_LENGTH } from '../../../src/core/gaps/kept-question.ts';

describe('what is kept of a question', () => {
  it('is its words, with one space between them', () => {
    assert.equal(keptQuestion('  Giá vàng\n hôm\u200b nay? '), 'Giá vàng hôm nay?');
  });

  for (const [what, question, kept] of [
    ['a mention', '@NhipCauBot giá vàng @lan.anh?', '… giá vàng …'],
    ['a mention of Discord', '<@!123456> giá vàng <#987> <:cuoi:1234>', '… giá vàng …'],
    ['an address of the web', 'xem https://example.org/a?b=c chưa', 'xem … chưa'],
    ['one without its beginning', 'xem www.example.xyz và t.me/nhom chưa', 'xem … và … chưa'],
    ['an address in brackets', 'bài này (facebook.com/an) đúng không', 'bài này … đúng không'],
    ['an e-mail address', 'gửi về lan.anh@example.org được không', 'gửi về … được không'],
    ['a Vietnamese telephone number', 'gọi 0912 345 678 nhé', 'gọi … nhé'],
    ['one with dots', 'gọi 0912.345.678 nhé', 'gọi … nhé'],
    ['an American telephone number', 'call (202) 555-0143 now', 'call … now'],
    ['an international one', 'call +84 24 3825 1234 now', 'call … now'],
    ['the number of an identity card', 'căn cước 001099012345 có gì', 'căn cước … có gì'],
    ['digits of other scripts', 'gọi ０９１２３４５６７８ nhé', 'gọi … nhé'],
  ] as const) {
    it(`leaves out ${what}`, () => {
      assert.equal(keptQuestion(question), kept);
    });
  }

  for (const question of [
    'Ngày 12.07.1995 có gì?',
    'Ngày 12/7/1995 có gì?',
    'Từ 1954–1975 có gì?',
    'Từ 1964 đến 1975 có gì?',
    'Mỹ ném 7.662.000 tấn bom ở đâu?',
    'Có 543000 lính Mỹ không?',
    'Ở TP.HCM có gì?',
    'What did the U.S. say in No. 5?',
  ]) {
    it(`leaves dates, amounts and abbreviations: ${question}`, () => {
      assert.equal(keptQuestion(question), question);
    });
  }

  it('is nothing where no word is left', () => {
    for (const empty of ['', '   ', '???', '@lan', 'https://example.org', '0912345678', '🇻🇳 1995'])
      assert.equal(keptQuestion(empty), undefined, empty);
  });

  it('is nothing of what is too long to be a question', () => {
    assert.ok(keptQuestion('ab '.repeat(200)) !== undefined);
    assert.equal(keptQuestion('ab '.repeat(201)), undefined);
  });

  it('is short, on one line, without "@" or seven digits in a row, and stays the same when read again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc
        .array(fc.constantFrom('@a', '0912', ' ', '345', '.', '<@1>', 'ai', 'http://x', '–', '+84'), {
          maxLength: 80,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (question) => {
        const kept = keptQuestion(question);
        if (kept === undefined) return;
        assert.ok(kept.length <= MAXIMUM_KEPT_LENGTH);
        assert.doesNotMatch(kept, /[\n@＠]|:\/\/|\p{Nd}{7}| {2}|^ | $/u);
        assert.equal(keptQuestion(kept), kept);
      }),
    );
  });
});

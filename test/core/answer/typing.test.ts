import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, shortAnswer, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';

const NORMALISED =
  'Ngày 11 tháng 7 năm 1995, Tổng thống Bill Clinton tuyên bố bình thường hóa quan hệ ngoại giao với Việt Nam.';
const EMBARGO =
  'Ngày 3 tháng 2 năm 1994, Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.';

const QUESTION = 'Tổng thống Clinton tuyên bố bình thường hóa quan hệ ngoại giao với Việt Nam ngày nào?';

/** One question in the many ways people type it. */
const WAYS: Readonly<Record<string, string>> = {
  'as a book would print it': QUESTION,
  'with the tone on the other vowel': QUESTION.replace('hóa', 'hoá'),
  'in decomposed form': QUESTION.normalize('NFD'),
  'in capitals': QUESTION.toUpperCase(),
  'in decomposed capitals': QUESTION.toUpperCase().normalize('NFD'),
  'in small letters without an end': QUESTION.toLowerCase().replace('?', ''),
  'without diacritics':
    'Tong thong Clinton tuyen bo binh thuong hoa quan he ngoai giao voi Viet Nam ngay nao?',
  'with half of the diacritics':
    'Tổng thống Clinton tuyen bố binh thường hoa quan hệ ngoai giao với Việt Nam ngày nào?',
  'in Telex':
    'Toongr thoongs Clinton tuyeen boos binhf thuwowngf hoas quan heej ngoaij giao vowis Vieetj Nam ngayf naof?',
  'in VNI':
    'To6ng3 tho6ng1 Clinton tuye6n bo61 binh2 thu7o7ng2 hoa1 quan he65 ngoai5 giao vo7i1 Vie65t Nam ngay2 nao2?',
  'with a few keystrokes left over':
    'Tổng thống Clinton tuyên boos bình thuwowngf hóa quan heej ngoại giao với Việt Nam ngày nào?',
  'in the spelling of chats': 'TT Clinton tuyên bố bình thường hóa quan hệ ngoại giao vs vn ngày nào z mn',
  'with spaces and line breaks astray': `  ${QUESTION.replaceAll(' ', '\n\n').replace('hóa', 'hóa\t')} ???`,
  'with invisible characters': `\uFEFF${QUESTION.replaceAll(' ', '\u00A0').replace('quan', 'qu\u00ADan\u200B')}`,
  'with a letter too few in a name': QUESTION.replace('Clinton', 'Clintn'),
  'with a letter too many in a name': QUESTION.replace('Clinton', 'Clinnton'),
};

describe('a question', () => {
  const ask = askerOf(smallWorld());
  for (const [way, question] of Object.entries(WAYS)) {
    it(`is answered when typed ${way}`, () => {
      const answer = ask(question);
      assert.equal(told(answer), NORMALISED);
      assert.equal(shortAnswer(answer), 'date: Ngày 11 tháng 7 năm 1995');
      assert.equal(answer.language, 'vi');
    });
  }

  it('is answered in chat spelling without diacritics', () => {
    const answer = ask('ai bai bo cam van vs vn z');
    assert.equal(told(answer), EMBARGO);
    assert.equal(shortAnswer(answer), 'person: Bill Clinton');
  });

  it('is answered whichever wording of a name it uses', () => {
    for (const name of ['Mỹ', 'Hoa Kỳ', 'USA', 'hk', 'mĩ']) {
      assert.equal(
        told(ask(`Đại sứ đầu tiên của ${name} tại Hà Nội là ai?`)),
        'Ông Douglas Peterson là đại sứ đầu tiên của Hoa Kỳ tại Hà Nội.',
        name,
      );
    }
  });

  it('is answered though it is wrapped in courtesies', () => {
    const answer = ask('Bạn ơi cho mình hỏi Mỹ bãi bỏ lệnh cấm vận khi nào vậy ạ?');
    assert.equal(told(answer), EMBARGO);
    assert.equal(shortAnswer(answer), 'date: Ngày 3 tháng 2 năm 1994');
  });
});

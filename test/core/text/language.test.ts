import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Locale } from '../../../src/core/locale.ts';
import { detectLanguage } from '../../../src/core/text/language.ts';

const CLEAR: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = {
  'with its own letters': {
    vi: [
      'Ai là đại sứ Mỹ đầu tiên ở Hà Nội?',
      'Kim ngạch thương mại năm 2015 là bao nhiêu',
      'còn năm 2000?',
      'ai ký?',
    ],
    en: [
      'Who was the first US ambassador?',
      'How much was trade worth in 2015',
      'and in 2013?',
      'why?',
      'tell me more',
    ],
  },
  'without marks, in chat spelling or in keystrokes': {
    vi: [
      'tau buon fame cua my roi da nang sang manila hom nao',
      'nixon cho bo binh my danh sang campuchia khi nao',
      'the bao gio ho rut ve',
      'noi them di',
      'ng mỹ nào lm đsu lâu nhất ở sg z',
      'vn đc kết nạp vào lhq ngày bn thế',
      'cuoocj hanhf quaan Junction City myx ddem bao nhieeu linhs ddi z',
      'quan hee Vieejt Mix',
      'quan he65 Vie65t My4',
      'QUAN HE VIET MY BAT DAU NAM NAO',
    ],
    en: ['WHO SIGNED THE BTA', 'when did they sign the deal', 'embassy hanoi opening'],
  },
  'among words and names of the other': {
    vi: [
      'Colin Powell dự memorial cho MIA search team ở Hà Nội hôm nào nhỉ?',
      'Science and technology agreement giữa VN và US ký ngày nào?',
      'Ai là founder của Vietnam Veterans Memorial Fund vậy mọi người?',
      'Treasury Secretary nào của Mỹ ký debt deal với ông Nguyễn Sinh Hùng?',
      'Operation Starlite diễn ra ở đâu thế ad?',
    ],
    en: [
      'When did Trương Tấn Sang visit Washington?',
      'What is the meaning of "bình thường hóa quan hệ"?',
      'Who is Lê Đức Thọ',
      'Which minister met Nguyễn Cơ Thạch in Hà Nội and Sài Gòn?',
    ],
  },
};

describe('detectLanguage', () => {
  for (const [manner, languages] of Object.entries(CLEAR)) {
    for (const [language, texts] of Object.entries(languages)) {
      it(`is sure of ${language} ${manner}`, () => {
        for (const text of texts) assert.deepEqual(detectLanguage(text), { language, confident: true }, text);
      });
    }
  }

  it('is not sure of names, abbreviations, dates and nothing, and takes the default', () => {
    for (const text of ['BTA', 'Obama', 'Ho Chi Minh', '12/7/1995', '', '🇻🇳', 'Tet', 'USS Maddox']) {
      assert.deepEqual(detectLanguage(text), { language: 'vi', confident: false }, text);
    }
  });

  it('gives the same verdict whatever stands between the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('who', 'ký', 'nao', 'Nixon', 'the', 'ko', 'trade', 'Hà', 'hee')),
        (words) => {
          assert.deepEqual(detectLanguage(words.join(' ')), detectLanguage(`  ${words.join(', ')}?!`));
        },
      ),
    );
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        const text = String.fromCharCode(...units);
        assert.ok(['vi', 'en'].includes(detectLanguage(text).language));
      }),
    );
  });
});

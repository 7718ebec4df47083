import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mendKeystrokes, mendText, mendUtterance } from '../../../src/core/text/keystrokes.ts';
import { tonelessSyllables } from '../../../src/core/text/syllable-table.ts';
import { isVietnameseSyllable, writeSyllable } from '../../../src/core/text/syllables.ts';
import { TONES, type Tone } from '../../../src/core/text/tone-marks.ts';

const nothingKnown = (): boolean => false;

const TELEX: Readonly<Record<string, string>> = {
  Vieejt: 'Việt',
  VIEEJT: 'VIỆT',
  hee: 'hê',
  heej: 'hệ',
  cuoocj: 'cuộc',
  hanhf: 'hành',
  quaan: 'quân',
  ddem: 'đem',
  dduwowcj: 'được',
  ddoocj: 'độc',
  nhieeu: 'nhiêu',
  linhs: 'lính',
  tuwowng: 'tương',
  truowcs: 'trước',
  thuwowng: 'thương',
  maij: 'mại',
  nawm: 'năm',
  thasng: 'tháng',
  khoong: 'không',
  coongj: 'cộng',
  coong: 'công',
  Myx: 'Mỹ',
  hoaf: 'hòa',
  thuyr: 'thủy',
  quys: 'quý',
  quyeets: 'quyết',
  giuwax: 'giữa',
  gif: 'gì',
  nguwowif: 'người',
  guiwr: 'gửi',
  luuw: 'lưu',
  muaw: 'mưa',
  hoawcj: 'hoặc',
  thuowr: 'thuở',
};
const SLOPPY: Readonly<Record<string, string>> = {
  vuj: 'vụ',
  thamr: 'thảm',
  sats: 'sát',
  vietj: 'việt',
  Nguyenx: 'Nguyễn',
  vietje: 'việt',
  tiengse: 'tiếng',
  nguoiwf: 'người',
  thuongw: 'thương',
  nhw: 'như',
  twf: 'từ',
  thuwong: 'thương',
};
const VNI: Readonly<Record<string, string>> = {
  Vie65t: 'Việt',
  he65: 'hệ',
  d9a6t1: 'đất',
  d9a5t: 'đạt',
  da6t1: 'dất',
  nuo7c1: 'nước',
  nu7o7c1: 'nước',
  nuoc71: 'nước',
  na8m: 'năm',
  hoa8c5: 'hoặc',
  My4: 'Mỹ',
};
const NOT_KEYSTROKES: Readonly<Record<string, string>> = {
  'Vietnamese syllables without marks': 'hoa quan my viet boong xoong soc',
  'Vietnamese syllables with marks': 'việt hoà Mỹ được',
  'common English words':
    'is as his has was us list war far for or of if off box six tax fix max mix see too book need three been week food good deep free agree committee list term born deer',
  'English words whose vowels stand apart': 'visa hero there here usa these more later music peter',
  'names and acronyms': 'Lee Moon Laos Clinton Nixon Knox USS MIAs NGOs IMF B52 F5 U2 A1 CO2 CAT1 M16 Mig21',
  'numbers and other words': '1995 30th 12a đđ ww vieeejt viejst aaa',
};

describe('mendKeystrokes', () => {
  for (const [method, cases] of Object.entries({ Telex: TELEX, 'careless Telex': SLOPPY, VNI })) {
    for (const [typed, word] of Object.entries(cases)) {
      it(`reads ${typed} as ${word} (${method})`, () => {
        assert.equal(mendKeystrokes(typed, nothingKnown), word);
      });
    }
  }

  for (const [kind, words] of Object.entries(NOT_KEYSTROKES)) {
    it(`leaves ${kind} alone`, () => {
      for (const word of words.split(' ')) assert.equal(mendKeystrokes(word, nothingKnown), undefined, word);
    });
  }

  it('leaves words alone that the caller knows', () => {
    assert.equal(
      mendKeystrokes('Maj', (folded) => folded === 'maj'),
      undefined,
    );
  });

  it('keeps the letters of a syllable whose needed tone was not typed', () => {
    assert.equal(mendKeystrokes('vieet', nothingKnown), 'viêt');
  });

  it('reads every syllable typed in Telex with the tone at its end', () => {
    const keys: Readonly<Record<Tone, string>> = {
      ngang: '',
      sac: 's',
      huyen: 'f',
      hoi: 'r',
      nga: 'x',
      nang: 'j',
    };
    const letters: Readonly<Record<string, string>> = {
      ă: 'aw',
      â: 'aa',
      ê: 'ee',
      ô: 'oo',
      ơ: 'ow',
      ư: 'uw',
      đ: 'dd',
    };
    let read = 0;
    for (const toneless of tonelessSyllables()) {
      // A few loans ("boong") are spelled as Telex types other words ("bông").
      if (toneless.includes('oo')) continue;
      for (const tone of TONES) {
        const syllable = writeSyllable(toneless, tone);
        const typed = Array.from(toneless, (letter) => letters[letter] ?? letter).join('') + keys[tone];
        const mended =
          syllable === undefined || typed === syllable ? undefined : mendKeystrokes(typed, nothingKnown);
        if (mended === undefined) continue;
        assert.equal(mended, syllable, typed);
        read += 1;
      }
    }
    assert.ok(read > 12_000, `${read} syllables read`);
  });

  it('gives nothing but Vietnamese syllables for any keys', () => {
    const keys = fc.string({
      unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxyfjwz0123456789đơê'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(keys, (word) => {
        const mended = mendKeystrokes(word, nothingKnown);
        if (mended !== undefined && !/[cpt]$/.test(mended))
          assert.ok(isVietnameseSyllable(mended), `${word} → ${mended}`);
        if (mended !== undefined) assert.equal(mendKeystrokes(mended, nothingKnown), undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('mendText', () => {
  const cases: readonly (readonly [typed: string, mended: string])[] = [
    ['quan hee Vieejt Mix', 'quan hê Việt Mĩ'],
    ['quan hee viet my', 'quan hê viet my'],
    ['QUAN HEE VIEEJT MYX', 'QUAN HÊ VIỆT MỸ'],
    ['quan he65 Vie65t My4 na8m 1995?', 'quan hệ Việt Mỹ năm 1995?'],
    [
      'cuoocj hanhf quaan Junction City myx ddem bao nhieeu linhs ddi z',
      'cuộc hành quân Junction City mỹ đem bao nhiêu lính đi z',
    ],
    ['vuj thamr sats Mỹ Lai xảy ra ngày nào', 'vụ thảm sát Mỹ Lai xảy ra ngày nào'],
    ['hair quaan hoa kyf', 'hải quân hoa kỳ'],
    ['chieens dichj Linebacker cuar US', 'chiến dịch Linebacker của US'],
  ];
  for (const [typed, mended] of cases) {
    it(`reads "${typed}" as "${mended}"`, () => {
      assert.equal(mendText(typed, nothingKnown), mended);
    });
  }

  it('leaves English and Vietnamese questions with English words as they are', () => {
    for (const text of [
      'How many cats has the US seen since last term?',
      'When did the USS Maddox see deer from its box?',
      'Sau khi Nhật surrender, Deer Team cùng tướng Giáp march về đâu vậy?',
      'Colin Powell dự memorial cho MIA search team ở Hà Nội hôm nào nhỉ?',
      'hiệp định list tax visa box',
      'mix',
    ]) {
      assert.equal(mendText(text, nothingKnown), text);
    }
  });
});

describe('mendUtterance', () => {
  it('gives one word for each word, whatever they are', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.keys(TELEX), 'mix', 'of')),
    );
    fc.assert(
      fc.property(words, (typed) => {
        assert.equal(mendUtterance(typed, nothingKnown).length, typed.length);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../src/core/text/fold.ts';
import { couldBeUnmarkedSyllable, isVietnameseSyllable } from '../../../src/core/text/syllables.ts';

const words = (list: string): readonly string[] => list.split(' ');

const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  'of everyday words': words(
    'việt nam quan hệ hoa kỳ bình thường hóa người được những nước nghiêng ngoằn nguyễn',
  ),
  'in either tone placement': words('hòa hoà thúy thuý khỏe khoẻ ủy uỷ họa hoạ'),
  'with qu, gi and the rounded glide': words(
    'quốc quý quyền quỳnh quả già gì gìn giếng giặt giữa huỳnh khuya khuỷu',
  ),
  'that end in a stop with sắc or nặng': words('các việt tích hạp luật chất sách ạch uýt'),
  'without an initial': words('ai yên yêu ít ừ ở oanh uyển ấy ủng ước y ỷ'),
  'before front vowels with k, gh and ngh': words('kim kế kiểm ghi ghế nghe nghị nghiệp'),
  'borrowed long ago': words('buýt boong pin voan xoong tuýp pác bó'),
};
const NOT_SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  'that end in a stop with another tone or none': words('viet cac việtt sat cuoc tich tìch hảp luẩt cât'),
  'with a vowel the initial does not take': words('ka ge ghan ngê ngha ce ci qa quu quong'),
  'with iê where yê is written, or the other way': words('iên iêu nyên'),
  'with foreign letters and clusters': words(
    'was fox jazz zen trade street school clinton washington brown strong',
  ),
  'with the tone on the wrong letter': words('tòan qúy gìa ngừơi tíêng'),
  'with two tones': words('hòá vịệt'),
  'that are no words': ['', '1995', 'ng', 'đ', '-', '越'],
};

describe('isVietnameseSyllable', () => {
  for (const [kind, list] of Object.entries(SYLLABLES)) {
    it(`accepts syllables ${kind}`, () => {
      for (const word of list) assert.equal(isVietnameseSyllable(word.normalize('NFC')), true, word);
    });
  }
  for (const [kind, list] of Object.entries(NOT_SYLLABLES)) {
    it(`refuses words ${kind}`, () => {
      for (const word of list) assert.equal(isVietnameseSyllable(word.normalize('NFC')), false, word);
    });
  }
});

describe('couldBeUnmarkedSyllable', () => {
  it('accepts what remains of every accepted syllable', () => {
    for (const word of Object.values(SYLLABLES).flat())
      assert.equal(couldBeUnmarkedSyllable(fold(word)), true, word);
  });

  it('accepts stop-final syllables, whose tone folding took away', () => {
    for (const word of words('viet cac sat cuoc tich'))
      assert.equal(couldBeUnmarkedSyllable(word), true, word);
  });

  it('refuses words that only a foreign language spells', () => {
    for (const word of words(
      'trade street was fox clinton kissinger agreement normalization moan soap pet',
    )) {
      assert.equal(couldBeUnmarkedSyllable(word), false, word);
    }
  });

  it('accepts the folded form of any word that is a syllable, for any letters', () => {
    const letters = fc.constantFrom(...'bcdđghklmnpqrstvxaăâeêioôơuưyáàảãạếềệốợứựý');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 7 }), (word) => {
        if (isVietnameseSyllable(word)) assert.equal(couldBeUnmarkedSyllable(fold(word)), true);
      }),
    );
  });
});

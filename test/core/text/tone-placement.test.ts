import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { endsInStop, tonelessSyllables } from '../../../src/core/text/syllable-table.ts';
import { TONES, toneOn, withTone } from '../../../src/core/text/tone-marks.ts';
import { canonicalTonePlacement } from '../../../src/core/text/tone-placement.ts';

const CASES: readonly (readonly [typed: string, canonical: string])[] = [
  ['hoà', 'hòa'],
  ['hòa', 'hòa'],
  ['hoá', 'hóa'],
  ['hoạ', 'họa'],
  ['xoà', 'xòa'],
  ['thuý', 'thúy'],
  ['thuỷ', 'thủy'],
  ['uỷ', 'ủy'],
  ['khoẻ', 'khỏe'],
  ['loè', 'lòe'],
  ['Hoà', 'Hòa'],
  ['HOÀ', 'HÒA'],
  ['UỶ', 'ỦY'],
  ['tòan', 'toàn'],
  ['hòan', 'hoàn'],
  ['toàn', 'toàn'],
  ['hoài', 'hoài'],
  ['ngoáy', 'ngoáy'],
  ['khuỷu', 'khuỷu'],
  ['khủyu', 'khuỷu'],
  ['qúy', 'quý'],
  ['quý', 'quý'],
  ['quà', 'quà'],
  ['qùa', 'quà'],
  ['quả', 'quả'],
  ['già', 'già'],
  ['gìa', 'già'],
  ['giặt', 'giặt'],
  ['gíup', 'giúp'],
  ['gì', 'gì'],
  ['gìn', 'gìn'],
  ['giếng', 'giếng'],
  ['mía', 'mía'],
  ['mùa', 'mùa'],
  ['đựơc', 'được'],
  ['ngừơi', 'người'],
  ['ngươì', 'người'],
  ['tíêng', 'tiếng'],
  ['thuở', 'thuở'],
  ['qúôc', 'quốc'],
  ['Nguỹên', 'Nguyễn'],
];

const TONED_WORDS = Array.from(tonelessSyllables()).flatMap((syllable) =>
  Array.from(syllable, (letter, at) => ({ syllable, letter, at })).filter(
    ({ letter }) => withTone(letter, 'sac') !== letter,
  ),
);

describe('canonicalTonePlacement', () => {
  for (const [typed, canonical] of CASES) {
    it(`writes ${typed} as ${canonical}`, () => {
      assert.equal(canonicalTonePlacement(typed), canonical);
    });
  }

  it('leaves foreign words and words without a tone alone', () => {
    for (const word of [
      'café',
      'José',
      'Pérez',
      'communiqué',
      'hoa',
      'Vietnam',
      'ÉRIC',
      '',
      'd',
      '12',
      'hòà',
      '越南',
    ]) {
      assert.equal(canonicalTonePlacement(word), word);
    }
  });

  it('brings every place a tone can be typed in a syllable to one spelling of the same length', () => {
    const spellings = new Map<string, Set<string>>();
    for (const { syllable, letter, at } of TONED_WORDS) {
      for (const tone of TONES) {
        if (tone === 'ngang' || (endsInStop(syllable) && tone !== 'sac' && tone !== 'nang')) continue;
        const typed = syllable.slice(0, at) + withTone(letter, tone) + syllable.slice(at + 1);
        const canonical = canonicalTonePlacement(typed);
        assert.equal(canonical.length, typed.length);
        assert.equal(canonicalTonePlacement(canonical), canonical);
        const key = `${syllable} ${tone}`;
        spellings.set(key, (spellings.get(key) ?? new Set()).add(canonical));
      }
    }
    for (const [key, found] of spellings) assert.equal(found.size, 1, `${key}: ${[...found].join(' ')}`);
  });

  it('keeps length and letters of any word and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const word = text.normalize('NFC');
        const once = canonicalTonePlacement(word);
        assert.equal(once.length, word.length);
        assert.equal(canonicalTonePlacement(once), once);
        const letters = (of: string): string =>
          Array.from(of, (letter) => toneOn(letter)?.letter ?? letter).join('');
        assert.equal(letters(once), letters(word));
      }),
    );
  });
});

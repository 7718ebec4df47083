import { hasDiacritics } from './fold.ts';
import { isVietnameseSyllable } from './syllables.ts';

/** Letters that chat drops or swaps in words that keep their marks, and what they stand for. */
const SWAPS: readonly (readonly [pattern: RegExp, letters: string])[] = [
  [/(?<=[^n])g$/, 'ng'], // trưởg, nẵg
  [/(?<=[^cnpt])h$/, 'nh'], // mìh, bìh
  [/^w/, 'qu'], // wốc
  [/^j/, 'gi'], // jữa
  [/^f/, 'ph'], // fải
  [/^k(?=[^eêihy])/, 'c'], // kủa
  [/^dz|^z/, 'v'], // zẫn
];

/**
 * The syllable behind a lower-case word that chat spells by its own rules: "trưởg" → "trưởng", "fải" → "phải".
 * Only words with marks are read so, which no other language has; `undefined` for those that are syllables already.
 */
export function respell(word: string): string | undefined {
  if (!hasDiacritics(word) || isVietnameseSyllable(word)) return undefined;
  for (const [pattern, letters] of SWAPS) {
    const respelt = word.replace(pattern, letters);
    if (respelt !== word && isVietnameseSyllable(respelt)) return respelt;
  }
  return undefined;
}

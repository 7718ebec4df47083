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
  return unswap(word);
}

/** The one syllable that two neighbouring letters in the wrong order spell: "nàgy" → "ngày". */
function unswap(word: string): string | undefined {
  const letters = [...word];
  const syllables = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const swapped = [...letters];
    swapped.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
    const syllable = swapped.join('');
    if (isVietnameseSyllable(syllable)) syllables.add(syllable);
  }
  const [only, ...others] = syllables;
  return others.length === 0 ? only : undefined;
}

import type { Tone } from './tone-marks.ts';
import { hatted, hornOrBreve, isVowel, rimeStart, type TypedSyllable } from './typed-syllable.ts';

const TONE_KEYS: ReadonlyMap<string, Tone> = new Map([
  ['s', 'sac'],
  ['f', 'huyen'],
  ['r', 'hoi'],
  ['x', 'nga'],
  ['j', 'nang'],
]);
/** Beginnings of rimes that need their hat, so that one typed late belongs to them: "tieng" + e, "quoc" + o. */
const AWAITS_HAT = /^(?:ie|ye|uye|uo|ua)/;

/**
 * Reads a lower-case word as Telex keystrokes, as loosely as people type them: doubled letters and w for the letters,
 * s f r x j for the tone, in any order that makes sense. `undefined` where it makes none or no key was used.
 */
export function readTelex(word: string): TypedSyllable | undefined {
  let letters: readonly string[] = [];
  let tone: Tone = 'ngang';
  let marks = 0;
  let vowelBehindTone = false;
  let previousKey = '';
  for (const key of word) {
    const toneKey = letters.some(isVowel) ? TONE_KEYS.get(key) : undefined;
    if (toneKey !== undefined) {
      if (tone !== 'ngang') return undefined;
      tone = toneKey;
      marks += 1;
    } else {
      const marked = markLetter(letters, key, previousKey);
      if (marked === undefined) {
        if (key === 'w') return undefined;
        if (tone !== 'ngang' && isVowel(key)) vowelBehindTone = true;
        letters = [...letters, key];
      } else {
        letters = marked;
        marks += 1;
      }
    }
    previousKey = key;
  }
  // A vowel behind a consonant is how English spells "visa" and "hero"; who types Telex so marks a letter as well.
  if (marks === 0 || (vowelBehindTone && marks < 2)) return undefined;
  return { toneless: letters.join(''), tone, marks };
}

/** The letters with the one changed or added that the key marks; `undefined` when it is a letter of its own. */
function markLetter(
  letters: readonly string[],
  key: string,
  previousKey: string,
): readonly string[] | undefined {
  if (key === 'w') {
    // Without a vowel so far, w alone is ư: "nhw", "tw".
    const bare = letters.length > 0 && !letters.some(isVowel);
    return bare ? [...letters, 'ư'] : hornOrBreve(letters, 'either');
  }
  if (key === 'd') return letters.length === 1 && letters[0] === 'd' ? ['đ'] : undefined;
  const hat = hatted(key);
  if (hat === undefined) return undefined;
  const last = letters.at(-1);
  if (last === key) return previousKey === key ? [...letters.slice(0, -1), hat] : undefined;
  return isVowel(last) ? undefined : lateHat(letters, key, hat);
}

function lateHat(letters: readonly string[], key: string, hat: string): readonly string[] | undefined {
  const start = rimeStart(letters);
  if (start === -1 || !AWAITS_HAT.test(letters.slice(start).join(''))) return undefined;
  const at = letters.lastIndexOf(key);
  return at < start ? undefined : letters.map((letter, index) => (index === at ? hat : letter));
}

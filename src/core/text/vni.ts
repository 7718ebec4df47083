import type { Tone } from './tone-marks.ts';
import { hatted, hornOrBreve, isVowel, type TypedSyllable } from './typed-syllable.ts';

const TONE_KEYS: ReadonlyMap<string, Tone> = new Map([
  ['1', 'sac'],
  ['2', 'huyen'],
  ['3', 'hoi'],
  ['4', 'nga'],
  ['5', 'nang'],
]);

/**
 * Reads a lower-case word as VNI keystrokes: 1 to 5 for the tone, 6 hat, 7 horn, 8 breve, 9 for đ, each anywhere
 * behind its letter. `undefined` where the digits make no sense together or there are none.
 */
export function readVni(word: string): TypedSyllable | undefined {
  let letters: readonly string[] = [];
  let tone: Tone = 'ngang';
  let marks = 0;
  for (const key of word) {
    if (key < '0' || key > '9') {
      letters = [...letters, key];
      continue;
    }
    marks += 1;
    const toneKey = TONE_KEYS.get(key);
    if (toneKey === undefined) {
      const marked = markLetter(letters, key);
      if (marked === undefined) return undefined;
      letters = marked;
    } else {
      if (tone !== 'ngang' || !letters.some(isVowel)) return undefined;
      tone = toneKey;
    }
  }
  return marks === 0 ? undefined : { toneless: letters.join(''), tone, marks };
}

function markLetter(letters: readonly string[], key: string): readonly string[] | undefined {
  switch (key) {
    case '6': {
      const at = letters.findLastIndex((letter) => hatted(letter) !== undefined);
      return at === -1
        ? undefined
        : letters.map((letter, index) => (index === at ? (hatted(letter) ?? letter) : letter));
    }
    case '7':
      return hornOrBreve(letters, 'horn');
    case '8':
      return hornOrBreve(letters, 'breve');
    case '9':
      return letters[0] === 'd' ? ['đ', ...letters.slice(1)] : undefined;
    default:
      return undefined;
  }
}

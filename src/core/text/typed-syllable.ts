import type { Tone } from './tone-marks.ts';

/** What keystrokes of a typing method spell, before it is known whether that is a syllable. Lower case. */
export interface TypedSyllable {
  readonly toneless: string;
  readonly tone: Tone;
  /** How many letters and tones were typed with a key of the method. */
  readonly marks: number;
}

const VOWEL = /[aăâeêioôơuưy]/;

/** Whether a toneless lower-case letter is a vowel. */
export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && VOWEL.test(letter);
}

/** Index of the first vowel of the rime: behind the u of "qu", and behind the i of "gi" before another vowel. */
export function rimeStart(letters: readonly string[]): number {
  const first = letters.findIndex(isVowel);
  if (first <= 0) return first;
  const swallowed =
    (letters[0] === 'q' && letters[1] === 'u') ||
    (letters[0] === 'g' && letters[1] === 'i' && isVowel(letters[2]));
  return swallowed && isVowel(letters[2]) ? 2 : first;
}

const HAT: ReadonlyMap<string, string> = new Map([
  ['a', 'â'],
  ['e', 'ê'],
  ['o', 'ô'],
]);

/** The letter with a hat, for those that can have one. */
export function hatted(letter: string): string | undefined {
  return HAT.get(letter);
}

/** What one key means: horns only (ơ, ư), the breve only (ă), or whichever fits. */
export type HornKey = 'horn' | 'breve' | 'either';

/** Puts horn or breve on the letters of the rime that the key can mean; `undefined` when there are none. */
export function hornOrBreve(letters: readonly string[], key: HornKey): readonly string[] | undefined {
  const start = rimeStart(letters);
  if (start === -1) return undefined;
  let end = start;
  while (isVowel(letters[end])) end += 1;
  const rime = letters.slice(start, end).join('');
  const marked = (key === 'breve' ? undefined : horned(rime)) ?? (key === 'horn' ? undefined : breved(rime));
  return marked === undefined ? undefined : [...letters.slice(0, start), ...marked, ...letters.slice(end)];
}

function horned(rime: string): string | undefined {
  const both = rime.replace(/u[oơ]|ưo/, 'ươ');
  if (both !== rime) return both;
  // In "ua", "ui" and "uu" the horn is on the first letter; in "oa" the o is a glide and has none.
  if (/^u[aiu]/.test(rime)) return `ư${rime.slice(1)}`;
  const at = rime.startsWith('oa') ? -1 : Math.max(rime.lastIndexOf('o'), rime.lastIndexOf('u'));
  return at === -1 ? undefined : rime.slice(0, at) + (rime[at] === 'o' ? 'ơ' : 'ư') + rime.slice(at + 1);
}

function breved(rime: string): string | undefined {
  const at = rime.lastIndexOf('a');
  return at === -1 ? undefined : `${rime.slice(0, at)}ă${rime.slice(at + 1)}`;
}

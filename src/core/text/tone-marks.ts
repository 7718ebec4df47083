/** The six tones by their Vietnamese names; `ngang` is the unmarked one. */
export const TONES = ['ngang', 'sac', 'huyen', 'hoi', 'nga', 'nang'] as const;

export type Tone = (typeof TONES)[number];

/** A vowel letter and the tone written on it, the letter's own hat, breve or horn kept: "ệ" is "ê" and `nang`. */
export interface TonedLetter {
  readonly letter: string;
  readonly tone: Tone;
}

const VOWELS = 'aăâeêioôơuưy';
const WITH_TONE: Readonly<Record<Tone, string>> = {
  ngang: VOWELS,
  sac: 'áắấéếíóốớúứý',
  huyen: 'àằầèềìòồờùừỳ',
  hoi: 'ảẳẩẻểỉỏổởủửỷ',
  nga: 'ãẵẫẽễĩõỗỡũữỹ',
  nang: 'ạặậẹệịọộợụựỵ',
};

const TONED = new Map<string, TonedLetter>();
const WRITTEN: Readonly<Record<Tone, Map<string, string>>> = {
  ngang: new Map(),
  sac: new Map(),
  huyen: new Map(),
  hoi: new Map(),
  nga: new Map(),
  nang: new Map(),
};
for (const tone of TONES) {
  for (const [vowels, toned] of [
    [VOWELS, WITH_TONE[tone]],
    [VOWELS.toUpperCase(), WITH_TONE[tone].toUpperCase()],
  ] as const) {
    for (let at = 0; at < vowels.length; at += 1) {
      const letter = vowels.charAt(at);
      WRITTEN[tone].set(letter, toned.charAt(at));
      if (tone !== 'ngang') TONED.set(toned.charAt(at), { letter, tone });
    }
  }
}

/** The tone that an NFC letter of either case carries; `undefined` for a letter without one. */
export function toneOn(letter: string): TonedLetter | undefined {
  return TONED.get(letter);
}

/** The letter of either case with the tone written on it; a letter that can't carry one comes back as it is. */
export function withTone(letter: string, tone: Tone): string {
  return WRITTEN[tone].get(letter) ?? letter;
}

/** A word without its tone, and where the tone stood. */
export interface TonelessWord {
  readonly toneless: string;
  readonly tone: Tone;
  /** UTF-16 index of the letter that carried the tone; -1 without one. */
  readonly at: number;
}

/** Takes the tone off an NFC word; `undefined` when it carries more than one, so is no Vietnamese syllable. */
export function takeTone(word: string): TonelessWord | undefined {
  let found: TonedLetter | undefined;
  let foundAt = -1;
  for (let at = 0; at < word.length; at += 1) {
    // No toned letter lies below U+00C0; most letters of most words do.
    if (word.charCodeAt(at) < 0xc0) continue;
    const toned = TONED.get(word.charAt(at));
    if (toned === undefined) continue;
    if (found !== undefined) return undefined;
    found = toned;
    foundAt = at;
  }
  if (found === undefined) return { toneless: word, tone: 'ngang', at: -1 };
  return {
    toneless: word.slice(0, foundAt) + found.letter + word.slice(foundAt + 1),
    tone: found.tone,
    at: foundAt,
  };
}

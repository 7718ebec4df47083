import { fold } from './fold.ts';
import { couldBeUnmarkedSyllable, writeSyllable } from './syllables.ts';
import { readTelex } from './telex.ts';
import type { TypedSyllable } from './typed-syllable.ts';
import { readVni } from './vni.ts';

/** A word read as keystrokes of a syllable. */
export interface KeystrokeReading {
  /** NFC, in the case of what was typed. */
  readonly syllable: string;
  /** Whether hardly any other language spells a word so: "Vieejt", "hanhf", "ddem", not "hee" or "sats". */
  readonly unmistakable: boolean;
}

/** The longest syllable has seven letters; each of them and the tone may take a key of its own. */
const LONGEST = 12;
const SHAPE = /^[a-zăâêôơưđ]+[a-z0-9ăâêôơưđ]*$/;

// What Telex has and English has not: ư and ơ typed with w before other letters, â, đ, hats inside diphthongs, j, and
// tone keys behind consonants that English does not put before them.
const TELEX_ONLY =
  /^dd|^ng(?!o$)|aa|uw|(?:[iy]|(?<!q)u)ee|uoo|[ao]w(?:[mptci]|ng)|^[^aeiouy]+w[sfrxj]|j|[cghmnpt][fx]$|[mnpt]r$|(?:nh|ch)s$|s(?:nh|ng)|yx$|[fx](?:n|m|p|t|c)|w[fxr]$/;
/** English plurals and agents of words with a doubled vowel or w, which otherwise look twice marked: seems, doors. */
const ENGLISH_SHAPE = /^[^aeiouy]{0,3}(?:(?:ee|oo|ow|aw)(?:[mnp]|s?t)?[srf]?|wor[mn])$/;
/** Rimes that always have a hat, which careless typists leave out: "vietj", "nguyenx". */
const HATLESS = /(?:i|y)e(?=[cmnptu])/;

/**
 * Reads a word as Telex or VNI keystrokes. `undefined` when it is a Vietnamese syllable as it stands, with or without
 * marks, or no keystrokes of one.
 *
 * A syllable with c, ch, p or t at its end and its letters marked, but no tone typed, comes back without one
 * ("vieet" → "viêt"): which of the two it should have can't be told, and its letters are worth having.
 */
export function readKeystrokes(word: string): KeystrokeReading | undefined {
  const lower = word.toLowerCase();
  if (lower.length > LONGEST || lower.length < 2 || !SHAPE.test(lower)) return undefined;
  const byDigits = /\d/.test(lower);
  // One letter and one digit is a name far more often: A1, O2, U2.
  if (byDigits && lower.length < 3) return undefined;
  if (!byDigits && couldBeUnmarkedSyllable(fold(lower))) return undefined;
  const typed = byDigits ? readVni(lower) : readTelex(lower);
  const syllable = typed && spell(typed);
  if (typed === undefined || syllable === undefined) return undefined;
  return {
    syllable: withCaseOf(word, syllable),
    unmistakable: byDigits || TELEX_ONLY.test(lower) || (typed.marks > 1 && !ENGLISH_SHAPE.test(lower)),
  };
}

function spell({ toneless, tone, marks }: TypedSyllable): string | undefined {
  const letters = toneless.replace('ưo', 'ươ').replace(/ươ$/, 'uơ');
  const hatted = letters.replace(HATLESS, (found) => `${found.charAt(0)}ê`);
  const syllable = writeSyllable(letters, tone) ?? writeSyllable(hatted, tone);
  if (syllable !== undefined || tone !== 'ngang' || marks === 0) return syllable;
  return /(?:[iy]ê|uô|ươ)[cpt]$/.test(letters) && writeSyllable(letters, 'sac') !== undefined
    ? letters
    : undefined;
}

function withCaseOf(typed: string, syllable: string): string {
  if (typed === typed.toLowerCase()) return syllable;
  if (typed === typed.toUpperCase()) return syllable.toUpperCase();
  return typed.charAt(0) === typed.charAt(0).toUpperCase()
    ? syllable.charAt(0).toUpperCase() + syllable.slice(1)
    : syllable;
}

import { fold, hasDiacritics } from './fold.ts';
import { isKeystrokesAmongKeystrokes, looksLikeKeystrokes } from './keystroke-lookalikes.ts';
import { type KeystrokeReading, readKeystrokes } from './keystroke-reading.ts';
import { couldBeUnmarkedSyllable } from './syllables.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Tells whether the knowledge or the caller has a folded word, so that it is no keystrokes. */
export type IsKnownWord = (folded: string) => boolean;

/**
 * The Vietnamese word that leftover Telex or VNI keystrokes spell: "Vieejt" → "Việt", "he65" → "hệ". NFC, in the case
 * of the keystrokes.
 *
 * `undefined` for everything else, among it words that are Vietnamese syllables as they stand, known words, common
 * English words ("list", "been") and acronyms. Knows nothing of the words around; see {@link mendUtterance}.
 */
export function mendKeystrokes(word: string, isKnownWord: IsKnownWord): string | undefined {
  const { reading, doubtful } = readWord(word, isKnownWord);
  return doubtful ? undefined : reading?.syllable;
}

/**
 * The words of one utterance with leftover keystrokes mended; the others as they came, one for one.
 *
 * The words judge each other: what English spells too ("hee", "sats") is mended only beside unmistakable keystrokes
 * or among unmarked Vietnamese words, and an English word ("Mix" in "quan hee Vieejt Mix") only next to keystrokes.
 */
export function mendUtterance(words: readonly string[], isKnownWord: IsKnownWord): readonly string[] {
  const shouted = words.every((word) => word === word.toUpperCase());
  const typed = words.map((word) => readWord(shouted ? word.toLowerCase() : word, isKnownWord));
  if (typed.every(({ reading }) => reading === undefined)) return words;
  const certain = typed.some(({ reading, doubtful }) => reading?.unmistakable === true && !doubtful);
  const mendsPlausible = certain || isUnmarkedVietnamese(typed);
  const mended = typed.map(({ reading, doubtful }) =>
    reading !== undefined && !doubtful && (reading.unmistakable || mendsPlausible)
      ? reading.syllable
      : undefined,
  );
  return words.map((word, at) => {
    const nextToMended = mended[at - 1] !== undefined || mended[at + 1] !== undefined;
    const accepted = certain && nextToMended && isKeystrokesAmongKeystrokes(fold(word));
    const syllable = mended[at] ?? (accepted ? typed[at]?.reading?.syllable : undefined);
    if (syllable === undefined) return word;
    return shouted ? syllable.toUpperCase() : syllable;
  });
}

/** A text with leftover keystrokes mended and everything between the words kept. */
export function mendText(text: string, isKnownWord: IsKnownWord): string {
  const words = text.match(WORD) ?? [];
  const mended = mendUtterance(words, isKnownWord);
  let at = -1;
  return text.replace(WORD, (word) => {
    at += 1;
    return mended[at] ?? word;
  });
}

interface TypedWord {
  readonly word: string;
  readonly reading: KeystrokeReading | undefined;
  /** Whether the word is likelier to be something else than keystrokes. */
  readonly doubtful: boolean;
}

function readWord(word: string, isKnownWord: IsKnownWord): TypedWord {
  const reading = readKeystrokes(word);
  if (reading === undefined) return { word, reading, doubtful: false };
  const folded = fold(word);
  return { word, reading, doubtful: isAcronym(word) || looksLikeKeystrokes(folded) || isKnownWord(folded) };
}

/** "USS", "CAT1", "MIAs": short and in capitals, or with capitals inside. */
function isAcronym(word: string): boolean {
  if (word === word.toUpperCase()) return word.length <= (/\d/.test(word) ? 5 : 3);
  const tail = word.slice(1);
  return tail !== tail.toLowerCase();
}

/** Whether the other words look like Vietnamese typed without marks: then an odd word is likely a slip of the keys. */
function isUnmarkedVietnamese(typed: readonly TypedWord[]): boolean {
  const others = typed.filter(({ reading, word }) => reading === undefined && /\p{L}/u.test(word));
  if (others.some(({ word }) => hasDiacritics(word))) return false;
  const syllables = others.filter(
    ({ word }) => couldBeUnmarkedSyllable(fold(word)) && !ENGLISH.has(fold(word)),
  );
  return syllables.length >= 2 && syllables.length * 3 >= others.length * 2;
}

/** Small English words that are unmarked syllables too. */
const ENGLISH: ReadonlySet<string> = new Set(
  'a am an at can do go he hang her hi i in it long me my no on pin so than that the them then they to too tin up we who'.split(
    ' ',
  ),
);

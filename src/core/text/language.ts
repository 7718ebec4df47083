import { DEFAULT_LOCALE, type Locale } from '../locale.ts';
import { VIETNAMESE_CHAT } from './chat-table.ts';
import { hasDiacritics } from './fold.ts';
import { looksLikeKeystrokes } from './keystroke-lookalikes.ts';
import { readKeystrokes } from './keystroke-reading.ts';
import {
  BOTH,
  ENGLISH_LIKELY,
  ENGLISH_SURE,
  UNMARKED_FUNCTION,
  VIETNAMESE_FUNCTION,
} from './language-words.ts';
import { couldBeUnmarkedSyllable, isVietnameseSyllable } from './syllables.ts';
import { canonicalTonePlacement } from './tone-placement.ts';

/** The language of a text, as far as its words show it. */
export interface DetectedLanguage {
  readonly language: Locale;
  /** Whether the words show it; if not, `language` is only the likelier one, the default for a name or a number. */
  readonly confident: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;
/** Words beyond these don't change the verdict. */
const MAXIMUM_WORDS = 60;
/** How much more one language must show than the other; one small word of a language is enough. */
const CONFIDENT = 1.5;

/** What a word tells that Vietnamese can't spell, and a small English word that it can. */
const CONTENT = 0.5;
const LIKELY = 0.6;

/** Points for either language. */
interface Evidence {
  readonly vi: number;
  readonly en: number;
}
const NONE: Evidence = { vi: 0, en: 0 };

/**
 * Which of the bot's languages an NFC text is in: Vietnamese with or without marks, in chat spelling or left in Telex
 * or VNI keystrokes, or English. In a mixed text the small words decide, not the names: "Colin Powell dự memorial hôm
 * nào?" is Vietnamese, "When did Trương Tấn Sang visit?" English.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const words = (text.match(WORD) ?? []).slice(0, MAXIMUM_WORDS);
  const shouted = words.every((word) => word === word.toUpperCase());
  let vi = 0;
  let en = 0;
  let plainVietnamese = 0;
  let plainEnglish = 0;
  for (const [at, word] of words.entries()) {
    const lower = canonicalTonePlacement(word.toLowerCase());
    const capital = lower.charAt(0) !== word.charAt(0);
    const evidence = weigh(lower, at > 0 && capital && !shouted);
    // A lone capitalised word that no rule knows is a name or an abbreviation: "Obama", "BTA".
    if (capital && evidence.en === CONTENT) continue;
    vi += evidence.vi;
    en += evidence.en;
    if (evidence.vi > 0) plainVietnamese += 1;
    if (evidence.en > 0) plainEnglish += 1;
  }
  // Several words that agree tell more than each of them.
  if (plainEnglish === 0 && plainVietnamese > 1 && vi >= 1) vi += 1;
  if (plainVietnamese === 0 && plainEnglish > 1 && en >= 1) en += 1;
  const language = vi === en ? DEFAULT_LOCALE : vi > en ? 'vi' : 'en';
  return { language, confident: Math.abs(vi - en) >= CONFIDENT };
}

/** What one lower-case word tells; `named` when it has a capital within a sentence, as names do. */
function weigh(word: string, named: boolean): Evidence {
  if (hasDiacritics(word)) {
    if (isVietnameseSyllable(word))
      return { vi: named ? 0.25 : VIETNAMESE_FUNCTION.has(word) ? 3 : 1, en: 0 };
    return VIETNAMESE_CHAT.has(word) ? { vi: 2, en: 0 } : NONE;
  }
  if (ENGLISH_SURE.has(word)) return { vi: 0, en: 2 };
  if (ENGLISH_LIKELY.has(word)) return { vi: 0, en: word === 'the' ? 1 : LIKELY };
  const small = VIETNAMESE_FUNCTION.has(word) || UNMARKED_FUNCTION.has(word);
  if (small && !named) return { vi: BOTH.has(word) ? 1 : 2, en: 0 };
  if (BOTH.has(word) || word.length === 1) return NONE;
  if (couldBeUnmarkedSyllable(word)) return { vi: named ? 0.25 : 0.5, en: 0 };
  if (VIETNAMESE_CHAT.has(word)) return { vi: 1, en: 0 };
  const reading = looksLikeKeystrokes(word) ? undefined : readKeystrokes(word);
  if (reading !== undefined) return reading.unmistakable ? { vi: 2, en: 0 } : NONE;
  return named || word.length < 3 ? NONE : { vi: 0, en: CONTENT };
}

import { fold } from './fold.ts';
import { endsInStop, tonelessSyllables, tonePlaceOf } from './syllable-table.ts';
import { type Tone, takeTone, withTone } from './tone-marks.ts';

/** Open rimes on whose second letter the newer school spelling puts the tone: hoà, khoẻ, thuý. */
const PLACED_TWO_WAYS = /(?:oa|oe|uy)$/;

/**
 * Whether a lower-case NFC word is written as a Vietnamese syllable can be: initial, rime and tone fit together and
 * the tone stands on the right letter, in the older (hòa) or newer (hoà) placement. Says nothing about whether the
 * syllable is in use.
 */
export function isVietnameseSyllable(word: string): boolean {
  const { toneless, tone, at } = takeTone(word) ?? {};
  if (toneless === undefined) return false;
  const place = tonePlaceOf(toneless);
  if (place === undefined) return false;
  if (endsInStop(toneless)) return (tone === 'sac' || tone === 'nang') && at === place;
  if (at === -1 || at === place) return true;
  return at === place + 1 && PLACED_TWO_WAYS.test(toneless) && at === toneless.length - 1;
}

/**
 * A lower-case syllable with its tone written where it belongs: "viêt" and `nang` → "việt". `undefined` when spelling
 * does not allow the syllable or not this tone on it.
 */
export function writeSyllable(toneless: string, tone: Tone): string | undefined {
  const place = tonePlaceOf(toneless);
  if (place === undefined) return undefined;
  if (endsInStop(toneless) && tone !== 'sac' && tone !== 'nang') return undefined;
  return toneless.slice(0, place) + withTone(toneless.charAt(place), tone) + toneless.slice(place + 1);
}

let folded: ReadonlySet<string> | undefined;

/** Whether a folded word is what remains of some Vietnamese syllable: "quoc" (quốc, quộc) and "long", not "trade". */
export function couldBeUnmarkedSyllable(foldedWord: string): boolean {
  folded ??= new Set(Array.from(tonelessSyllables(), fold));
  return folded.has(foldedWord);
}

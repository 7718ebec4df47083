import { tonePlaceOf } from './syllable-table.ts';
import { takeTone, withTone } from './tone-marks.ts';

/**
 * One spelling for syllables whose tone people place in different ways: hoà → hòa, thuý → thúy, uỷ → ủy, also where
 * a finger slipped (tòan → toàn, qúy → quý). The older placement wins because most texts have it.
 *
 * Takes an NFC word of any case and keeps its case and length. Words that are no Vietnamese syllables stay as they
 * are. Idempotent.
 */
export function canonicalTonePlacement(word: string): string {
  const taken = takeTone(word);
  if (taken === undefined || taken.at === -1) return word;
  const { toneless, tone, at } = taken;
  const place = tonePlaceOf(toneless) ?? tonePlaceOf(toneless.toLowerCase());
  if (place === undefined || place === at) return word;
  return toneless.slice(0, place) + withTone(toneless.charAt(place), tone) + toneless.slice(place + 1);
}

import type { PlaceRef } from '../chat/identity.ts';
import type { Locale } from '../locale.ts';

/** What a place has chosen. */
export interface PreferenceStore {
  /** The language chosen for a place; `undefined` before anyone chose. */
  language(place: PlaceRef): Promise<Locale | undefined>;
  setLanguage(place: PlaceRef, language: Locale): Promise<void>;
  /** The place's name has changed, as when a group becomes a supergroup; what it chose goes with it. */
  move(from: PlaceRef, to: PlaceRef): Promise<void>;
  /** Removes all that the place chose, and tells how many things that were. */
  forgetPlace(place: PlaceRef): Promise<number>;
}

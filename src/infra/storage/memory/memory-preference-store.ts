import type { PlaceRef } from '../../../core/chat/identity.ts';
import type { Locale } from '../../../core/locale.ts';
import type { PreferenceStore } from '../../../core/ports/preference-store.ts';
import { RecentMap } from '../../../core/recent-map.ts';

/** How many places are remembered at once. */
const MAXIMUM_PLACES = 50_000;

/** Preferences for as long as the process lives. */
export class MemoryPreferenceStore implements PreferenceStore {
  readonly #languages = new RecentMap<PlaceRef, Locale>(MAXIMUM_PLACES);

  async language(place: PlaceRef): Promise<Locale | undefined> {
    return this.#languages.get(place);
  }

  async setLanguage(place: PlaceRef, language: Locale): Promise<void> {
    this.#languages.set(place, language);
  }

  async move(from: PlaceRef, to: PlaceRef): Promise<void> {
    const language = this.#languages.get(from);
    if (language === undefined) return;
    this.#languages.delete(from);
    this.#languages.set(to, language);
  }

  async forgetPlace(place: PlaceRef): Promise<number> {
    if (this.#languages.get(place) === undefined) return 0;
    this.#languages.delete(place);
    return 1;
  }
}

import { type Pace, TokenBuckets } from '../pace/token-buckets.ts';
import { RecentMap } from '../recent-map.ts';
import type { PersonRef, PlaceRef } from './identity.ts';

/** How fast one person, and all people of one place together, may ask. */
export interface QuestionPaces {
  readonly person: Pace;
  readonly place: Pace;
}

export const DEFAULT_QUESTION_PACES: QuestionPaces = {
  person: { burst: 12, perSecond: 0.5 },
  // Telegram takes twenty messages a minute in a group.
  place: { burst: 20, perSecond: 1 / 3 },
};

/** Whether a question may be answered now. */
export type QuestionLeave =
  | { readonly kind: 'granted' }
  /** The first refusal in a row, to be told in a friendly way; `seconds` until the next is granted. */
  | { readonly kind: 'slow-down'; readonly seconds: number }
  /** A further refusal, of which nothing is said. */
  | { readonly kind: 'silence' };

const SECOND_MS = 1000;
/** How many refused people are remembered at once. */
const MAXIMUM_NOTICES = 10_000;

/** Keeps one person or one place from taking the bot away from all others. */
export class QuestionLimits {
  readonly #persons: TokenBuckets;
  readonly #places: TokenBuckets;
  /** When the notice to a person grows stale, in milliseconds of the epoch. */
  readonly #noticed = new RecentMap<PersonRef, number>(MAXIMUM_NOTICES);

  constructor(paces: QuestionPaces = DEFAULT_QUESTION_PACES) {
    this.#persons = new TokenBuckets(paces.person);
    this.#places = new TokenBuckets(paces.place);
  }

  /** `place` is left out where a person is alone; `now` in milliseconds of the epoch. */
  ask(person: PersonRef, place: PlaceRef | undefined, now: number): QuestionLeave {
    const placeWaitMs = place === undefined ? 0 : this.#places.waitMs(place, now);
    const waitMs = Math.max(this.#persons.waitMs(person, now), placeWaitMs);
    if (waitMs === 0) {
      this.#persons.take(person, now);
      if (place !== undefined) this.#places.take(place, now);
      this.#noticed.delete(person);
      return { kind: 'granted' };
    }
    const until = this.#noticed.get(person);
    if (until !== undefined && now < until) return { kind: 'silence' };
    // After a minute the first notice is far up in the chat.
    this.#noticed.set(person, now + 60 * SECOND_MS);
    return { kind: 'slow-down', seconds: Math.ceil(waitMs / SECOND_MS) };
  }
}

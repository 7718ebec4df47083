import type { Topic } from '../answer/topic.ts';
import { RecentMap } from '../recent-map.ts';

/** How long a topic is remembered after it was last touched, in milliseconds. */
export const TOPIC_LIFETIME_MS = 15 * 60 * 1000;
/** How many topics are remembered at once; the one untouched the longest is dropped first. */
export const MAXIMUM_TOPICS = 5_000;

/** The topics of running conversations, in memory only: small, short-lived, one for each conversation and asker. */
export class ConversationMemory {
  readonly #topics = new RecentMap<string, { readonly topic: Topic; readonly until: number }>(MAXIMUM_TOPICS);

  /** `now` in milliseconds of the epoch. */
  recall(key: string, now: number): Topic | undefined {
    const entry = this.#topics.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > now) return entry.topic;
    this.#topics.delete(key);
    return undefined;
  }

  remember(key: string, topic: Topic, now: number): void {
    this.#topics.set(key, { topic, until: now + TOPIC_LIFETIME_MS });
  }

  forget(key: string): void {
    this.#topics.delete(key);
  }
}

import type { PersonRef } from '../../../core/chat/identity.ts';
import type {
  CitationFeedback,
  FeedbackStore,
  PersonVote,
  Vote,
} from '../../../core/ports/feedback-store.ts';

/** Votes for as long as the process lives. */
export class MemoryFeedbackStore implements FeedbackStore {
  readonly #votes = new Map<PersonRef, Map<string, Vote>>();

  async vote(person: PersonRef, handle: string, vote: Vote): Promise<void> {
    const own = this.#votes.get(person) ?? new Map<string, Vote>();
    own.set(handle, vote);
    this.#votes.set(person, own);
  }

  async tally(): Promise<readonly CitationFeedback[]> {
    const counts = new Map<string, { up: number; down: number }>();
    for (const own of this.#votes.values()) {
      for (const [handle, vote] of own) {
        const count = counts.get(handle) ?? { up: 0, down: 0 };
        count[vote] += 1;
        counts.set(handle, count);
      }
    }
    return [...counts]
      .map(([handle, count]) => ({ handle, ...count }))
      .toSorted(
        (one, other) => other.down - one.down || one.up - other.up || (one.handle < other.handle ? -1 : 1),
      );
  }

  async votesOf(person: PersonRef): Promise<readonly PersonVote[]> {
    return [...(this.#votes.get(person) ?? [])]
      .map(([handle, vote]) => ({ handle, vote }))
      .toSorted((one, other) => (one.handle < other.handle ? -1 : 1));
  }

  async forgetPerson(person: PersonRef): Promise<number> {
    const count = this.#votes.get(person)?.size ?? 0;
    this.#votes.delete(person);
    return count;
  }
}

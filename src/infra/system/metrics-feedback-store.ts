import type { PersonRef } from '../../core/chat/identity.ts';
import type { CitationFeedback, FeedbackStore, PersonVote, Vote } from '../../core/ports/feedback-store.ts';
import type { Metrics } from './metrics.ts';

/** Counts the votes that another store has taken; not on what, and not whose. */
export class MetricsFeedbackStore implements FeedbackStore {
  readonly #inner: FeedbackStore;
  readonly #votes: Metrics['votes'];

  constructor(inner: FeedbackStore, { votes }: Metrics) {
    this.#inner = inner;
    this.#votes = votes;
  }

  async vote(person: PersonRef, handle: string, vote: Vote): Promise<void> {
    await this.#inner.vote(person, handle, vote);
    this.#votes.inc({ vote });
  }

  tally(): Promise<readonly CitationFeedback[]> {
    return this.#inner.tally();
  }

  votesOf(person: PersonRef): Promise<readonly PersonVote[]> {
    return this.#inner.votesOf(person);
  }

  forgetPerson(person: PersonRef): Promise<number> {
    return this.#inner.forgetPerson(person);
  }
}

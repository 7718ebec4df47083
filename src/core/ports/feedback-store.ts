import type { PersonRef } from '../chat/identity.ts';

/** What people say of a quoted sentence. */
export const VOTES = ['up', 'down'] as const;
export type Vote = (typeof VOTES)[number];

/** How often a citation was found helpful and how often not. */
export interface CitationFeedback {
  readonly handle: string;
  readonly up: number;
  readonly down: number;
}

/** One vote of a person who is known. */
export interface PersonVote {
  readonly handle: string;
  readonly vote: Vote;
}

/** Keeps one vote of each person on each citation. */
export interface FeedbackStore {
  /** A later vote of the same person on the same citation takes the place of the earlier. */
  vote(person: PersonRef, handle: string, vote: Vote): Promise<void>;
  /** All citations that anyone voted on, those with the most "down" first. */
  tally(): Promise<readonly CitationFeedback[]>;
  /** What one person voted, by handle. */
  votesOf(person: PersonRef): Promise<readonly PersonVote[]>;
  /** Removes all votes of a person, and tells how many they were. */
  forgetPerson(person: PersonRef): Promise<number>;
}

import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';

/** What comes of a question. */
export const QUESTION_OUTCOMES = [
  'answered',
  /** The bot said that it does not know. */
  'abstained',
  /** "Go on", with nothing left to tell or nothing told before. */
  'nothing-more',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** A question that was dealt with. */
export interface WatchedQuestion {
  /** As the person wrote it: not to be logged, and kept only where the operator asked for that. */
  readonly text: string;
  readonly language: Locale;
  readonly outcome: QuestionOutcome;
  /** The asker's day. */
  readonly day: Edtf;
}

/** Watches questions for the operator; who asks is not told. */
export interface QuestionWatch {
  /** Whether the words of questions that found no answer are kept, which people are told. */
  readonly keepsUnanswered: boolean;
  /** A question comes in. What is returned is called once it has been dealt with, and not at all when that failed. */
  begin(): (question: WatchedQuestion) => void;
}

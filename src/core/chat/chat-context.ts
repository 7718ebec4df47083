import type { Answerer } from '../answer/answerer.ts';
import type { TimelineLookup } from '../answer/timeline-lookup.ts';
import type { Topic } from '../answer/topic.ts';
import type { DailyService } from '../daily/daily-service.ts';
import type { Address } from '../daily/subscription.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import type { FeedbackStore } from '../ports/feedback-store.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { QuestionWatch } from '../ports/question-watch.ts';
import type { PersonRef, PlaceRef } from './identity.ts';
import type { Words } from './words/words.ts';

/** What a command may use to make its reply. */
export interface ChatContext {
  readonly answerer: Answerer;
  readonly timeline: TimelineLookup;
  /** The language to speak unless the question is in another. */
  readonly language: Locale;
  readonly words: Words;
  /** The asker's day. */
  readonly today: Edtf;
  /** What was talked about just before, in this conversation with this person. */
  readonly topic: Topic | undefined;
  /** Makes what comes next a follow-up of this; `undefined` drops the topic. */
  readonly setTopic: (topic: Topic | undefined) => void;
  readonly person: PersonRef;
  readonly place: PlaceRef;
  /** Whether the place is the person's own, with nobody else to ask. */
  readonly isPrivate: boolean;
  /** Whether the person may change what concerns the whole place; the platform is asked only when it matters. */
  readonly mayManage: () => Promise<boolean>;
  readonly preferences: PreferenceStore;
  readonly feedback: FeedbackStore;
  /** Which part of a long list to tell; the first is 1. */
  readonly page: number;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  /** Where posts of this conversation would go; `undefined` where the bot cannot speak unasked. */
  readonly address?: Address | undefined;
  /** Names what the bot is not allowed to do at the address; `undefined` when it may post there. */
  readonly checkAddress?: (() => Promise<string | undefined>) | undefined;
  /** Daily posts; `undefined` where there are none, as in a terminal. */
  readonly daily?: DailyService | undefined;
  readonly watch?: QuestionWatch | undefined;
}

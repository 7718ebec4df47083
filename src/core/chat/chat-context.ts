import type { Answerer } from '../answer/answerer.ts';
import type { Topic } from '../answer/follow-up.ts';
import type { TimelineLookup } from '../answer/timeline-lookup.ts';
import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
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
  readonly setLanguage: (language: Locale) => void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

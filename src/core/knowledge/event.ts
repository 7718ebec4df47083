import type { Edtf } from '../dates/edtf.ts';
import type { Localized } from '../locale.ts';
import type { Source } from './source.ts';
import type { Topic } from './topics.ts';

/** The same moment on another calendar: the date it was in another place. */
export interface LocalDate {
  readonly date: Edtf;
  readonly place: string;
}

/** What another source says where sources disagree. */
export interface OtherVersion {
  readonly date?: Edtf;
  readonly text: Localized;
  readonly source: Source;
}

export const CONFIDENCES = ['high', 'medium'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Something that happened between the two countries: one entry of the timeline. */
export interface TimelineEvent {
  readonly id: string;
  /** Local date at {@link places}'s first place. */
  readonly date: Edtf;
  readonly title: Localized;
  readonly text: Localized;
  readonly topics: readonly Topic[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  /** 1 (detail) to 3 (landmark); 2 when the editor says nothing. */
  readonly importance: 1 | 2 | 3;
  readonly alsoDated: readonly LocalDate[];
  readonly otherVersions: readonly OtherVersion[];
  /** Questions as people word them that this event answers: it is found by them, and they are offered; never quoted. */
  readonly asked: Localized<readonly string[]>;
}

/**
 * What kind of question it is. `asked`: written by a person, as in the domain set; `known`: words of a sentence that
 * is in the corpus. `plain`: a Vietnamese question that has lost its diacritics.
 */
export const QUESTION_GROUPS = [
  'asked vi',
  'asked plain',
  'asked en',
  'known vi',
  'known plain',
  'known en',
] as const;

export type QuestionGroup = (typeof QUESTION_GROUPS)[number];

/** A question every engine is asked, and which records would do as its first answer. */
export interface BenchQuestion {
  readonly group: QuestionGroup;
  readonly text: string;
  readonly right: ReadonlySet<number>;
}

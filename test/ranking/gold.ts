/** What would be right to answer. */
export type Gold =
  /** Nothing: the bot must say that it does not know. */
  | { readonly kind: 'unknown' }
  /** A passage that reads so, wherever it stands. */
  | {
      readonly kind: 'patterns';
      /** Any of them is found in the direct answer or in the passage with its title. */
      readonly answer: readonly RegExp[];
      /** All of them are found in the passage with its title. */
      readonly must: readonly RegExp[];
      /** What the direct answer must match when there is one; otherwise any of `answer`, or lie where one is found. */
      readonly direct?: RegExp;
    }
  /** One of these articles. */
  | {
      readonly kind: 'articles';
      readonly ids: ReadonlySet<string>;
      /** Wordings of the answer itself. */
      readonly spans: readonly string[];
    };

/** A question with its gold. */
export interface QuestionCase {
  readonly id: string;
  /** What kind of question it is; results are reported by it. */
  readonly group: string;
  /** What a person says, one after the other; the last is judged. Never empty. */
  readonly turns: readonly string[];
  readonly gold: Gold;
  /** The kind of thing asked for: date, number, person, place, or anything else. */
  readonly want?: string;
}

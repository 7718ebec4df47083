/**
 * The tables as queries see them; `docs/storage.md` says what each column holds. A column `…_key` is the lookup of the
 * sealed value in the column beside it. Times are milliseconds of the epoch.
 */
export interface Tables {
  readonly preference: PreferenceTable;
  readonly feedback_vote: FeedbackVoteTable;
  readonly subscription: SubscriptionTable;
  readonly post_entry: PostEntryTable;
  readonly question_gap: QuestionGapTable;
  readonly data_key: DataKeyTable;
  readonly handled_update: HandledUpdateTable;
}

interface PreferenceTable {
  readonly place_key: string;
  readonly place: string;
  readonly language: string;
}

interface FeedbackVoteTable {
  readonly person_key: string;
  readonly person: string;
  readonly handle: string;
  readonly vote: string;
}

export interface SubscriptionTable {
  readonly id: string;
  readonly address_key: string;
  readonly address: string;
  readonly place_key: string;
  readonly place: string;
  readonly subscriber_key: string | null;
  readonly subscriber: string | null;
  readonly time: string;
  readonly zone: string;
  readonly language: string;
  /** Separated by commas, as are the weekdays. */
  readonly topics: string;
  readonly weekdays: string;
  /** 0 or 1: SQLite has no truth values. */
  readonly silent: number;
  readonly empty_days: string;
  readonly state: string;
  readonly due_at: number;
  readonly refusals: number;
}

export interface PostEntryTable {
  readonly subscription_id: string;
  readonly day: string;
  readonly state: string;
  readonly at: number;
  readonly attempts: number;
  readonly detail: string | null;
  /** Whose it is; null when nobody's. */
  readonly worker: string | null;
  /** From then on it may be claimed, unless it has ended. */
  readonly held_until: number;
}

export interface QuestionGapTable {
  readonly question_key: string;
  /** With its language in front, as in `vi:giá vàng hôm nay`. */
  readonly question: string;
  readonly count: number;
  readonly first_day: string;
  readonly last_day: string;
}

interface HandledUpdateTable {
  readonly bot: string;
  readonly update_id: number;
  readonly at: number;
}

interface DataKeyTable {
  readonly fingerprint: string;
}

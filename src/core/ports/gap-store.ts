import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';

/** A question that found no answer. Who asked it, where and on which platform is not known. */
export interface Gap {
  /** In the words of whoever asked first, as far as they are kept. */
  readonly question: string;
  readonly language: Locale;
  /** How often it was asked. */
  readonly count: number;
  readonly firstDay: Edtf;
  readonly lastDay: Edtf;
}

/** So many times on one day that a question found no answer. */
export interface GapEntry {
  /** As `keptQuestion` made it. */
  readonly question: string;
  readonly language: Locale;
  readonly times: number;
  readonly day: Edtf;
}

/** Keeps questions that found no answer, for editors. */
export interface GapStore {
  /**
   * Enters all of them or none. A question that differs from one already kept in marks, capitals and punctuation only
   * is the same question. Where that makes more than `capacity`, the least asked go, of those the ones asked longest
   * ago.
   */
  add(entries: readonly GapEntry[], capacity: number): Promise<void>;
  /** Those last asked on the day or later: most asked first, then latest, then by their words. */
  list(from: Edtf): Promise<readonly Gap[]>;
  /** Removes those last asked before the day, and tells how many they were. */
  forgetBefore(day: Edtf): Promise<number>;
  /** Removes all, and tells how many they were. */
  clear(): Promise<number>;
}

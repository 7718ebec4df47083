import type { Quantity } from './quantity.ts';

/** The kind of thing a question asks for. */
export const WANTED_KINDS = [
  'date',
  'number',
  'person',
  'place',
  'reason',
  'frequency',
  'definition',
  'agreement',
  'confirmation',
  'thing',
] as const;

export type WantedKind = (typeof WANTED_KINDS)[number];

/** How precise a date is asked for; `any` for "when". */
export type DatePrecision = 'day' | 'month' | 'year' | 'any';

/** What a question asks for. */
export interface Wanted {
  readonly kind: WantedKind;
  readonly precision?: DatePrecision;
  /** What kind of number is asked for, where the question shows it. */
  readonly quantity?: Quantity;
  /** Folded words that name what is counted or which one is asked for ("nguoi" of "bao nhiêu người"). */
  readonly of: readonly string[];
}

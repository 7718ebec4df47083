import type { Edtf } from '../edtf.ts';

/** A year as written; of "95" the century is assumed. */
export interface LooseYear {
  readonly value: number;
  readonly assumedCentury: boolean;
}

/**
 * What words say about a date, before the order of its numbers is decided and a range has shared out its month and
 * year. Numbers are as written and may be impossible.
 */
export type LooseDate =
  | {
      readonly kind: 'day';
      readonly day: number;
      readonly month: number;
      readonly year: LooseYear | undefined;
      /** Two bare numbers, "7/11": day and month may be the other way round. */
      readonly swappable: boolean;
    }
  | { readonly kind: 'month'; readonly month: number; readonly year: LooseYear | undefined }
  | { readonly kind: 'year'; readonly year: LooseYear }
  /** Decades, centuries and whatever else leaves nothing to decide. */
  | {
      readonly kind: 'exact';
      readonly edtf: Edtf;
      /** A second meaning that is as likely: "the 1900s". */
      readonly orElse: Edtf | undefined;
      readonly assumedCentury: boolean;
    };

/** A date, or several that one expression makes. */
export type LoosePhrase =
  | { readonly kind: 'single'; readonly date: LooseDate }
  | { readonly kind: 'range'; readonly from: LooseDate; readonly to: LooseDate }
  /** "từ 1995 đến nay": still going on. */
  | { readonly kind: 'ongoing'; readonly from: LooseDate };

/** A phrase and the tokens it stands on: `first` up to but without `next`. */
export interface Piece {
  readonly phrase: LoosePhrase;
  readonly first: number;
  readonly next: number;
}

/** A day; `swappable` when it came as two bare numbers. */
export const looseDay = (
  day: number,
  month: number,
  year: LooseYear | undefined,
  swappable = false,
): LooseDate => ({ kind: 'day', day, month, year, swappable });

/** A month. */
export const looseMonth = (month: number, year: LooseYear | undefined): LooseDate => ({
  kind: 'month',
  month,
  year,
});

/** A year. */
export const looseYear = (year: LooseYear): LooseDate => ({ kind: 'year', year });

/** A decade, a century or a quarter. */
export const looseSpan = (
  edtf: Edtf,
  { assumedCentury = false, orElse }: { readonly assumedCentury?: boolean; readonly orElse?: Edtf } = {},
): LooseDate => ({ kind: 'exact', edtf, orElse, assumedCentury });

/** The year a loose date names itself. */
export const yearOf = (date: LooseDate): LooseYear | undefined =>
  date.kind === 'exact' ? undefined : date.year;

/** The same date with a year, when it can take one. */
export const withYear = (date: LooseDate, year: LooseYear | undefined): LooseDate =>
  date.kind === 'day' || date.kind === 'month' ? { ...date, year } : date;

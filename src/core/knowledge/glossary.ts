import type { Edtf } from '../dates/edtf.ts';
import type { Localized } from '../locale.ts';

export const GLOSSARY_KINDS = [
  'person',
  'institution',
  'treaty',
  'country',
  'place',
  'term',
  'abbreviation',
] as const;
export type GlossaryKind = (typeof GLOSSARY_KINDS)[number];

/** An office a person held. */
export interface Office {
  readonly title: Localized;
  readonly from: Edtf;
  /** Absent while the office is held. */
  readonly to?: Edtf;
}

/**
 * Names and words that mean the same thing, within a language and across the two: `vi` and `en` hold the forms of each
 * language, the one the bot prefers first.
 */
export interface GlossaryEntry extends Localized<readonly string[]> {
  readonly id?: string;
  readonly kind: GlossaryKind;
  /** Spellings that only readers use (transliterations, chat forms, old names); understood, never written. */
  readonly also: readonly string[];
  /** For editors and for a person who asks what a name means. */
  readonly note?: string;
  readonly offices: readonly Office[];
}

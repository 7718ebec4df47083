/** What a stored value names; values of one kind cannot pass for those of another. */
export type SealedKind = 'person' | 'place' | 'address' | 'detail' | 'question';

/** Makes what is stored of a value that tells who or where somebody is, or what somebody wrote. */
export interface Sealer {
  /** Tells what values are sealed with now, without telling the key. */
  readonly fingerprint: string;
  /** Everything that can be opened, as fingerprints, the present one first. */
  readonly opens: readonly string[];
  /** What all values sealed as they are now begin with, and no others. */
  readonly prefix: string;
  /** The same for the same value, and of no use to learn the value without the key. */
  lookup(kind: SealedKind, value: string): string;
  seal(kind: SealedKind, value: string): string;
  /** The value; `undefined` when it was sealed with an unknown key, as another kind, or was tampered with. */
  open(kind: SealedKind, sealed: string): string | undefined;
}

/**
 * What every sealed value begins with. No other value does, whatever people write: references begin with the name of a
 * platform, questions with a language.
 */
export const SEALED_MARK = 'sealed:';

/** What stands for "not sealed" where the fingerprint of a key is expected. */
export const PLAIN = 'plain';

/** Leaves everything as it is: what is stored can be read by whoever reads the database. */
export const plainSealer: Sealer = {
  fingerprint: PLAIN,
  opens: [PLAIN],
  prefix: '',
  lookup: (_kind, value) => value,
  seal: (_kind, value) => value,
  open: (_kind, sealed) => (sealed.startsWith(SEALED_MARK) ? undefined : sealed),
};

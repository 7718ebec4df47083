import type { Source } from './source.ts';

/** An editor's mending of a corrupt source text, as written in an article's front matter. */
export interface Correction {
  /** The words as they stand in the text, after mechanical cleaning. */
  readonly find: string;
  /** What takes their place; absent when the editor only doubts them. */
  readonly replace?: string;
  /** The right figures could not be established: nothing numeric may be answered from a sentence that holds this. */
  readonly doubtful: boolean;
  /** Every occurrence is meant; otherwise there must be exactly one. */
  readonly all: boolean;
  /** Why, in one sentence a reader can follow. */
  readonly reason: string;
  /** Where the right wording can be checked. */
  readonly source?: Source;
}

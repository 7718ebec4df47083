/** Something an editor has to mend, with the place and the remedy. Worded in English: editors' tools speak English. */
export interface KnowledgeProblem {
  /** Path relative to the knowledge folder. */
  readonly file: string;
  /** 1-based; 1 when the file as a whole is meant. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

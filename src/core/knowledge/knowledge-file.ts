/** One file of a knowledge folder, as it lies on the disk. */
export interface KnowledgeFile {
  /** Relative to the knowledge folder, with `/` between its parts: `articles/overview.md`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

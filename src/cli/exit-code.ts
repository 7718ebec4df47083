/** How a command ended, for scripts: see README. */
export const EXIT = {
  done: 0,
  badKnowledgeOrConfiguration: 1,
  wrongUsage: 2,
  /** What nobody foresaw ended it: a fault of the bot's own or of a package it uses, a disk that fails. */
  failed: 3,
  /** It was told to stop, and what was in hand did not end in time. */
  unfinished: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line was not as `--help` says; the message tells how. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const;
}

/** The knowledge folder or the configuration has problems; the message is the whole report. */
export class ReportError extends Error {
  override readonly name = 'ReportError' as const;
}

/** Waiting, kept apart from knowing the time, so that tests decide how long a wait takes. */
export interface Timer {
  /** Resolves after `ms` milliseconds, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

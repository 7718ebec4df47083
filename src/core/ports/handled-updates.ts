/** So many handled updates of a bot are remembered at least. A platform delivers only the latest again. */
export const UPDATES_REMEMBERED = 5000;

/**
 * The updates that were dealt with of late, by number, so that neither a restart nor another process answers them
 * again. `bot` is whose updates they are: the numbers of another bot are others.
 */
export interface HandledUpdates {
  /** The handled ones among those numbered `from` to `to`, both included. */
  between(bot: string, from: number, to: number): Promise<readonly number[]>;
  /** Remembers some as handled at `at` (milliseconds of the epoch), and forgets the oldest of very many. */
  add(bot: string, ids: readonly number[], at: number): Promise<void>;
}

import type { Visit } from './schedule.ts';

/** The people of one platform. */
export interface Crowd {
  /** Somebody who waits for nothing turns to the bot. */
  visit(visit: Visit): void;
  /**
   * One person asks again and again until the answer holds some words or the signal aborts. Resolves with how often it
   * was asked.
   */
  askUntil(question: string, words: string, signal: AbortSignal): Promise<number>;
  /** Times when a post arrived, in milliseconds since the traffic began, by the chat it arrived in. */
  readonly posts: ReadonlyMap<string, readonly number[]>;
  /** Requests that the platform refused, by what it said. */
  readonly refused: ReadonlyMap<string, number>;
  /** Visits that were left out because everybody was waiting for an answer. */
  readonly leftOut: number;
}

/** Counts by name. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

/** People in a row: whoever has turned to the bot goes to its end when they have their answer. */
export class Row<Someone> {
  readonly #free: Someone[];

  constructor(people: readonly Someone[]) {
    this.#free = [...people];
  }

  /** `undefined` when everybody waits. */
  take(): Someone | undefined {
    return this.#free.shift();
  }

  giveBack(someone: Someone): void {
    this.#free.push(someone);
  }
}

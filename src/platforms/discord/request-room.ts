import type { REST } from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { SPARE_FOR_ANSWERS } from './limits.ts';

/** What discord.js tells of the requests that it lets out together, and of nothing else is there need. */
export type RequestCount = Pick<REST, 'globalRemaining' | 'globalReset'>;

const SECOND_MS = 1000;

/**
 * Room for posts among the requests of a second. discord.js counts second by second, and when one is used up everybody
 * waits for its end, answers too; so posts leave some of each second to answers, the more the more was answered of late.
 */
export class RequestRoom {
  readonly #clock: Clock;
  readonly #timer: Timer;
  /** When answers left within the last second, in milliseconds of the epoch. */
  #answers: number[] = [];

  constructor(clock: Clock, timer: Timer) {
    this.#clock = clock;
    this.#timer = timer;
  }

  /** To be told of every request of an answer. */
  answers(): void {
    this.#answers.push(this.#clock.now());
  }

  /** Resolves when a post may go, or when the signal aborts; at once where nothing is connected. */
  async forPost(count: RequestCount | undefined, signal?: AbortSignal): Promise<void> {
    while (count !== undefined && signal?.aborted !== true) {
      const now = this.#clock.now();
      this.#answers = this.#answers.filter((at) => at > now - SECOND_MS);
      const spare = SPARE_FOR_ANSWERS + this.#answers.length;
      if (count.globalReset < now || count.globalRemaining > spare) return;
      await this.#timer.sleep(count.globalReset - now + 1, signal);
    }
  }
}

import type { Clock } from '../../core/ports/clock.ts';
import type { HandledUpdates } from '../../core/ports/handled-updates.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Timer } from '../../core/ports/timer.ts';
import { guardStorage } from '../../core/storage-guard.ts';

/** What the record is kept with. */
export interface RecordDependencies {
  readonly handledUpdates: HandledUpdates;
  /** Whose updates these are. */
  readonly bot: string;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** A write to the disk takes about a millisecond, so those of a busy moment wait for each other this long. */
const GATHER_MS = 100;

/**
 * Knows which updates were dealt with, also before the process started or by another one. What happens at the same
 * time is asked and written together. Where storage fails, updates count as new: an answer too many is better than
 * none.
 */
export class UpdateRecord {
  readonly #given: RecordDependencies;
  #asked: number[] = [];
  #asking: Promise<ReadonlySet<number>> | undefined;
  #noted: number[] = [];
  #gathering: Promise<void> | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(dependencies: RecordDependencies) {
    this.#given = dependencies;
  }

  async knows(id: number): Promise<boolean> {
    this.#asked.push(id);
    // All that ask before this one has gone to the storage share its answer.
    this.#asking ??= Promise.resolve().then(() => this.#ask());
    return (await this.#asking).has(id);
  }

  /** The update was dealt with. Written at once, or in a moment where many come. */
  note(id: number): void {
    this.#noted.push(id);
    this.#gathering ??= this.#gather();
  }

  /** Resolves when all that was noted is written. */
  flush(): Promise<void> {
    this.#written = this.#written.then(() => this.#writeNoted());
    return this.#written;
  }

  async #ask(): Promise<ReadonlySet<number>> {
    const ids = this.#asked;
    this.#asked = [];
    this.#asking = undefined;
    const { bot, handledUpdates } = this.#given;
    const known = await this.#guarded('look for handled updates', () =>
      handledUpdates.between(bot, Math.min(...ids), Math.max(...ids)),
    );
    return new Set(known);
  }

  async #gather(): Promise<void> {
    // All that is done in this turn goes along.
    await Promise.resolve();
    while (this.#noted.length > 0) {
      await this.flush();
      await this.#given.timer.sleep(GATHER_MS);
    }
    this.#gathering = undefined;
  }

  async #writeNoted(): Promise<void> {
    const ids = this.#noted;
    if (ids.length === 0) return;
    this.#noted = [];
    const { bot, clock, handledUpdates } = this.#given;
    await this.#guarded('remember handled updates', () => handledUpdates.add(bot, ids, clock.now()));
  }

  #guarded<Value>(action: string, run: () => Promise<Value>): Promise<Value | undefined> {
    return guardStorage(this.#given.log, action, run);
  }
}

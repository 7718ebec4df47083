import { type HandledUpdates, UPDATES_REMEMBERED } from '../../../core/ports/handled-updates.ts';

/** Handled updates for as long as the process lives. */
export class MemoryHandledUpdates implements HandledUpdates {
  readonly #bots = new Map<string, Set<number>>();

  async between(bot: string, from: number, to: number): Promise<readonly number[]> {
    return [...(this.#bots.get(bot) ?? [])].filter((id) => id >= from && id <= to);
  }

  async add(bot: string, ids: readonly number[]): Promise<void> {
    const known = this.#bots.get(bot) ?? new Set();
    this.#bots.set(bot, known);
    for (const id of ids) {
      // The latest are at the end.
      known.delete(id);
      known.add(id);
    }
    for (const oldest of known) {
      if (known.size <= UPDATES_REMEMBERED) break;
      known.delete(oldest);
    }
  }
}

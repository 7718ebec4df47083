import type { Edtf } from '../../../core/dates/edtf.ts';
import { byDispensability, byUrgency, gapKey } from '../../../core/gaps/keeping.ts';
import type { Gap, GapEntry, GapStore } from '../../../core/ports/gap-store.ts';

/** Questions without an answer for as long as the process lives. */
export class MemoryGapStore implements GapStore {
  readonly #gaps = new Map<string, Gap>();

  async add(entries: readonly GapEntry[], capacity: number): Promise<void> {
    for (const { question, language, times, day } of entries) {
      const key = gapKey(language, question);
      const known = this.#gaps.get(key) ?? { question, language, count: 0, firstDay: day };
      this.#gaps.set(key, { ...known, count: known.count + times, lastDay: day });
    }
    const inOrder = [...this.#gaps].toSorted(([, one], [, other]) => byDispensability(one, other));
    for (const [key] of inOrder.slice(0, Math.max(0, inOrder.length - capacity))) this.#gaps.delete(key);
  }

  async list(from: Edtf): Promise<readonly Gap[]> {
    return [...this.#gaps.values()].filter(({ lastDay }) => lastDay >= from).toSorted(byUrgency);
  }

  async forgetBefore(day: Edtf): Promise<number> {
    const old = [...this.#gaps].filter(([, { lastDay }]) => lastDay < day);
    for (const [key] of old) this.#gaps.delete(key);
    return old.length;
  }

  async clear(): Promise<number> {
    const { size } = this.#gaps;
    this.#gaps.clear();
    return size;
  }
}

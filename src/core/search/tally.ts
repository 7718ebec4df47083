import type { Lexicon } from './lexicon.ts';
import { ALTERNATIVE_QUALITY, type PairSlot, type QueryPlan, type Slot } from './query-plan.ts';

/** What of a question was found in a stretch of text, slot by slot. */
export class Tally {
  /** How often each slot was found. */
  readonly count: number[];
  /** The slots that were found, in the order in which they were: most are not, and need not be looked at. */
  readonly found: number[] = [];
  /** How exactly, at best: 0 (not at all) to 1 (the very word). */
  readonly quality: number[];
  /** How close each slot came to another one; made when the first did. */
  #links: number[] | undefined;
  #pairs: PairSlot[] | undefined;
  /** Weight of the pairs found, each once. */
  pairWeight = 0;
  /** In words. */
  length = 0;

  constructor(slots: number) {
    this.count = new Array<number>(slots).fill(0);
    this.quality = new Array<number>(slots).fill(0);
  }

  /** Counts a word that has the term of a slot. */
  hit(plan: QueryPlan, index: number, word: number, lexicon: Lexicon): void {
    const slot = plan.slots[index];
    if (slot !== undefined) this.#raise(index, qualityOf(slot, word, lexicon));
  }

  /** Counts a wording of a slot's concept. */
  hitConcept(index: number): void {
    this.#raise(index, 1);
  }

  #raise(index: number, quality: number): void {
    const count = this.count[index] ?? 0;
    if (count === 0) this.found.push(index);
    this.count[index] = count + 1;
    if (quality > (this.quality[index] ?? 0)) this.quality[index] = quality;
  }

  /** Notes that a slot stands near another one; the closest counts. */
  link(index: number, strength: number): void {
    this.#links ??= new Array<number>(this.count.length).fill(0);
    if (strength > (this.#links[index] ?? 0)) this.#links[index] = strength;
  }

  /** A pair counts once, however often the text repeats it. */
  addPair(pair: PairSlot): void {
    this.#pairs ??= [];
    if (this.#pairs.includes(pair)) return;
    this.#pairs.push(pair);
    this.pairWeight += pair.weight;
  }

  /** Takes in what was found in another stretch of the same text. Closeness does not reach from one to the other. */
  add(other: Tally): void {
    this.length += other.length;
    for (const index of other.found) {
      const count = this.count[index] ?? 0;
      if (count === 0) this.found.push(index);
      this.count[index] = count + (other.count[index] ?? 0);
      const quality = other.quality[index] ?? 0;
      if (quality > (this.quality[index] ?? 0)) this.quality[index] = quality;
    }
    for (const pair of other.#pairs ?? []) this.addPair(pair);
  }

  /** How near the slots stand to each other, in weight: each counts the closest link it was found in. */
  closeness(): number {
    let sum = 0;
    for (const link of this.#links ?? []) sum += link;
    return sum;
  }

  /** Weight of what was found here and less exactly, or not at all, elsewhere. */
  weighedBeyond(plan: QueryPlan, ...elsewhere: readonly Tally[]): number {
    let sum = 0;
    for (const index of this.found) {
      const quality = this.quality[index] ?? 0;
      let beyond = quality;
      for (const other of elsewhere) beyond = Math.min(beyond, quality - (other.quality[index] ?? 0));
      if (beyond > 0) sum += (plan.slots[index]?.weight ?? 0) * beyond;
    }
    return sum;
  }

  /** Weight of what was found, at its quality. */
  weighed(plan: QueryPlan): number {
    let sum = 0;
    for (const index of this.found) sum += (plan.slots[index]?.weight ?? 0) * (this.quality[index] ?? 0);
    return sum;
  }
}

/** How exactly a word that has the term of a slot, or is another reading of it, is the word that was asked for. */
function qualityOf(slot: Slot, word: number, lexicon: Lexicon): number {
  if (word === slot.word) return 1;
  if (lexicon.termOfWord(word) !== slot.term) return ALTERNATIVE_QUALITY;
  return lexicon.isMarked(word) && slot.marked ? slot.otherMarksQuality : slot.unmarkedQuality;
}

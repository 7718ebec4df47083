/** Rarity of something that `frequency` of `total` sentences have (the BM25 form; never negative). */
export function rarity(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

const FNV_PRIME = 0x01000193;
/** 2^32 divided by the golden ratio, made odd: multiplying by it spreads neighbouring numbers (Knuth, TAOCP 6.4). */
const GOLDEN_RATIO = 0x9e3779b1;
const SEEDS = [0x811c9dc5, 0x9747b28c] as const;

/** Spreads every input bit over the word: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Two independent unsigned 32-bit hashes of the UTF-16 units of a text: FNV-1a, and rotate-and-multiply, each mixed at
 * the end.
 *
 * The result may never change between versions: people keep what is made from it. Not for secrets.
 */
export function stableHash(text: string): readonly [number, number] {
  let first: number = SEEDS[0];
  let second: number = SEEDS[1];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, FNV_PRIME);
    second = Math.imul(((second << 5) | (second >>> 27)) ^ unit, GOLDEN_RATIO);
  }
  return [mix(first), mix(second ^ text.length)];
}

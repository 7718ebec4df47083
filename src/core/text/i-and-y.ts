/** Open syllables that are spelled with i or y by taste: kí and ký, Mĩ and Mỹ, tỉ and tỷ, quí and quý. */
const BY_TASTE = /^(?:[hklmst]|qu)[iíìỉĩị]$/i;
const WITH_Y: ReadonlyMap<string, string> = new Map(
  Array.from('iíìỉĩịIÍÌỈĨỊ', (letter, at) => [letter, 'yýỳỷỹỵYÝỲỶỸỴ'.charAt(at)] as const),
);

/**
 * One spelling for syllables that are written with i or y by taste, the one with y: "kí" → "ký", "mĩ" → "mỹ", "ki" →
 * "ky". NFC, any case; every other word comes back as it is. Keeps the length. Idempotent.
 */
export function canonicalIAndY(word: string): string {
  if (word.length < 2 || word.length > 3 || !BY_TASTE.test(word)) return word;
  const last = word.charAt(word.length - 1);
  return word.slice(0, -1) + (WITH_Y.get(last) ?? last);
}

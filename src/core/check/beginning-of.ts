/** Characters of a sentence by which an editor recognises it. UTF-16 units. */
const ENOUGH = 60;

/** The first words of a sentence, for messages about it. */
export function beginningOf(sentence: string): string {
  if (sentence.length <= ENOUGH) return sentence;
  const cut = sentence.lastIndexOf(' ', ENOUGH);
  return `${sentence.slice(0, cut === -1 ? ENOUGH : cut)} …`;
}

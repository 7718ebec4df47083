import type { Span } from './answer.ts';

const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}'’-]*\.?(?: (?:de|van|von|der|la|bin|al|Jr\.?|Sr\.?|\p{Lu}[\p{L}\p{M}'’-]*\.?))*/gu;

/**
 * Runs of capitalised words: names of people, places and institutions without telling which. A single capitalised
 * word that opens the sentence is no name, since every sentence opens with one.
 */
export function readNames(text: string): readonly Span[] {
  const names: Span[] = [];
  for (const match of text.matchAll(CAPITALISED)) {
    const opensSentence = text.slice(0, match.index).trim() === '';
    if (opensSentence && !match[0].includes(' ')) continue;
    names.push({ start: match.index, end: match.index + match[0].replace(/\.$/, '').length });
  }
  return names;
}

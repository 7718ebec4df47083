const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** A letter with more marks than this is nobody's writing. */
const LONGEST_LETTER = 64;

/** The beginning of a text that fits into `limit` UTF-16 units, with "…" where something was left out; no letter is cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wholeLetters(text, limit - 1)).trimEnd()}…`;
}

/** The end of the last whole letter within the first `limit` UTF-16 units. */
export function wholeLetters(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + LONGEST_LETTER))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}

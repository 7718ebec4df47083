// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
const ESCAPES = /\u001B\[[0-9;]*m/g;
/** Marks that stand over the letter before them, as in decomposed Vietnamese. */
const COMBINING = /\p{M}/gu;

/** Columns a word takes: without colours, and a letter with its marks as one. Wide characters count as one too. */
const columnsOf = (word: string): number => word.replace(ESCAPES, '').replace(COMBINING, '').length;

/**
 * The lines of a text that is to stand in `width` columns, broken at spaces. A word longer than the line, such as an
 * address, stands whole on a line of its own. Newlines of the text stay.
 */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width));
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const word of paragraph.split(' ')) {
    const size = columnsOf(word);
    if (columns > 0 && columns + 1 + size > width) {
      lines.push(line.trimEnd());
      line = word;
      columns = size;
    } else {
      line = columns === 0 ? word : `${line} ${word}`;
      columns += size + (columns === 0 ? 0 : 1);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

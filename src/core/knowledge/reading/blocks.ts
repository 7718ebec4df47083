/** A stretch of text that is split into sentences on its own: a paragraph, or an item of a list. UTF-16 offsets. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Keys of the footnote marks at its end, which lie outside the stretch. */
  readonly footnotes: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly units: readonly Unit[] };

interface Line {
  readonly text: string;
  readonly start: number;
}

const HEADING = /^#{1,6}[ \t]+(.*)$/;
/** "# steel # business" from the web: a line of tags, which heads nothing. */
const TAGS = /^#[^#]*[^#\s][^#]*[ \t]#[ \t]*[^#\s]/;
const ITEM = /^[ \t]*[-*•][ \t]+/;
const UNDERLINE = /^(?:-{3,}|={3,})[ \t]*$/;

/**
 * Reads the little Markdown that articles use: `#` headings, or a line underlined by `---`; paragraphs between blank
 * lines; lists; footnote marks at the end of a paragraph or an item. Everything else is text.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  const closeParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', units: unitsOf(lines) });
    lines = [];
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const heading = TAGS.test(line) ? undefined : HEADING.exec(line)?.[1]?.trim();
    const only = lines.length === 1 ? lines[0] : undefined;
    if (heading !== undefined) {
      closeParagraph();
      if (heading !== '') blocks.push({ kind: 'heading', text: heading });
    } else if (UNDERLINE.test(line)) {
      if (only === undefined) closeParagraph();
      else blocks.push({ kind: 'heading', text: only.text.trim() });
      lines = [];
    } else if (line.trim() === '') {
      closeParagraph();
    } else {
      lines.push({ text: line, start });
    }
    start += line.length + 1;
  }
  closeParagraph();
  return blocks;
}

function unitsOf(lines: readonly Line[]): readonly Unit[] {
  const stretches: { start: number; text: string }[] = [];
  for (const line of lines) {
    const marker = ITEM.exec(line.text)?.[0] ?? '';
    const last = stretches.at(-1);
    if (last === undefined || marker !== '') {
      stretches.push({ start: line.start + marker.length, text: line.text.slice(marker.length) });
    } else {
      last.text += `\n${line.text}`;
    }
  }
  return stretches.map(({ start, text }) => {
    const { length, footnotes } = withoutFootnotes(text);
    const indent = text.length - text.trimStart().length;
    return { start: start + Math.min(indent, length), end: start + length, footnotes };
  });
}

/** How long a text is without the footnote marks at its end, and their keys in order. Goes backwards, mark by mark. */
function withoutFootnotes(text: string): { readonly length: number; readonly footnotes: readonly string[] } {
  const footnotes: string[] = [];
  let rest = text.trimEnd();
  while (rest.endsWith(']')) {
    const open = rest.lastIndexOf('[^');
    const key = rest.slice(open + 2, -1);
    if (open === -1 || key === '' || /[\s[\]]/.test(key)) break;
    footnotes.unshift(key);
    rest = rest.slice(0, open).trimEnd();
  }
  return { length: rest.length, footnotes };
}

import type { Report } from './report.ts';

/** The two parts of an article file, each with the number of its first line. */
export interface FrontMatter {
  readonly header: string;
  readonly headerLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Parts the YAML between two lines of `---` from the text after it; `undefined` after a problem was reported. */
export function splitFrontMatter(text: string, report: Report): FrontMatter | undefined {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) {
    report(
      1,
      'The article has no front matter.',
      'Begin the file with a line "---", the keys id, title and language, and another line "---".',
    );
    return undefined;
  }
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) {
    report(1, 'The front matter is not closed.', 'Add a line "---" after its last key.');
    return undefined;
  }
  return {
    header: lines.slice(1, close).join('\n'),
    headerLine: 2,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2,
  };
}

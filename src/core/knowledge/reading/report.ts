import type { KnowledgeProblem } from '../problem.ts';

/** Notes a problem of the file being read. `line` is 1-based; message and remedy are sentences for an editor. */
export type Report = (line: number, message: string, remedy: string) => void;

/** A report that fills a list with the problems of one file. */
export const reportInto =
  (problems: KnowledgeProblem[], file: string): Report =>
  (line, message, remedy) => {
    problems.push({ file, line, message, remedy });
  };

/** The 1-based line of an offset into a text whose first line is number `firstLine`. */
export function lineAt(text: string, offset: number, firstLine = 1): number {
  let line = firstLine;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

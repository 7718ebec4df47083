import { Answerer } from '../core/answer/answerer.ts';
import { TimelineLookup } from '../core/answer/timeline-lookup.ts';
import type { ServedKnowledge } from '../core/chat/chat.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import type { KnowledgeFile } from '../core/knowledge/knowledge-file.ts';
import type { Library } from '../core/knowledge/library.ts';
import type { KnowledgeProblem } from '../core/knowledge/problem.ts';
import { readLibrary } from '../core/knowledge/read-library.ts';
import { readKnowledgeFolder } from '../infra/files/knowledge-folder.ts';
import { ReportError } from './exit-code.ts';

/** @throws ReportError listing every problem of every file. */
export function loadLibrary(directory: string): {
  readonly library: Library;
  readonly files: readonly KnowledgeFile[];
} {
  const folder = readKnowledgeFolder(directory);
  if (folder.kind === 'problems') throw new ReportError(reportProblems(directory, folder.problems));
  const reading = readLibrary(folder.files);
  if (reading.kind === 'problems') throw new ReportError(reportProblems(directory, reading.problems));
  return { library: reading.library, files: folder.files };
}

/** @throws ReportError listing every problem of every file. */
export function loadKnowledge(directory: string, today: Edtf): ServedKnowledge {
  const { library } = loadLibrary(directory);
  return { answerer: new Answerer(library, today), timeline: new TimelineLookup(library, today) };
}

/** One line for the whole, then for each problem where it is, what it is and how to mend it. */
export function reportProblems(directory: string, problems: readonly KnowledgeProblem[]): string {
  const lines = problems.map(
    ({ file, line, message, remedy }) => `  ${file}:${line}: ${message}\n    → ${remedy}`,
  );
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return [`The knowledge folder ${directory} has ${count}; nothing was loaded.`, ...lines].join('\n');
}

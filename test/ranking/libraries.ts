import { fileURLToPath } from 'node:url';
import { ReportError } from '../../src/cli/exit-code.ts';
import { reportProblems } from '../../src/cli/load-knowledge.ts';
import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { readLibrary } from '../../src/core/knowledge/read-library.ts';
import { readKnowledgeFolder } from '../../src/infra/files/knowledge-folder.ts';

const SHIPPED = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** What questions on the founding articles are answered from: no timeline helps out. */
const FOUNDING_FILES = [
  'articles/phan-van-khai-tham-my-2005.md',
  'articles/quan-he-viet-my-2016.md',
  'glossary.yaml',
];

/** The knowledge that comes with the bot. @throws ReportError listing every problem of every file. */
export const loadShippedLibrary = (): Library => libraryOf(SHIPPED, shippedFiles());

/** The two founding articles and the glossary. @throws ReportError listing every problem of every file. */
export const loadFoundingLibrary = (): Library =>
  libraryOf(
    SHIPPED,
    shippedFiles().filter(({ path }) => FOUNDING_FILES.includes(path)),
  );

function shippedFiles(): readonly KnowledgeFile[] {
  const folder = readKnowledgeFolder(SHIPPED);
  if (folder.kind === 'problems') throw new ReportError(reportProblems(SHIPPED, folder.problems));
  return folder.files;
}

/** Reads files as the bot does. @throws ReportError listing every problem; `place` says where the files came from. */
export function libraryOf(place: string, files: readonly KnowledgeFile[]): Library {
  const reading = readLibrary(files);
  if (reading.kind === 'problems') throw new ReportError(reportProblems(place, reading.problems));
  return reading.library;
}

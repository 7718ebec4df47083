import { fileURLToPath } from 'node:url';
import { Answerer } from '../core/answer/answerer.ts';
import { TimelineLookup } from '../core/answer/timeline-lookup.ts';
import type { ServedKnowledge } from '../core/chat/chat.ts';
import type { Edtf } from '../core/dates/edtf.ts';
import type { KnowledgeFile } from '../core/knowledge/knowledge-file.ts';
import { createLibrary, type Library } from '../core/knowledge/library.ts';
import type { KnowledgeProblem } from '../core/knowledge/problem.ts';
import { readLibrary } from '../core/knowledge/read-library.ts';
import { readKnowledgeFolder } from '../infra/files/knowledge-folder.ts';
import {
  fingerprintOf,
  readKnowledgeSnapshot,
  writeKnowledgeSnapshot,
} from '../infra/files/knowledge-snapshot.ts';
import { ReportError } from './exit-code.ts';

/** Made by the build from the shipped knowledge; only ever used for the very files it was made from. */
const SNAPSHOT = fileURLToPath(new URL('../knowledge.snapshot', import.meta.url));

/** @throws ReportError listing every problem of every file. */
export function loadLibrary(directory: string): {
  readonly library: Library;
  readonly files: readonly KnowledgeFile[];
} {
  const files = readFolder(directory);
  return { library: parseLibrary(directory, files), files };
}

/** Knowledge to serve, and the name of the state of the files it was read from. */
export interface LoadedKnowledge extends ServedKnowledge {
  readonly version: string;
}

/** @throws ReportError listing every problem of every file. */
export function loadKnowledge(directory: string, today: Edtf): LoadedKnowledge {
  const files = readFolder(directory);
  const version = fingerprintOf(files);
  const snapshot = readKnowledgeSnapshot(SNAPSHOT, version);
  const library = snapshot === undefined ? parseLibrary(directory, files) : createLibrary(snapshot.contents);
  return {
    version,
    answerer: new Answerer(library, today, snapshot?.corpus),
    timeline: new TimelineLookup(library, today),
  };
}

/**
 * Stores a folder as it was read, for {@link loadKnowledge} to start from.
 *
 * @throws ReportError listing every problem of every file.
 */
export function storeSnapshot(directory: string, today: Edtf): void {
  const { library, files } = loadLibrary(directory);
  const { articles, events, documents, glossary, figures } = library;
  const corpus = new Answerer(library, today).packCorpus();
  writeKnowledgeSnapshot(SNAPSHOT, fingerprintOf(files), {
    contents: { articles, events, documents, glossary, figures },
    corpus,
  });
}

function readFolder(directory: string): readonly KnowledgeFile[] {
  const folder = readKnowledgeFolder(directory);
  if (folder.kind === 'problems') throw new ReportError(reportProblems(directory, folder.problems));
  return folder.files;
}

function parseLibrary(directory: string, files: readonly KnowledgeFile[]): Library {
  const reading = readLibrary(files);
  if (reading.kind === 'problems') throw new ReportError(reportProblems(directory, reading.problems));
  return reading.library;
}

/** One line for the whole, then for each problem where it is, what it is and how to mend it. */
export function reportProblems(directory: string, problems: readonly KnowledgeProblem[]): string {
  const lines = problems.map(
    ({ file, line, message, remedy }) => `  ${file}:${line}: ${message}\n    → ${remedy}`,
  );
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return [`The knowledge folder ${directory} has ${count}; nothing was loaded.`, ...lines].join('\n');
}

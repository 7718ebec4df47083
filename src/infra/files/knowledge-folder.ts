import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { KnowledgeFile } from '../../core/knowledge/knowledge-file.ts';
import type { KnowledgeProblem } from '../../core/knowledge/problem.ts';

/** The files of a folder, or why it cannot be read. */
export type FolderReading =
  | { readonly kind: 'files'; readonly files: readonly KnowledgeFile[] }
  | { readonly kind: 'problems'; readonly problems: readonly KnowledgeProblem[] };

/** What knowledge is written in, and the originals (`.txt`) it was taken from; nothing else is opened. */
const KNOWLEDGE_FILE = /\.(?:md|ya?ml|csv|txt)$/i;

/**
 * Reads every knowledge file below a folder, once, in the order of their paths. Hidden files and folders are left
 * alone; a link that leads out of the folder is a problem, so that the folder is all there is to review.
 */
export function readKnowledgeFolder(directory: string): FolderReading {
  const problems: KnowledgeProblem[] = [];
  const files: KnowledgeFile[] = [];
  const problem = (file: string, message: string, remedy: string): void => {
    problems.push({ file, line: 1, message, remedy });
  };
  const root = realPathOf(directory);
  if (root === undefined || !statSync(root).isDirectory()) {
    problem(directory, 'There is no such folder.', 'Check the path of the knowledge folder.');
    return { kind: 'problems', problems };
  }

  const readFolder = (folder: string, ancestors: readonly string[]): void => {
    for (const name of namesIn(folder)) {
      if (name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const real = realPathOf(join(root, path));
      if (real === undefined || !`${real}${sep}`.startsWith(`${root}${sep}`)) {
        problem(
          path,
          'This link leads nowhere or out of the knowledge folder.',
          'Put the file itself in its place.',
        );
      } else if (statSync(real).isDirectory()) {
        // A link to a folder above would be walked for ever.
        if (!ancestors.includes(real)) readFolder(path, [...ancestors, real]);
      } else if (KNOWLEDGE_FILE.test(name)) {
        readFile(path, real);
      }
    }
  };
  const namesIn = (folder: string): readonly string[] =>
    readable(folder, () => readdirSync(join(root, folder)).sort()) ?? [];
  const readFile = (path: string, real: string): void => {
    const bytes = readable(path, () => readFileSync(real));
    if (bytes !== undefined) files.push({ path, bytes });
  };
  const readable = <Value>(path: string, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      const what = path === '' ? directory : path;
      problem(what, `This cannot be read (${codeOf(error)}).`, 'Let the user who runs the bot read it.');
      return undefined;
    }
  };

  readFolder('', [root]);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'files', files };
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown reason';
}

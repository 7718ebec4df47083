import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { KnowledgeFile } from '../../src/core/knowledge/knowledge-file.ts';
import { problemsOf } from './knowledge-files.ts';

/** Files with one thing wrong, and what the editor is told. */
export interface ProblemCase {
  readonly what: string;
  readonly files: readonly KnowledgeFile[];
  /** `file:line: message`. */
  readonly problem: string;
  readonly remedy: RegExp;
}

/** Makes a test of each case: the problem is found at its place, with its remedy, and told once. */
export function reportsEach(cases: readonly ProblemCase[]): void {
  for (const { what, files, problem, remedy } of cases) {
    it(what, () => {
      const problems = problemsOf(...files);
      const [found] = problems;
      assert.ok(found, 'a problem is found');
      assert.equal(`${found.file}:${found.line}: ${found.message}`, problem);
      assert.match(found.remedy, remedy);
      assert.equal(problems.filter(({ file, line }) => file === found.file && line === found.line).length, 1);
    });
  }
}

import type { KnowledgeFile } from '../knowledge/knowledge-file.ts';
import type { KnowledgeProblem } from '../knowledge/problem.ts';
import { decodeText } from '../knowledge/reading/decode.ts';
import { text } from '../knowledge/reading/fields.ts';
import { reportInto } from '../knowledge/reading/report.ts';
import { listOf, located, record, required } from '../knowledge/reading/shape.ts';
import { parseYaml } from '../knowledge/reading/yaml-node.ts';

/** Where an editor lists what is right although a rule objects. Relative to the knowledge folder. */
export const EXCEPTIONS_PATH = 'check-exceptions.yaml';

/** A finding that an editor has looked at and let stand. */
export interface CheckException {
  readonly rule: string;
  /** The handle or id that the finding names. */
  readonly subject: string;
  /** Why it is right as it is, in one sentence. */
  readonly reason: string;
  readonly line: number;
}

/** The exceptions of a file, and what is wrong with it; an entry with a problem is no exception. */
export interface ExceptionsReading {
  readonly exceptions: readonly CheckException[];
  readonly problems: readonly KnowledgeProblem[];
}

const entries = listOf(
  record('{ rule: …, subject: …, reason: … }', {
    rule: required(located(text)),
    subject: required(text),
    reason: required(text),
  }),
);

/** Reads `check-exceptions.yaml`: a list of entries with rule, subject and reason. */
export function readExceptions(file: KnowledgeFile): ExceptionsReading {
  const problems: KnowledgeProblem[] = [];
  const report = reportInto(problems, file.path);
  const yaml = decodeText(file.bytes, report);
  const node = yaml === undefined ? undefined : parseYaml(yaml, report);
  const isEmpty = node === undefined || (node.kind === 'scalar' && node.value === '');
  const read = isEmpty ? undefined : entries.read(node, report, 'exceptions');
  return {
    exceptions: (read ?? []).map(({ rule, ...rest }) => ({ ...rest, rule: rule.value, line: rule.line })),
    problems,
  };
}

import type { Edtf } from '../dates/edtf.ts';
import type { KnowledgeFile } from '../knowledge/knowledge-file.ts';
import type { Library } from '../knowledge/library.ts';
import { createCheckContext } from './check-context.ts';
import { type CheckException, EXCEPTIONS_PATH, readExceptions } from './exceptions.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

/** What the linter has to be told beside the folder. */
export interface CheckOptions {
  /** A day; two-digit years are read as not after it. */
  readonly today: Edtf;
}

/** The rule name of findings about `check-exceptions.yaml` itself. */
const EXCEPTIONS_RULE = 'exceptions';

/**
 * Mistakes that a library can be read with, by file and line: contradictions within it, and what cannot be quoted well.
 *
 * `files` are those the library was read from, and may hold two kinds more: untouched originals (`.txt`), against
 * which articles are compared, and `check-exceptions.yaml`, whose entries take findings away. An exception that takes
 * nothing away is a finding itself.
 */
export function checkLibrary(
  library: Library,
  files: readonly KnowledgeFile[],
  options: CheckOptions,
): readonly Finding[] {
  const context = createCheckContext(library, files, options.today);
  const found = RULES.flatMap((rule) =>
    [...rule.find(context)].map((finding): Finding => ({ rule: rule.name, ...finding })),
  );
  const file = files.find(({ path }) => path === EXCEPTIONS_PATH);
  return (file === undefined ? found : withoutExceptions(found, file)).toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.rule, b.rule),
  );
}

function withoutExceptions(found: readonly Finding[], file: KnowledgeFile): readonly Finding[] {
  const { exceptions, problems } = readExceptions(file);
  return [
    ...found.filter((finding) => !exceptions.some((exception) => isExcepted(finding, exception))),
    ...exceptions
      .filter((exception) => !found.some((finding) => isExcepted(finding, exception)))
      .map((exception) => unusedException(exception, file.path)),
    ...problems.map((problem) => ({ ...problem, rule: EXCEPTIONS_RULE, subject: EXCEPTIONS_RULE })),
  ];
}

const isExcepted = (finding: Finding, exception: CheckException): boolean =>
  finding.rule === exception.rule && finding.subject === exception.subject;

function unusedException({ rule, subject, line }: CheckException, file: string): Finding {
  return {
    rule: EXCEPTIONS_RULE,
    file,
    line,
    message: `The rule "${rule}" does not object to "${subject}".`,
    remedy: RULES.some(({ name }) => name === rule)
      ? 'Remove the exception; the handle of a sentence changes with its words.'
      : `There is no such rule; the rules are: ${RULES.map(({ name }) => name).join(', ')}.`,
    subject,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fold, hasDiacritics } from '../../src/core/text/fold.ts';
import type { QuestionCase } from '../../test/ranking/gold.ts';
import { readLabelledQuestions, readPatternQuestions } from '../../test/ranking/question-files.ts';
import type { BenchQuestion } from './bench-question.ts';
import type { Corpus } from './corpus.ts';
import { isSynthetic } from './synthetic.ts';

/** Classes of the question file whose words are Vietnamese without diacritics. */
const TYPED_PLAIN = /plain|chat/;

/**
 * The questions of a file (patterns) or folder (labels) that this corpus can answer, each Vietnamese one with and
 * without its diacritics. Follow-ups and questions nobody can answer are left out: the peers know neither.
 *
 * @throws ReportError when the questions cannot be read.
 */
export function readAskedQuestions(path: string, corpus: Corpus): readonly BenchQuestion[] {
  if (!existsSync(path)) return [];
  const cases = statSync(path).isDirectory()
    ? readLabelledQuestions(join(path, 'questions.jsonl'))
    : readPatternQuestions(path)
        .filter(({ foundingOnly }) => !foundingOnly)
        .map(({ question }) => question);
  const readable = corpus.records.map(({ text, title }) => `${text}\n${title}`.normalize('NFC'));
  return cases
    .filter(({ turns }) => turns.length === 1)
    .flatMap((question) => variants(question, rightRecords(question, corpus, readable)))
    .filter(({ right }) => right.size > 0);
}

function rightRecords(
  { gold }: QuestionCase,
  corpus: Corpus,
  readable: readonly string[],
): ReadonlySet<number> {
  const right = new Set<number>();
  if (gold.kind === 'unknown') return right;
  corpus.documentOf.forEach((document, record) => {
    if (isSynthetic(document)) return;
    const text = readable[record] ?? '';
    const fits =
      gold.kind === 'articles'
        ? gold.ids.has(document.id)
        : gold.must.every((pattern) => pattern.test(text)) &&
          gold.answer.some((pattern) => pattern.test(text));
    if (fits) right.add(record);
  });
  return right;
}

function variants({ turns, group }: QuestionCase, right: ReadonlySet<number>): readonly BenchQuestion[] {
  const text = (turns[0] ?? '').normalize('NFC');
  if (hasDiacritics(text)) {
    return [
      { group: 'asked vi', text, right },
      { group: 'asked plain', text: fold(text), right },
    ];
  }
  return [{ group: TYPED_PLAIN.test(group) ? 'asked plain' : 'asked en', text, right }];
}

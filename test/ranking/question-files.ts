import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ReportError } from '../../src/cli/exit-code.ts';
import type { Gold, QuestionCase } from './gold.ts';

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text.normalize('NFC'), 'iu');
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: error instanceof Error ? error.message : 'no regular expression',
    });
    return z.NEVER;
  }
});

const questionLine = z
  .object({
    id: z.string(),
    class: z.string(),
    question: z.string().min(1).optional(),
    turns: z.array(z.string().min(1)).min(2).optional(),
    answer: z.array(pattern),
    must: z.array(pattern).default([]),
    direct: pattern.optional(),
    want: z.string().optional(),
    knowledge: z.enum(['founding']).optional(),
    reason: z.string().optional(),
  })
  .refine((line) => (line.question === undefined) !== (line.turns === undefined), 'either question or turns');

const labelledLine = z.object({
  question: z.string().min(1),
  answerable: z.boolean(),
  articles: z.array(z.string()),
  answers: z.array(z.string()),
});

/** A question and the knowledge it is to be answered from. */
export interface PlacedQuestion {
  readonly question: QuestionCase;
  /** Whether only the two founding articles may answer. */
  readonly foundingOnly: boolean;
}

/**
 * Reads questions whose right answers are given as patterns, one JSON object a line.
 *
 * @throws ReportError naming each line that is wrong.
 */
export function readPatternQuestions(path: string): readonly PlacedQuestion[] {
  const lines = readJsonLines(path, questionLine);
  const ids = new Set<string>();
  return lines.map((line) => {
    if (ids.has(line.id)) throw new ReportError(`${path}: the id ${line.id} is used twice.`);
    ids.add(line.id);
    const gold: Gold =
      line.answer.length === 0
        ? { kind: 'unknown' }
        : {
            kind: 'patterns',
            answer: line.answer,
            must: line.must,
            ...(line.direct === undefined ? {} : { direct: line.direct }),
          };
    return {
      question: {
        id: line.id,
        group: line.class,
        turns: line.turns ?? [line.question ?? ''],
        gold,
        ...(line.want === undefined ? {} : { want: line.want }),
      },
      foundingOnly: line.knowledge === 'founding',
    };
  });
}

/**
 * Reads questions whose right answers are given as articles, one JSON object a line; they are known by their line.
 *
 * @throws ReportError naming each line that is wrong.
 */
export function readLabelledQuestions(path: string): readonly QuestionCase[] {
  return readJsonLines(path, labelledLine).map((line, index) => ({
    id: `line ${index + 1}`,
    group: line.answerable ? 'answerable' : 'unknown',
    turns: [line.question],
    gold: line.answerable
      ? { kind: 'articles', ids: new Set(line.articles), spans: line.answers }
      : { kind: 'unknown' },
  }));
}

/** @throws ReportError when the file cannot be read or a line of it is not as `shape` says. */
export function readJsonLines<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): readonly z.output<Shape>[] {
  const problems: string[] = [];
  const values: z.output<Shape>[] = [];
  readText(path)
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const result = shape.safeParse(parseJson(line));
      if (result.success) values.push(result.data);
      else problems.push(`  line ${index + 1}: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
    });
  if (problems.length > 0)
    throw new ReportError([`${path} has lines that are no questions:`, ...problems].join('\n'));
  return values;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ReportError(`${path} cannot be read.`);
  }
}

/** `undefined` for what is not JSON: no shape takes it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

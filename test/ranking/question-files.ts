import { ReportError } from '../../src/cli/exit-code.ts';
import type { Gold, QuestionCase } from './gold.ts';
import { type JsonObject, readJsonLines } from './json-lines.ts';

/** A question and the knowledge it is to be answered from. */
export interface PlacedQuestion {
  readonly question: QuestionCase;
  /** Whether only the two founding articles may answer. */
  readonly foundingOnly: boolean;
}

/**
 * Reads questions whose right answers are given as patterns, one JSON object a line: `id`, `class`, `question` or
 * `turns`, `answer`, and where they serve `must`, `direct`, `want`, `knowledge`. No `answer` means that the bot must say
 * that it does not know. Other keys are for people.
 *
 * @throws ReportError naming the line that is wrong.
 */
export function readPatternQuestions(path: string): readonly PlacedQuestion[] {
  const ids = new Set<string>();
  return readJsonLines(path).map((line) => {
    const id = line.text('id');
    if (ids.has(id)) throw new ReportError(`${path}: the id ${id} is used twice.`);
    ids.add(id);
    const turns = line.texts('turns');
    const want = line.optionalText('want');
    return {
      question: {
        id,
        group: line.text('class'),
        turns: turns.length > 0 ? turns : [line.text('question')],
        gold: patternGold(line),
        ...(want === undefined ? {} : { want }),
      },
      foundingOnly: line.optionalText('knowledge') === 'founding',
    };
  });
}

function patternGold(line: JsonObject): Gold {
  const answer = line.patterns('answer');
  if (answer.length === 0) return { kind: 'unknown' };
  const direct = line.optionalPattern('direct');
  return {
    kind: 'patterns',
    answer,
    must: line.patterns('must'),
    ...(direct === undefined ? {} : { direct }),
  };
}

/**
 * Reads questions whose right answers are given as articles, one JSON object a line: `question`, `answerable`,
 * `articles`, `answers`. They are known by their line.
 *
 * @throws ReportError naming the line that is wrong.
 */
export function readLabelledQuestions(path: string): readonly QuestionCase[] {
  return readJsonLines(path).map((line, index) => {
    const answerable = line.flag('answerable');
    return {
      id: `line ${index + 1}`,
      group: answerable ? 'answerable' : 'unknown',
      turns: [line.text('question')],
      gold: answerable
        ? { kind: 'articles', ids: new Set(line.texts('articles')), spans: line.texts('answers') }
        : { kind: 'unknown' },
    };
  });
}

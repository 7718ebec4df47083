import type { Answerer } from '../../src/core/answer/answerer.ts';
import { type Topic, topicAfter } from '../../src/core/answer/topic.ts';
import type { Edtf } from '../../src/core/dates/edtf.ts';
import { DEFAULT_LOCALE } from '../../src/core/locale.ts';
import type { QuestionCase } from './gold.ts';
import { judge, type Outcome } from './judge.ts';

export interface AskAllOptions {
  /** The askers' day. */
  readonly today: Edtf;
  /** How many passages to look at. */
  readonly limit: number;
}

/** Asks every question in a conversation of its own and judges the answer to its last turn. */
export function askAll(
  answerer: Answerer,
  questions: readonly QuestionCase[],
  { today, limit }: AskAllOptions,
): readonly Outcome[] {
  return questions.map((question) => {
    let topic: Topic | undefined;
    const ask = (text: string) =>
      answerer.ask(text, {
        language: DEFAULT_LOCALE,
        today,
        limit,
        ...(topic === undefined ? {} : { topic }),
      });
    for (const turn of question.turns.slice(0, -1)) topic = topicAfter(ask(turn), topic);
    return judge(question, ask(question.turns.at(-1) ?? ''));
  });
}

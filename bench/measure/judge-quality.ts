import type { Found } from '../engines/engine.ts';
import { type BenchQuestion, QUESTION_GROUPS, type QuestionGroup } from '../workload/bench-question.ts';
import type { Quality } from './measurement.ts';

/** Quality by group of questions; `found[i]` answers `questions[i]`, and questions beyond were not asked. */
export function judgeQuality(
  questions: readonly BenchQuestion[],
  found: readonly Found[],
): ReadonlyMap<QuestionGroup, Quality> {
  const groups = new Map<QuestionGroup, Quality>();
  for (const group of QUESTION_GROUPS) {
    const ranks: number[] = [];
    let answered = 0;
    found.forEach((answer, index) => {
      const question = questions[index];
      if (question?.group !== group) return;
      ranks.push(answer.records.findIndex((record) => question.right.has(record)));
      if (answer.answered) answered += 1;
    });
    if (ranks.length === 0) continue;
    const within = (top: number): number =>
      ranks.filter((rank) => rank >= 0 && rank < top).length / ranks.length;
    groups.set(group, {
      questions: ranks.length,
      hitAt1: within(1),
      hitAt3: within(3),
      answered: answered / ranks.length,
    });
  }
  return groups;
}

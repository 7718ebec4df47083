import type { Library } from '../../src/core/knowledge/library.ts';
import { fold } from '../../src/core/text/fold.ts';

/** So many different questions on what the library holds, in both languages, with and without diacritics. */
export function distinctQuestions(library: Library, count: number): readonly string[] {
  const questions = new Set<string>();
  for (const { title, date } of library.events) {
    questions.add(`${title.vi} khi nào?`);
    questions.add(fold(`${title.vi} vào ngày nào?`));
    questions.add(`When was this: ${title.en}?`);
    questions.add(`What happened: ${title.en}?`);
    questions.add(`Năm ${date.slice(0, 4)}, ${title.vi} ở đâu?`);
  }
  if (questions.size < count) throw new Error(`Only ${questions.size} different questions, not ${count}.`);
  return [...questions].slice(0, count);
}

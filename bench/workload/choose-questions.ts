import { readAskedQuestions } from './asked-questions.ts';
import { type BenchQuestion, QUESTION_GROUPS } from './bench-question.ts';
import type { Corpus } from './corpus.ts';
import { makeKnownItems } from './known-items.ts';
import { createRandom, shuffle } from './random.ts';

const SEED = 2023;
const WARM_UP_SEED = 45;
const WARM_UP_QUESTIONS = 20;

/** The questions of one run. */
export interface QuestionChoice {
  /** In an order that mixes the groups, so that the first so many are a fair sample of all. */
  readonly questions: readonly BenchQuestion[];
  /** Asked before anything is measured, about other sentences. */
  readonly warmUp: readonly string[];
}

/** At most `perGroup` questions of each group. `askedFrom`: a file or folder of people's questions. */
export function chooseQuestions(corpus: Corpus, askedFrom: string, perGroup: number): QuestionChoice {
  const random = createRandom(SEED);
  const asked = shuffle(readAskedQuestions(askedFrom, corpus), random);
  const known = makeKnownItems(corpus, perGroup, random);
  const chosen = QUESTION_GROUPS.flatMap((group) =>
    [...asked, ...known].filter((question) => question.group === group).slice(0, perGroup),
  );
  const warmUp = makeKnownItems(corpus, WARM_UP_QUESTIONS, createRandom(WARM_UP_SEED));
  return { questions: shuffle(chosen, random), warmUp: warmUp.map(({ text }) => text) };
}

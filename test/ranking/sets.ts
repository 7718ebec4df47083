import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReportError } from '../../src/cli/exit-code.ts';
import { Answerer } from '../../src/core/answer/answerer.ts';
import type { Edtf } from '../../src/core/dates/edtf.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { fold } from '../../src/core/text/fold.ts';
import { askAll } from './ask-all.ts';
import type { QuestionCase } from './gold.ts';
import type { Outcome } from './judge.ts';
import { loadFoundingLibrary, loadShippedLibrary } from './libraries.ts';
import { loadPlainArticles } from './plain-articles.ts';
import { type PlacedQuestion, readLabelledQuestions, readPatternQuestions } from './question-files.ts';

/** The questions of one set with what came of them, in their order. */
export interface SetResult {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * The project's own sets. `colloquial` and `held-out` were written together, by hands that knew the facts and not the bot;
 * the former is worked with, of the latter nobody looks at single questions: only its sums tell how the bot does on what
 * it has not seen.
 */
export const OWN_SETS: readonly string[] = [
  'founding',
  'domain',
  'headline',
  'unknown',
  'everyday',
  'colloquial',
  'held-out',
].map((name) => fileURLToPath(new URL(`${name}.jsonl`, import.meta.url)));

/** Sentences to look at where they are what is ranked. */
const PASSAGES = 10;

/** Sentences to look at where their articles are ranked: ten articles seldom need more. */
const PASSAGES_FOR_ARTICLES = 40;

/** Asks sets of questions; the bot's own knowledge is loaded once, when a set first needs it. */
export class SetRunner {
  readonly #today: Edtf;
  #shipped: Answerer | undefined;
  #founding: Answerer | undefined;

  /** `today` is the askers' day, the same in every run. */
  constructor(today: Edtf) {
    this.#today = today;
  }

  /**
   * A `.jsonl` file is answered from the bot's own knowledge. A folder is answered from its own articles, twice: as
   * typed and without diacritics.
   *
   * @throws ReportError when questions or knowledge cannot be read.
   */
  run(path: string): readonly SetResult[] {
    if (!existsSync(path)) throw new ReportError(`There is no ${path}.`);
    return statSync(path).isDirectory() ? this.#runFolder(path) : [this.#runFile(path)];
  }

  #runFile(path: string): SetResult {
    const outcomes = readPatternQuestions(path).flatMap((placed) =>
      askAll(this.#answererFor(placed), [placed.question], { today: this.#today, limit: PASSAGES }),
    );
    return { name: basename(path, '.jsonl'), outcomes };
  }

  #runFolder(path: string): readonly SetResult[] {
    const name = basename(path);
    const answerer = this.#answerer(loadPlainArticles(join(path, 'articles.jsonl')));
    const questions = readLabelledQuestions(join(path, 'questions.jsonl'));
    const options = { today: this.#today, limit: PASSAGES_FOR_ARTICLES };
    return [
      { name, outcomes: askAll(answerer, questions, options) },
      {
        name: `${name}, no diacritics`,
        outcomes: askAll(answerer, questions.map(withoutDiacritics), options),
      },
    ];
  }

  #answererFor({ foundingOnly }: PlacedQuestion): Answerer {
    if (foundingOnly) {
      this.#founding ??= this.#answerer(loadFoundingLibrary());
      return this.#founding;
    }
    this.#shipped ??= this.#answerer(loadShippedLibrary());
    return this.#shipped;
  }

  #answerer(library: Library): Answerer {
    return new Answerer(library, this.#today);
  }
}

const withoutDiacritics = (question: QuestionCase): QuestionCase => ({
  ...question,
  turns: question.turns.map(fold),
});

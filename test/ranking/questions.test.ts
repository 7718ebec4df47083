import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Library } from '../../src/core/knowledge/library.ts';
import type { Gold } from './gold.ts';
import { loadFoundingLibrary, loadShippedLibrary } from './libraries.ts';
import { readPatternQuestions } from './question-files.ts';
import { OWN_SETS } from './sets.ts';

/** Every sentence with the title it stands under, as the judge reads it. */
const sentencesOf = (library: Library): readonly string[] =>
  library.documents.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => `${text}\n${title}`.normalize('NFC'))),
  );

const SHIPPED = sentencesOf(loadShippedLibrary());
const FOUNDING = sentencesOf(loadFoundingLibrary());

const answers = (gold: Gold, sentence: string): boolean =>
  gold.kind === 'patterns' &&
  gold.answer.some((pattern) => pattern.test(sentence)) &&
  gold.must.every((pattern) => pattern.test(sentence));

describe('the question sets', () => {
  const questions = OWN_SETS.flatMap(readPatternQuestions);

  it('can be answered by some sentence of the knowledge they are about', () => {
    const lost = questions.filter(
      ({ question: { gold }, foundingOnly }) =>
        gold.kind === 'patterns' &&
        !(foundingOnly ? FOUNDING : SHIPPED).some((sentence) => answers(gold, sentence)),
    );
    assert.deepEqual(
      lost.map(({ question }) => question.turns.join(' → ')),
      [],
    );
  });

  it('ask nothing twice', () => {
    const asked = questions.map(({ question, foundingOnly }) =>
      [foundingOnly, ...question.turns].join('\n').toLowerCase(),
    );
    assert.deepEqual(
      asked.filter((text, index) => asked.indexOf(text) !== index),
      [],
    );
  });
});

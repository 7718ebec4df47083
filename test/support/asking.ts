import assert from 'node:assert/strict';
import type { Answer, AskOptions } from '../../src/core/answer/answer.ts';
import { Answerer } from '../../src/core/answer/answerer.ts';
import { type Topic, topicAfter } from '../../src/core/answer/topic.ts';
import { type Edtf, parseEdtf } from '../../src/core/dates/edtf.ts';
import type { Library } from '../../src/core/knowledge/library.ts';

/** A date that must be right. */
export function edtf(text: string): Edtf {
  const date = parseEdtf(text);
  if (date === undefined) assert.fail(`${text} is no date`);
  return date;
}

/** The day on which the tests' questions are asked. */
export const TODAY = edtf('2025-06-15');

export type Ask = (question: string, options?: Partial<AskOptions>) => Answer;

/** A Vietnamese-speaking asker of one library who gets five passages. */
export function askerOf(library: Library): Ask {
  const answerer = new Answerer(library, TODAY);
  return (question, options = {}) =>
    answerer.ask(question, { language: 'vi', today: TODAY, limit: 5, ...options });
}

/** Someone who goes on asking: every answer's topic is what the next question leans on. */
export function conversationWith(library: Library): Ask {
  const answerer = new Answerer(library, TODAY);
  let topic: Topic | undefined;
  return (question, options = {}) => {
    const answer = answerer.ask(question, {
      language: 'vi',
      today: TODAY,
      limit: 5,
      ...(topic === undefined ? {} : { topic }),
      ...options,
    });
    topic = topicAfter(answer, topic);
    return answer;
  };
}

/** The wording of the sentence that is quoted first. */
export const firstSentence = (answer: Answer): string | undefined => answer.passages[0]?.sentence.text;

/** The sentence an answer gives; `undefined` when the bot says that it does not know. */
export const told = (answer: Answer): string | undefined =>
  answer.answered ? firstSentence(answer) : undefined;

/** The short answer with its kind, as in "date: 1995". */
export const shortAnswer = ({ direct }: Answer): string | undefined =>
  direct === undefined ? undefined : `${direct.kind}: ${direct.text}`;

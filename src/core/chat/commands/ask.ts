import type { Answer } from '../../answer/answer.ts';
import { replyToAnswer } from '../answer-reply.ts';
import type { ChatContext } from '../chat-context.ts';
import type { Reply } from '../reply.ts';
import { WORDS } from '../words/words.ts';
import { defineCommand } from './command.ts';

/** Passages fetched for one answer: the best is shown, the others wait for "more". */
const PASSAGES = 5;

/** Free text and `/ask` alike. */
export const ask = defineCommand({
  name: 'ask',
  aliases: ['hoi'],
  summary: { vi: WORDS.vi.commands.ask, en: WORDS.en.commands.ask },
  argument: { name: { vi: WORDS.vi.arguments.question, en: WORDS.en.arguments.question }, required: true },
  run: (question, context) => askAndRemember(question, context).reply,
});

/** Answers and makes the answer the topic of what comes next; an unanswered question leaves the topic as it was. */
export function askAndRemember(
  text: string,
  context: ChatContext,
): { readonly answer: Answer; readonly reply: Reply } {
  const { answerer, language, today, topic } = context;
  const answer = answerer.ask(text, {
    language,
    today,
    limit: PASSAGES,
    ...(topic === undefined ? {} : { topic }),
  });
  context.setTopic(answerer.topicAfter(answer, topic));
  return { answer, reply: replyToAnswer(answer, answerer.library) };
}

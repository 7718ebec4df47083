import type { Answer } from '../../answer/answer.ts';
import { asksToGoOn } from '../../answer/follow-up.ts';
import { topicAfter } from '../../answer/topic.ts';
import { replyToAnswer } from '../answer-reply.ts';
import type { ChatContext } from '../chat-context.ts';
import type { Reply } from '../reply.ts';
import { inEveryLanguage, wordsIn } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

/** Passages fetched for one answer: the best is shown, the others wait for "more". */
const PASSAGES = 5;

/** Free text and `/ask` alike. */
export const ask = defineCommand({
  name: 'ask',
  aliases: ['hoi'],
  localName: 'hỏi',
  summary: inEveryLanguage((words) => words.commands.ask),
  argument: argumentOf('question', true, 'question'),
  run: askAndRemember,
});

/** Answers and makes the answer the topic of what comes next; an unanswered question leaves the topic as it was. */
export function askAndRemember(text: string, context: ChatContext): Reply {
  const { answerer, language, today, topic, watch } = context;
  const done = watch?.begin();
  const answer = answerer.ask(text, {
    language,
    today,
    limit: PASSAGES,
    ...(topic === undefined ? {} : { topic }),
  });
  context.setTopic(topicAfter(answer, topic));
  const nothing = nothingToTell(answer, context);
  const reply = nothing ?? replyToAnswer(answer, answerer.library);
  const outcome = answer.answered ? 'answered' : nothing === undefined ? 'abstained' : 'nothing-more';
  done?.({ text, language: answer.language, outcome, day: today });
  return reply;
}

/** "Go on" with nothing left, or nothing before: the question was understood, so "I do not know" would be wrong. */
function nothingToTell(answer: Answer, { topic }: ChatContext): Reply | undefined {
  const { answered, language, question } = answer;
  if (answered) return undefined;
  const words = wordsIn(language);
  // To go on keeps the very words of the topic; every other question has words of its own.
  if (topic !== undefined && question.words === topic.question.words)
    return { language, blocks: [{ kind: 'text', text: words.nothingMore }] };
  if (topic === undefined && asksToGoOn(question))
    return { language, blocks: [{ kind: 'text', text: words.nothingToContinue }] };
  return undefined;
}

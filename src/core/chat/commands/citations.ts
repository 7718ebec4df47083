import { sentencesAfter } from '../../answer/topic.ts';
import { parseHandle } from '../../knowledge/handle.ts';
import { replyToCard } from '../cards.ts';
import type { ChatContext } from '../chat-context.ts';
import { echo } from '../echo.ts';
import { quoteBlocks } from '../quote-blocks.ts';
import { type Reply, saying } from '../reply.ts';
import { inEveryLanguage } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

/** Sentences told at each "more". */
const SENTENCES_PER_MORE = 2;

/** `/source`: a quoted sentence in its context, with its original wording where that was corrected. */
export const source = defineCommand({
  name: 'source',
  aliases: ['nguon', 'context', 'trichdan'],
  localName: 'nguồn',
  summary: inEveryLanguage((words) => words.commands.source),
  argument: argumentOf('handle', true),
  run: (text, { answerer, language, words }) => {
    // As it stands behind a quotation, brackets and all.
    const typed = text
      .replace(/[[\]()\s]/g, '')
      .toLowerCase()
      .replace(/^c[:_]/, '');
    const handle = parseHandle(typed);
    const card =
      handle === undefined ? undefined : ({ view: 'context', handle, language, others: [] } as const);
    const reply = card === undefined ? undefined : replyToCard(card, answerer.library);
    return reply ?? saying(language, words.unknownHandle(echo(typed)));
  },
});

/** `/more`: what follows the sentence last quoted. */
export const more = defineCommand({
  name: 'more',
  aliases: ['them', 'noithem'],
  localName: 'thêm',
  summary: inEveryLanguage((words) => words.commands.more),
  run: (_, context) => tellMore(context),
});

/** The sentences after the one last quoted. */
function tellMore(context: ChatContext): Reply {
  const { topic, language, words, answerer } = context;
  if (topic === undefined) return { language, blocks: [{ kind: 'text', text: words.nothingToContinue }] };
  const passages = sentencesAfter(topic, SENTENCES_PER_MORE);
  const last = passages.at(-1);
  if (last === undefined) return { language, blocks: [{ kind: 'text', text: words.nothingMore }] };
  context.setTopic({
    ...topic,
    document: last.document,
    sentence: last.sentence,
    shown: [...topic.shown, ...passages.map((passage) => passage.sentence.handle)],
  });
  return {
    language,
    blocks: [
      { kind: 'heading', text: words.moreFrom(last.document.title) },
      ...passages.flatMap((passage) => quoteBlocks(passage, language, answerer.library)),
    ],
  };
}

import type { QuotedPassage } from '../../answer/answer.ts';
import { sentencesAfter } from '../../answer/topic.ts';
import type { KnowledgeDocument, Sentence } from '../../knowledge/document.ts';
import { quoteBlocks } from '../answer-reply.ts';
import type { ChatContext } from '../chat-context.ts';
import { echo } from '../echo.ts';
import type { Block, Reply } from '../reply.ts';
import { inEveryLanguage, type Words } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

/** Sentences shown before and after a quoted one. */
const NEIGHBOURS = 2;
/** Sentences told at each "more". */
const SENTENCES_PER_MORE = 2;

const sentencesOf = (document: KnowledgeDocument): readonly Sentence[] =>
  document.paragraphs.flatMap((paragraph) => paragraph.sentences);

/** Whether a block sends the reader to the very place that is being shown. */
const isPointerHere = (
  block: Block,
  { handle }: Sentence,
  words: Words,
): block is Extract<Block, { readonly kind: 'notice' }> =>
  block.kind === 'notice' && block.text === words.corrected(handle);

const bare = (document: KnowledgeDocument, sentence: Sentence): QuotedPassage => ({
  document,
  sentence,
  score: 0,
  highlights: [],
  alsoIn: [],
});

/** `/source`: a quoted sentence in its context, with its original wording where that was corrected. */
export const source = defineCommand({
  name: 'source',
  aliases: ['nguon', 'context', 'trichdan'],
  summary: inEveryLanguage((words) => words.commands.source),
  argument: argumentOf('handle', true),
  run: (text, { answerer, language, words }) => {
    // As it stands behind a quotation, brackets and all.
    const handle = text
      .replace(/[[\]()\s]/g, '')
      .toLowerCase()
      .replace(/^c[:_]/, '');
    const placed = answerer.library.sentence(handle);
    if (placed === undefined)
      return { language, blocks: [{ kind: 'text', text: words.unknownHandle(echo(handle)) }] };
    const { document, sentence } = placed;
    const all = sentencesOf(document);
    const at = all.indexOf(sentence);
    const around = (from: number, to: number): readonly Block[] =>
      all.slice(Math.max(0, from), to).map((neighbour) => ({ kind: 'text', text: neighbour.text }));
    return {
      language,
      blocks: [
        { kind: 'heading', text: words.contextOf(document.title) },
        ...around(at - NEIGHBOURS, at),
        ...quoteBlocks(bare(document, sentence), language, answerer.library).map((block) =>
          sentence.original !== undefined && isPointerHere(block, sentence, words)
            ? { ...block, text: words.original(sentence.original) }
            : block,
        ),
        ...around(at + 1, at + 1 + NEIGHBOURS),
      ],
    };
  },
});

/** `/more`: what follows the sentence last quoted. */
export const more = defineCommand({
  name: 'more',
  aliases: ['them', 'noithem'],
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

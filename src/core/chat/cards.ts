import type { QuotedPassage } from '../answer/answer.ts';
import type { Sentence } from '../knowledge/document.ts';
import type { Handle } from '../knowledge/handle.ts';
import type { Library, PlacedSentence } from '../knowledge/library.ts';
import { translationOf } from '../knowledge/translation.ts';
import type { Locale } from '../locale.ts';
import { VOTES } from '../ports/feedback-store.ts';
import type { Card, ReplyButton } from './action.ts';
import { quoteBlocks } from './quote-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { type Words, wordsIn } from './words/words.ts';

/** Sentences shown before and after a quoted one. */
const NEIGHBOURS = 2;

/** A passage that nobody asked a question about. */
export const bare = ({ document, sentence }: PlacedSentence): QuotedPassage => ({
  document,
  sentence,
  score: 0,
  highlights: [],
  alsoIn: [],
});

/** What a card shows; `undefined` when its sentence is no longer in the library. */
export function replyToCard(card: Card, library: Library): Reply | undefined {
  const placed = library.sentence(card.handle);
  if (placed === undefined) return undefined;
  return {
    language: card.language,
    blocks:
      card.view === 'context'
        ? contextBlocks(placed, card.language, library)
        : cardBlocks(card, placed, library),
    buttons: cardButtons(card, placed, library),
  };
}

function cardBlocks({ direct, language }: Card, placed: PlacedSentence, library: Library): readonly Block[] {
  const { text } = placed.sentence;
  // A button can be forged, so its span may lie anywhere.
  const inside = direct !== undefined && direct.start < direct.end && direct.end <= text.length;
  const passage = inside ? { ...bare(placed), highlights: [direct] } : bare(placed);
  return [
    ...(inside ? [{ kind: 'direct' as const, text: text.slice(direct.start, direct.end) }] : []),
    ...quoteBlocks(passage, language, library),
  ];
}

/** A sentence among its neighbours, with its original wording where an editor corrected it. */
function contextBlocks(
  { document, sentence }: PlacedSentence,
  language: Locale,
  library: Library,
): readonly Block[] {
  const words = wordsIn(language);
  const all = document.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const at = all.indexOf(sentence);
  const around = (from: number, to: number): readonly Block[] =>
    all.slice(Math.max(0, from), to).map((neighbour) => ({ kind: 'text', text: neighbour.text }));
  return [
    { kind: 'heading', text: words.contextOf(document.title) },
    ...around(at - NEIGHBOURS, at),
    ...quoteBlocks(bare({ document, sentence }), language, library).map((block) =>
      sentence.original !== undefined && isPointerHere(block, sentence, words)
        ? { ...block, text: words.original(sentence.original) }
        : block,
    ),
    ...around(at + 1, at + 1 + NEIGHBOURS),
  ];
}

/** Whether a block sends the reader to the very place that is being shown. */
const isPointerHere = (
  block: Block,
  { handle }: Sentence,
  words: Words,
): block is Extract<Block, { readonly kind: 'notice' }> =>
  block.kind === 'notice' && block.text === words.corrected(handle);

/** What can be asked for below a quoted sentence: the other view of it, further passages, its translation, a vote. */
export function cardButtons(card: Card, placed: PlacedSentence, library: Library): readonly ReplyButton[] {
  const { handle, language, others, view } = card;
  const words = wordsIn(language);
  const otherView = view === 'quote' ? 'context' : 'quote';
  const twin = translationOf(placed, library);
  return [
    {
      label: view === 'quote' ? words.buttons.context : words.buttons.quote,
      action: { kind: 'show', card: { ...card, view: otherView } },
    },
    ...(others.length === 0
      ? []
      : [
          {
            label: words.buttons.results(others.length),
            action: { kind: 'results' as const, language, handles: others },
          },
        ]),
    ...(twin === undefined
      ? []
      : [{ label: words.buttons.translation[twin.document.language], action: translated(card, twin) }]),
    ...VOTES.map((vote) => ({ label: words.buttons[vote], action: { kind: 'vote' as const, handle, vote } })),
  ];
}

const translated = (card: Card, { document, sentence }: PlacedSentence): ReplyButton['action'] => {
  // Where the words that answer stand in the translation is not known.
  const { direct: _, ...rest } = card;
  return { kind: 'show', card: { ...rest, handle: sentence.handle, language: document.language } };
};

/** Cards one below the other, each ready to be opened by its handle. */
export function replyToResults(
  handles: readonly Handle[],
  language: Locale,
  library: Library,
): Reply | undefined {
  const placed = handles.flatMap((handle) => library.sentence(handle) ?? []);
  if (placed.length === 0) return undefined;
  const words = wordsIn(language);
  return {
    language,
    blocks: [
      { kind: 'heading', text: words.furtherPassages },
      ...placed.flatMap((each) => quoteBlocks(bare(each), language, library)),
    ],
    buttons: placed.map(({ document, sentence }, index) => ({
      label: words.buttons.open(index + 1, document.title),
      action: { kind: 'show', card: { view: 'context', handle: sentence.handle, language, others: [] } },
    })),
  };
}

import type { KnowledgeDocument } from '../../src/core/knowledge/document.ts';
import {
  type DraftDocument,
  type DraftSentence,
  finishDocuments,
} from '../../src/core/knowledge/reading/draft.ts';
import { LOCALES, type Locale } from '../../src/core/locale.ts';
import type { Random } from './random.ts';
import { newSentence, newTitle, type SentenceParts, takeApart } from './sentence-parts.ts';

/** Marks what was made up, so that no such sentence is ever counted as a right answer. */
const SYNTHETIC = 'synthetic-';

export const isSynthetic = (document: KnowledgeDocument): boolean => document.id.startsWith(SYNTHETIC);

const SENTENCES_A_PARAGRAPH = 3;
const SENTENCES_A_DOCUMENT = 24;

/**
 * Articles of `count` sentences in all, put together from pieces of the given ones: as long, in the same words and
 * languages, true of nothing. They crowd the index as more knowledge of the same field would.
 */
export function synthesiseDocuments(
  documents: readonly KnowledgeDocument[],
  count: number,
  random: Random,
): readonly KnowledgeDocument[] {
  const materials = LOCALES.map((language) => ({ language, parts: takeApart(documents, language) })).filter(
    ({ parts }) => parts.openings.length > 0,
  );
  const drafts: DraftDocument[] = [];
  for (let made = 0; made < count; made += SENTENCES_A_DOCUMENT) {
    const material = materials[drafts.length % materials.length];
    if (material === undefined) break;
    const length = Math.min(SENTENCES_A_DOCUMENT, count - made);
    drafts.push(newDocument(drafts.length, length, material.language, material.parts, random));
  }
  return finishDocuments(drafts);
}

function newDocument(
  number: number,
  length: number,
  language: Locale,
  parts: SentenceParts,
  random: Random,
): DraftDocument {
  const paragraphs: DraftSentence[][] = [];
  for (let position = 1; position <= length; position += 1) {
    const paragraph = Math.floor((position - 1) / SENTENCES_A_PARAGRAPH);
    const sentences = paragraphs[paragraph] ?? [];
    sentences.push(draftSentence(newSentence(parts, random), position, paragraph));
    paragraphs[paragraph] = sentences;
  }
  return {
    kind: 'article',
    id: `${SYNTHETIC}${number}`,
    title: newTitle(parts, random),
    language,
    paragraphs,
    sources: [],
  };
}

/** A sentence with nothing to say about itself. */
const draftSentence = (text: string, position: number, paragraph: number): DraftSentence => ({
  text,
  position,
  paragraph,
  sources: [],
  corrected: false,
  masked: false,
  doubtful: false,
});

import type { KnowledgeDocument, Sentence } from '../document.ts';
import { assignHandles } from '../handle.ts';

/** A sentence that has no handle yet: handles are given to all sentences of a library at once. */
export type DraftSentence = Omit<Sentence, 'handle'>;

/** A document whose sentences have no handles yet. */
export interface DraftDocument extends Omit<KnowledgeDocument, 'paragraphs'> {
  readonly paragraphs: readonly (readonly DraftSentence[])[];
}

/** The documents with a handle for every sentence, all different. */
export function finishDocuments(drafts: readonly DraftDocument[]): readonly KnowledgeDocument[] {
  const handles = assignHandles(
    drafts.flatMap(({ id, language, paragraphs }) =>
      paragraphs.flat().map(({ text }) => ({ documentId: id, language, text })),
    ),
  ).values();
  return drafts.map((draft) => ({
    ...draft,
    paragraphs: draft.paragraphs.map((sentences) => ({
      sentences: sentences.map((sentence) => {
        const next = handles.next();
        if (next.done) throw new RangeError('Fewer handles than sentences');
        return { handle: next.value, ...sentence };
      }),
    })),
  }));
}

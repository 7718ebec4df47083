import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import type { Source } from '../knowledge/source.ts';

/** The source to name for a sentence: its own first one, or else its document's. */
export const sourceOf = (document: KnowledgeDocument, sentence: Sentence): Source | undefined =>
  sentence.sources[0] ?? document.sources[0];

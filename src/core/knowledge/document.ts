import type { Edtf } from '../dates/edtf.ts';
import type { Locale } from '../locale.ts';
import type { Correction } from './correction.ts';
import type { Handle } from './handle.ts';
import type { Source } from './source.ts';

/** What a document was made from: an article, a timeline event or a row of figures. */
export type DocumentKind = 'article' | 'event' | 'figure';

/**
 * How far the wording of a sentence can be trusted.
 *
 * - `sound`: as its source has it.
 * - `corrected`: an editor mended the wording; {@link Sentence.original} keeps what stood there.
 * - `masked`: figures or dates were removed from the source and show as "[…]"; it can tell who and what, never
 *   when or how many.
 * - `doubtful`: an editor could not establish its figures; nothing numeric may be answered from it.
 */
export interface SentenceTrust {
  readonly corrected: boolean;
  readonly masked: boolean;
  readonly doubtful: boolean;
}

/** One sentence that can be quoted, word for word, as an answer. */
export interface Sentence extends SentenceTrust {
  /** Short citation handle; stays the same across re-indexing while the sentence does. */
  readonly handle: Handle;
  readonly text: string;
  /** The wording before an editor's corrections; only when `corrected`. */
  readonly original?: string;
  /** The editor's corrections and doubts that touch it, with their reasons; only when there are any. */
  readonly corrections?: readonly Correction[];
  /** 1-based place among the sentences of its document. */
  readonly position: number;
  /** 0-based index of its paragraph in {@link KnowledgeDocument.paragraphs}. */
  readonly paragraph: number;
  /** The heading it stands under, when there is one. */
  readonly heading?: string;
  /** Sources of its own (of its paragraph); empty means the document's sources hold. */
  readonly sources: readonly Source[];
}

/** Sentences that belong together: a paragraph of an article, or the whole text of an event. */
export interface Paragraph {
  readonly sentences: readonly Sentence[];
}

/**
 * Something that can be quoted: an article, or an event or a figure in one language. An event is two documents with
 * the same `id`, one for each language.
 */
export interface KnowledgeDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
  readonly paragraphs: readonly Paragraph[];
  readonly sources: readonly Source[];
  /** When it was published (article) or happened (event, figure). */
  readonly date?: Edtf;
  /** The article in the other language that says the same. */
  readonly translationOf?: string;
  /** Questions as people word them, in the document's language, that it answers; absent is none. */
  readonly asked?: readonly string[];
}

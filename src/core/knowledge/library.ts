import type { Locale } from '../locale.ts';
import type { KnowledgeDocument, Sentence } from './document.ts';
import type { TimelineEvent } from './event.ts';
import type { FigureSeries } from './figures.ts';
import type { GlossaryEntry } from './glossary.ts';

/** Everything that was read from a knowledge folder. */
export interface LibraryContents {
  readonly articles: readonly KnowledgeDocument[];
  /** In the order of the files' names and of the entries in them. */
  readonly events: readonly TimelineEvent[];
  /** What can be quoted: the articles, then each event and each figure in each language. */
  readonly documents: readonly KnowledgeDocument[];
  readonly glossary: readonly GlossaryEntry[];
  /** The yearly series, in the order of their file; absent is none. */
  readonly figures?: readonly FigureSeries[];
}

/** A sentence with the document it stands in. */
export interface PlacedSentence {
  readonly document: KnowledgeDocument;
  readonly sentence: Sentence;
}

/** All that the bot knows, checked and immutable; a reload makes a new one. */
export interface Library extends LibraryContents {
  readonly figures: readonly FigureSeries[];
  /** The sentence a handle stands for; `undefined` when it is no longer there. */
  sentence(handle: string): PlacedSentence | undefined;
  /** An article by its id, or an event or a figure by its id in one of its languages. */
  document(id: string, language: Locale): KnowledgeDocument | undefined;
  event(id: string): TimelineEvent | undefined;
}

export function createLibrary(contents: LibraryContents): Library {
  const sentences = new Map<string, PlacedSentence>();
  const documents = new Map<string, KnowledgeDocument>();
  for (const document of contents.documents) {
    documents.set(`${document.id}\n${document.language}`, document);
    for (const paragraph of document.paragraphs) {
      for (const sentence of paragraph.sentences) sentences.set(sentence.handle, { document, sentence });
    }
  }
  const events = new Map(contents.events.map((event) => [event.id, event]));
  return {
    ...contents,
    figures: contents.figures ?? [],
    sentence: (handle) => sentences.get(handle),
    document: (id, language) => documents.get(`${id}\n${language}`),
    event: (id) => events.get(id),
  };
}

import type { KnowledgeDocument, Sentence } from '../../src/core/knowledge/document.ts';
import { createLibrary, type Library } from '../../src/core/knowledge/library.ts';
import { type EngineInput, type SearchRecord, TOP } from '../engines/engine.ts';

/** Which texts to index. Every process makes the corpus again from this; the same choice gives the same corpus. */
export interface CorpusChoice {
  /** `knowledge`: a knowledge folder; `articles`: a folder with `articles.jsonl`. */
  readonly kind: 'knowledge' | 'articles';
  readonly directory: string;
  /** So many sentences, cut or filled up; absent: what the folder holds. */
  readonly sentences?: number;
}

/** What a record of the peers is: they get whole articles where the questions are labelled with articles. */
export type RecordUnit = 'sentence' | 'document';

/** The texts of one run. */
export interface Corpus extends EngineInput {
  readonly sentenceCount: number;
  /** The document each record is from, by record. */
  readonly documentOf: readonly KnowledgeDocument[];
}

/** Our engine finds sentences: to name ten articles it may need more of them than ten. */
const PASSAGES = { sentence: TOP, document: 4 * TOP } as const;

/** Numbers the records of a library. */
export function corpusOf(library: Library, unit: RecordUnit): Corpus {
  const records: SearchRecord[] = [];
  const documentOf: KnowledgeDocument[] = [];
  const recordOf = new Map<Sentence, number>();
  for (const document of library.documents) {
    const sentences = document.paragraphs.flatMap((paragraph) => paragraph.sentences);
    for (const group of unit === 'document' ? [sentences] : sentences.map((sentence) => [sentence])) {
      const id = records.length;
      records.push({ id, title: document.title, text: group.map(({ text }) => text).join(' ') });
      documentOf.push(document);
      for (const sentence of group) recordOf.set(sentence, id);
    }
  }
  return { library, records, recordOf, documentOf, sentenceCount: recordOf.size, passages: PASSAGES[unit] };
}

/** A library of some of another's documents, and of documents that it does not have. */
export function libraryWith(library: Library, documents: readonly KnowledgeDocument[]): Library {
  const ids = new Set(documents.map(({ id }) => id));
  return createLibrary({
    articles: documents.filter(({ kind }) => kind === 'article'),
    events: library.events.filter(({ id }) => ids.has(id)),
    documents,
    glossary: library.glossary,
    figures: library.figures,
  });
}

/** Sentences of documents. */
export const countSentences = (documents: readonly KnowledgeDocument[]): number =>
  documents.reduce(
    (sum, { paragraphs }) => sum + paragraphs.reduce((count, { sentences }) => count + sentences.length, 0),
    0,
  );

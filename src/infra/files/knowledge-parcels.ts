import { Answerer } from '../../core/answer/answerer.ts';
import { allPartsInSlices } from '../../core/answer/answerer-parts.ts';
import { TimelineLookup } from '../../core/answer/timeline-lookup.ts';
import type { ServedKnowledge } from '../../core/chat/chat.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { KnowledgeDocument } from '../../core/knowledge/document.ts';
import { createLibrary, type LibraryContents } from '../../core/knowledge/library.ts';
import type { KnowledgeProblem } from '../../core/knowledge/problem.ts';
import { type PackedCorpus, packCorpus } from '../../core/search/packed-corpus.ts';
import { readKnowledgeFolder } from './knowledge-folder.ts';
import type { KnowledgeReader } from './knowledge-reader.ts';
import { fingerprintOf } from './knowledge-snapshot.ts';

/** What is to be read. */
export interface KnowledgeOrder {
  readonly directory: string;
  /** Only decides the century of two-digit years. */
  readonly today: Edtf;
  /** The state that is served already, as {@link fingerprintOf} names it. */
  readonly served: string | undefined;
}

/**
 * Knowledge on its way between threads, in parcels so small that unpacking one delays nobody: documents first, then
 * all the rest at once, of which the numbers are handed over and not copied.
 */
export type KnowledgeParcel =
  | { readonly kind: 'documents'; readonly documents: readonly KnowledgeDocument[] }
  | {
      readonly kind: 'last';
      readonly version: string;
      readonly contents: Omit<LibraryContents, 'documents' | 'articles'>;
      /** Articles are the first so many documents. */
      readonly articles: number;
      /** Its passages are the sentences of the documents, in order. */
      readonly corpus: Omit<PackedCorpus, 'passages'>;
    }
  /** The files are what is served already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problems'; readonly problems: readonly KnowledgeProblem[] };

/** Unpacking so many documents takes a few milliseconds. */
const DOCUMENTS_IN_PARCEL = 100;

/** Reads a folder, when the first parcel is asked for, and packs it; the reader need not read again what it knows. */
export function* packKnowledge(
  { directory, served }: KnowledgeOrder,
  reader: KnowledgeReader,
): Generator<KnowledgeParcel> {
  const folder = readKnowledgeFolder(directory);
  if (folder.kind === 'problems') return yield folder;
  const version = fingerprintOf(folder.files);
  if (version === served) {
    yield { kind: 'unchanged' };
    // Nobody waits now; after the next edit somebody will.
    reader.read(folder.files);
    return;
  }
  const reading = reader.read(folder.files);
  if (reading.kind === 'problems') return yield reading;
  const { articles, events, documents, glossary, figures } = reading.library;
  const { passages: _, ...corpus } = packCorpus(reading.corpus);
  for (let at = 0; at < documents.length; at += DOCUMENTS_IN_PARCEL)
    yield { kind: 'documents', documents: documents.slice(at, at + DOCUMENTS_IN_PARCEL) };
  yield { kind: 'last', version, contents: { events, glossary, figures }, articles: articles.length, corpus };
}

/** The memory of a parcel that can be handed over as it is. */
export function memoryOf(parcel: KnowledgeParcel): ArrayBuffer[] {
  if (parcel.kind !== 'last') return [];
  const { lexicon, ...arrays } = parcel.corpus;
  const buffers = [...Object.values(arrays), lexicon.termOfWord].flatMap((value) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
  return [...new Set(buffers)];
}

/** Puts together what arrived, with rests in which questions are answered. */
export async function unpackKnowledge(
  documents: readonly KnowledgeDocument[],
  { contents, articles, corpus }: Extract<KnowledgeParcel, { readonly kind: 'last' }>,
  today: Edtf,
  rest: () => Promise<void>,
): Promise<ServedKnowledge> {
  const library = createLibrary({ ...contents, documents, articles: documents.slice(0, articles) });
  const passages = documents.flatMap((document) =>
    document.paragraphs.flatMap(({ sentences }) => sentences.map((sentence) => ({ document, sentence }))),
  );
  await rest();
  const packed = { ...corpus, passages };
  const parts = await allPartsInSlices(library, today, packed, rest);
  const answerer = new Answerer(library, today, packed, parts);
  await answerer.prepareInSlices(rest);
  return { answerer, timeline: new TimelineLookup(library, today) };
}

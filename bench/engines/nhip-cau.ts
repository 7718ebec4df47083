import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Answerer } from '../../src/core/answer/answerer.ts';
import { parseEdtf } from '../../src/core/dates/edtf.ts';
import type { KnowledgeDocument, Sentence } from '../../src/core/knowledge/document.ts';
import { createLibrary, type Library, type LibraryContents } from '../../src/core/knowledge/library.ts';
import type { PackedCorpus } from '../../src/core/search/packed-corpus.ts';
import { type CreateEngine, type Found, TOP } from './engine.ts';
import { temporaryFile } from './temporary-file.ts';

type AnswererModule = typeof import('../../src/core/answer/answerer.ts');

/** Measured as it is shipped: the compiled core, not what a test runner makes of the sources. */
const COMPILED = new URL('../../dist/core/answer/answerer.js', import.meta.url).href;
const { Answerer: Core } = (await import(COMPILED)) as AnswererModule;

/** Any day will do; a fixed one keeps runs comparable. */
const today = parseEdtf('2026-01-01');

/** Texts and index are stored together, as the build of the bot does: the index points into the texts. */
interface Stored {
  readonly contents: LibraryContents;
  readonly corpus: PackedCorpus;
}

/** The whole answer: analysis of the question, ranking, direct answer, suggestions, highlights. */
export const createNhipCau: CreateEngine = ({ library, recordOf, passages: limit }) => {
  if (today === undefined) throw new Error('The fixed day is no date.');
  let answerer: Answerer | undefined;
  const records = recordsByPlace(library, recordOf);
  const serve = (known: LibraryContents, packed?: PackedCorpus): void => {
    answerer = new Core(createLibrary(known), today, packed);
    // Otherwise the first questions would pay for what the peers build here.
    answerer.prepare();
  };
  const served = (): Answerer => {
    if (answerer === undefined) throw new Error('The core was asked before it was built.');
    return answerer;
  };
  return {
    build: () => serve(library),
    search: (question): Found => {
      const { passages, answered } = served().ask(question, { language: 'vi', today, limit });
      // Highlights are worked out only when they are looked at, and a reply shows the first passage.
      const [shown] = passages;
      if (shown !== undefined && shown.highlights.length > shown.sentence.text.length) {
        throw new Error('There are more highlights than letters.');
      }
      const found = passages.map(({ document, sentence }) => records.get(placeOf(document, sentence)) ?? -1);
      return { records: [...new Set(found)].slice(0, TOP), answered };
    },
    snapshot: {
      save: () => {
        const file = temporaryFile('corpus.snapshot');
        const { articles, events, documents, glossary, figures } = library;
        const contents: LibraryContents = { articles, events, documents, glossary, figures };
        writeFileSync(file, serialize({ contents, corpus: served().packCorpus() }));
        return file;
      },
      load: (file) => {
        const { contents, corpus } = deserialize(readFileSync(file)) as Stored;
        serve(contents, corpus);
      },
    },
  };
};

/** Where a sentence stands, whichever copy of it: a loaded index has copies of its own. */
const placeOf = ({ kind, id, language }: KnowledgeDocument, { position }: Sentence): string =>
  `${kind} ${id} ${language} ${position}`;

function recordsByPlace(
  { documents }: Library,
  recordOf: ReadonlyMap<Sentence, number>,
): ReadonlyMap<string, number> {
  const records = new Map<string, number>();
  for (const document of documents) {
    for (const sentence of document.paragraphs.flatMap(({ sentences }) => sentences)) {
      const record = recordOf.get(sentence);
      if (record !== undefined) records.set(placeOf(document, sentence), record);
    }
  }
  return records;
}

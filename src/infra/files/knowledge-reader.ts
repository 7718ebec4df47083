import { conceptFinderOf } from '../../core/answer/answerer-parts.ts';
import type { GlossaryEntry } from '../../core/knowledge/glossary.ts';
import type { KnowledgeFile } from '../../core/knowledge/knowledge-file.ts';
import type { Library } from '../../core/knowledge/library.ts';
import type { KnowledgeProblem } from '../../core/knowledge/problem.ts';
import { LibraryReader } from '../../core/knowledge/read-library.ts';
import { buildCorpus, type Corpus } from '../../core/search/corpus.ts';
import { TextMemory } from '../../core/search/text-memory.ts';

/** A folder as it is searched, or everything that is wrong with it. */
export type KnowledgeReading =
  | { readonly kind: 'knowledge'; readonly library: Library; readonly corpus: Corpus }
  | { readonly kind: 'problems'; readonly problems: readonly KnowledgeProblem[] };

/** Reads a folder again and again: of an edit, what is new is read. */
export class KnowledgeReader {
  readonly #files = new LibraryReader();
  #texts = new TextMemory();
  #glossary: readonly GlossaryEntry[] = [];

  read(files: readonly KnowledgeFile[]): KnowledgeReading {
    const reading = this.#files.read(files);
    if (reading.kind === 'problems') return reading;
    const { library } = reading;
    const texts = this.#textsFor(library.glossary);
    const corpus = buildCorpus(library.documents, conceptFinderOf(library.glossary), texts);
    texts.tidy();
    return { kind: 'knowledge', library, corpus };
  }

  /** With another glossary, other concepts are found in all texts. */
  #textsFor(glossary: readonly GlossaryEntry[]): TextMemory {
    // A file that was not read anew has the very same entries.
    const isSame =
      glossary.length === this.#glossary.length &&
      glossary.every((entry, at) => entry === this.#glossary[at]);
    if (!isSame) this.#texts = new TextMemory();
    this.#glossary = glossary;
    return this.#texts;
  }
}

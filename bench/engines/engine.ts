import type { Sentence } from '../../src/core/knowledge/document.ts';
import type { Library } from '../../src/core/knowledge/library.ts';

/** What the peers index: a sentence of the knowledge, or a whole paragraph, with its title. */
export interface SearchRecord {
  /** Its place in the corpus. */
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** The same corpus in the two shapes that engines take. */
export interface EngineInput {
  readonly records: readonly SearchRecord[];
  /** Only our own engine reads it: sentences know their document, language and neighbours. */
  readonly library: Library;
  /** The record that holds a sentence of the library. */
  readonly recordOf: ReadonlyMap<Sentence, number>;
  /** How many sentences our own engine quotes. */
  readonly passages: number;
}

/** What an engine says to one question. */
export interface Found {
  /** Up to {@link TOP} records, best first, none twice. */
  readonly records: readonly number[];
  /** Our engine may know that it doesn't know; the peers always answer, so they say true. */
  readonly answered: boolean;
}

/** How many results every engine is asked for. */
export const TOP = 10;

/** One engine holding one corpus. What may be asynchronous in some library is so for all. */
export interface SearchEngine {
  build(): void | Promise<void>;
  search(question: string): Found | Promise<Found>;
  /** Bytes held outside V8's heap, by native code. */
  nativeBytes?(): number;
  /** For engines that can write their index and read it back into an instance that was never built. */
  readonly snapshot?: {
    /** The index, or the path of a file that holds it. */
    save(): string | Promise<string>;
    load(saved: string): void | Promise<void>;
  };
}

export type CreateEngine = (input: EngineInput) => SearchEngine;

/** Results of an engine that always answers. */
export const foundIds = (ids: Iterable<number>): Found => ({
  records: [...ids].slice(0, TOP),
  answered: true,
});

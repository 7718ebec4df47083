import type { ConceptSpan } from './concepts.ts';

/** The words of a text, and the concepts among them. */
export interface TextReading {
  readonly words: readonly string[];
  readonly spans: readonly ConceptSpan[];
}

/** What texts were read as, so that another corpus with the same glossary need read only those that are new. */
export class TextMemory {
  #earlier: ReadonlyMap<string, TextReading> = new Map();
  #recalled = new Map<string, TextReading>();

  recall(text: string, read: (text: string) => TextReading): TextReading {
    const known = this.#recalled.get(text) ?? this.#earlier.get(text) ?? read(text);
    this.#recalled.set(text, known);
    return known;
  }

  /** Forgets what was not recalled since the last time. */
  tidy(): void {
    this.#earlier = this.#recalled;
    this.#recalled = new Map();
  }
}

import type { Corpus } from './corpus.ts';
import { Lexicon, UNSEEN } from './lexicon.ts';

/**
 * A corpus as plain data, which can be stored and read back far faster than texts can be read anew. What its words' terms are
 * follows from the lexicon.
 */
export interface PackedCorpus extends Omit<Corpus, 'lexicon' | 'terms'> {
  readonly lexicon: {
    readonly words: readonly string[];
    readonly terms: readonly string[];
    readonly termOfWord: Int32Array;
  };
}

/** The corpus as it can be stored. */
export function packCorpus(corpus: Corpus): PackedCorpus {
  const { words, terms } = corpus.lexicon;
  const termOfWord = Int32Array.from(words, (_, word) => corpus.lexicon.termOfWord(word));
  const { terms: _, ...stored } = corpus;
  return { ...stored, lexicon: { words, terms, termOfWord } };
}

/** The very corpus that was packed. */
export function unpackCorpus(packed: PackedCorpus): Corpus {
  const { words, terms, termOfWord } = packed.lexicon;
  return {
    ...packed,
    terms: packed.words.map((word) => termOfWord[word] ?? UNSEEN),
    lexicon: Lexicon.of(words, terms, termOfWord),
  };
}

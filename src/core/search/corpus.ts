import type { KnowledgeDocument, Sentence } from '../knowledge/document.ts';
import { tokenise } from '../text/tokenise.ts';
import { type AskedQuestions, AskedQuestionsBuilder } from './asked-questions.ts';
import type { ConceptFinder } from './concepts.ts';
import { markDateNumbers } from './date-numbers.ts';
import { Lexicon } from './lexicon.ts';
import { Ragged } from './ragged.ts';
import { rarity } from './rarity.ts';
import { TextMemory, type TextReading } from './text-memory.ts';

/** A sentence together with the document it is quoted from. */
export interface Passage {
  readonly document: KnowledgeDocument;
  readonly sentence: Sentence;
}

/** Number of distinct pairs of neighbouring terms that fit one key: terms are numbered below 2^26. */
const PAIR_BASE = 2 ** 26;

/** The key of two neighbouring terms, in order; never equal to the number of a term. */
export const pairKey = (first: number, second: number): number => (first + 1) * PAIR_BASE + second;

/**
 * All sentences as integers: the words of sentence `s` are `words[wordStarts[s]] … words[wordStarts[s + 1] - 1]`, and
 * likewise for the other arrays. Sentences of a paragraph, and paragraphs of a document, are neighbours.
 */
export interface Corpus extends AskedQuestions {
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  readonly words: Int32Array;
  /** The term of each of {@link words}. */
  readonly terms: Int32Array;
  readonly wordStarts: Int32Array;
  readonly concepts: Int32Array;
  /** The word of the sentence each of {@link concepts} begins with, and the one behind its last, counted from 0. */
  readonly conceptFrom: Int32Array;
  readonly conceptTo: Int32Array;
  readonly conceptStarts: Int32Array;
  /** Paragraph of each sentence, and first sentence of each paragraph (one more than there are paragraphs). */
  readonly paragraphOf: Int32Array;
  readonly paragraphStarts: Int32Array;
  /** Document of each paragraph. */
  readonly documentOf: Int32Array;
  /** Words and concepts of each document's title. */
  readonly titleWords: Int32Array;
  readonly titleTerms: Int32Array;
  readonly titleStarts: Int32Array;
  readonly titleConcepts: Int32Array;
  readonly titleConceptStarts: Int32Array;
  /**
   * In how many sentences a term, a pair or a concept occurs; a term that more documents are asked for by than there are
   * sentences with it, in so many documents.
   */
  readonly termFrequency: Int32Array;
  readonly pairFrequency: ReadonlyMap<number, number>;
  readonly conceptFrequency: Int32Array;
  /** Summed rarity of each sentence's words: how much it says in all. */
  readonly mass: Float32Array;
  /** A number that sentences of the very same words share, and hardly any others. */
  readonly wording: Int32Array;
  readonly meanSentenceLength: number;
  readonly meanParagraphLength: number;
}

/** Whether two sentences have the very same words in the same order. */
export function haveSameWording(corpus: Corpus, one: number, other: number): boolean {
  if (corpus.wording[one] !== corpus.wording[other]) return false;
  const words = wordsOf(corpus, one);
  const others = wordsOf(corpus, other);
  return words.length === others.length && words.every((word, at) => word === others[at]);
}

/** The numbers of a sentence's words, in order. */
const wordsOf = (corpus: Corpus, sentence: number): Int32Array =>
  corpus.words.subarray(corpus.wordStarts[sentence], corpus.wordStarts[sentence + 1]);

/** Numbers every word of the documents; the result is immutable. The memory must be of the same glossary as the finder. */
export function buildCorpus(
  documents: readonly KnowledgeDocument[],
  finder: ConceptFinder,
  memory: TextMemory = new TextMemory(),
): Corpus {
  const lexicon = new Lexicon();
  const passages: Passage[] = [];
  const words = new Ragged();
  const concepts = new Ragged();
  const conceptFrom = new Ragged();
  const conceptTo = new Ragged();
  const titleWords = new Ragged();
  const titleConcepts = new Ragged();
  const paragraphOf: number[] = [];
  const paragraphStarts: number[] = [];
  const documentOf: number[] = [];
  const frequency = new FrequencyCounter(finder.count);
  const asked = new AskedQuestionsBuilder(lexicon);

  const readAnew = (text: string): TextReading => {
    const spelt = markDateNumbers(tokenise(text).map((token) => token.word));
    const terms = spelt.map((word) => lexicon.term(lexicon.termOfWord(lexicon.addWord(word))));
    return { words: spelt, spans: finder.count === 0 ? [] : finder.find(spelt, terms, 'strict') };
  };
  const read = (text: string) => {
    const { words: spelt, spans } = memory.recall(text, readAnew);
    return { ids: spelt.map((word) => lexicon.addWord(word)), spans };
  };

  documents.forEach((document, documentIndex) => {
    const title = read(document.title);
    const own = [title];
    titleWords.push(title.ids);
    titleConcepts.push(title.spans.map((span) => span.concept));
    for (const paragraph of document.paragraphs) {
      documentOf.push(documentIndex);
      paragraphStarts.push(passages.length);
      for (const sentence of paragraph.sentences) {
        const numbered = read(sentence.text);
        const { ids, spans } = numbered;
        own.push(numbered);
        const found = spans.map((span) => span.concept);
        words.push(ids);
        concepts.push(found);
        conceptFrom.push(spans.map((span) => span.from));
        conceptTo.push(spans.map((span) => span.to));
        frequency.count(ids, new Set(found), lexicon);
        paragraphOf.push(documentOf.length - 1);
        passages.push({ document, sentence });
      }
    }
    asked.add(document, (document.asked ?? []).map(read), own);
  });
  paragraphStarts.push(passages.length);

  const frequencies = frequency.result(lexicon.termCount);
  const { termFrequency } = frequencies;
  for (const [term, groups] of asked.groupFrequency())
    termFrequency[term] = Math.max(termFrequency[term] ?? 0, groups);
  const frozenWords = words.freeze();
  const frozenConcepts = concepts.freeze();
  const frozenTitles = titleWords.freeze();
  const frozenTitleConcepts = titleConcepts.freeze();
  return {
    passages,
    lexicon,
    words: frozenWords.values,
    terms: frozenWords.values.map((word) => lexicon.termOfWord(word)),
    wordStarts: frozenWords.starts,
    concepts: frozenConcepts.values,
    conceptStarts: frozenConcepts.starts,
    conceptFrom: conceptFrom.freeze().values,
    conceptTo: conceptTo.freeze().values,
    paragraphOf: Int32Array.from(paragraphOf),
    paragraphStarts: Int32Array.from(paragraphStarts),
    documentOf: Int32Array.from(documentOf),
    titleWords: frozenTitles.values,
    titleTerms: frozenTitles.values.map((word) => lexicon.termOfWord(word)),
    titleStarts: frozenTitles.starts,
    titleConcepts: frozenTitleConcepts.values,
    titleConceptStarts: frozenTitleConcepts.starts,
    ...frequencies,
    ...asked.build((word) => rarity(termFrequency[lexicon.termOfWord(word)] ?? 0, passages.length)),
    wording: wordingOf(frozenWords, passages.length),
    mass: massOf(frozenWords, lexicon, termFrequency, passages.length),
    meanSentenceLength: frozenWords.values.length / Math.max(1, passages.length),
    meanParagraphLength: frozenWords.values.length / Math.max(1, documentOf.length),
  };
}

/** FNV-1a over the numbers of the words. */
function wordingOf(
  { values, starts }: { readonly values: Int32Array; readonly starts: Int32Array },
  sentences: number,
): Int32Array {
  const wording = new Int32Array(sentences);
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    let hash = 0x811c9dc5;
    for (let at = starts[sentence] ?? 0; at < (starts[sentence + 1] ?? 0); at += 1) {
      hash = Math.imul(hash ^ (values[at] ?? 0), 0x01000193);
    }
    wording[sentence] = hash;
  }
  return wording;
}

function massOf(
  { values, starts }: { readonly values: Int32Array; readonly starts: Int32Array },
  lexicon: Lexicon,
  termFrequency: Int32Array,
  sentences: number,
): Float32Array {
  const mass = new Float32Array(sentences);
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    let sum = 0;
    for (let at = starts[sentence] ?? 0; at < (starts[sentence + 1] ?? 0); at += 1) {
      sum += rarity(termFrequency[lexicon.termOfWord(values[at] ?? 0)] ?? 0, sentences);
    }
    mass[sentence] = sum;
  }
  return mass;
}

/** Counts in how many sentences each term, pair and concept occurs. */
class FrequencyCounter {
  readonly #terms: number[] = [];
  readonly #pairs = new Map<number, number>();
  readonly #concepts: Int32Array;

  constructor(concepts: number) {
    this.#concepts = new Int32Array(concepts);
  }

  count(words: readonly number[], concepts: ReadonlySet<number>, lexicon: Lexicon): void {
    const seen = new Set<number>();
    let previous = -1;
    for (const word of words) {
      const term = lexicon.termOfWord(word);
      if (!seen.has(term)) {
        seen.add(term);
        this.#terms[term] = (this.#terms[term] ?? 0) + 1;
      }
      if (previous >= 0) {
        const key = pairKey(previous, term);
        if (!seen.has(key)) {
          seen.add(key);
          this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + 1);
        }
      }
      previous = term;
    }
    for (const concept of concepts) this.#concepts[concept] = (this.#concepts[concept] ?? 0) + 1;
  }

  result(termCount: number): Pick<Corpus, 'termFrequency' | 'pairFrequency' | 'conceptFrequency'> {
    const termFrequency = new Int32Array(termCount);
    this.#terms.forEach((count, term) => {
      termFrequency[term] = count;
    });
    return { termFrequency, pairFrequency: this.#pairs, conceptFrequency: this.#concepts };
  }
}

/** The sentences of each document, by their places in the corpus. */
export function placesByDocument({ passages }: Corpus): ReadonlyMap<KnowledgeDocument, readonly number[]> {
  const places = new Map<KnowledgeDocument, number[]>();
  passages.forEach(({ document }, place) => {
    const own = places.get(document);
    if (own === undefined) places.set(document, [place]);
    else own.push(place);
  });
  return places;
}

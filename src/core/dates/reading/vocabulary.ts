import { fold } from '../../text/fold.ts';
import type { Token } from './tokens.ts';

/** Words that mean the same to a rule, as they are written and as they are typed without diacritics. */
export type WordSet = ReadonlySet<string>;

/** Expressions of one or more words that mean the same to a rule. */
export type Phrases = readonly (readonly WordSet[])[];

/**
 * A set of words, written lower case and in NFC with white space between them, each with its form without diacritics.
 * A half-marked or differently marked word ("thàng" for "tháng") is another word and not in it.
 */
export const wordSet = (words: string): WordSet =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, fold(word)]),
  );

/** Expressions, their words separated by single spaces. */
export const phrases = (...texts: readonly string[]): Phrases =>
  texts.map((text) => text.split(' ').map(wordSet));

/** The words that an expression of the list can begin with. */
export const firstWords = (list: Phrases): WordSet =>
  new Set(list.flatMap((phrase) => [...(phrase[0] ?? [])]));

/** Whether a token is one of the words. */
export const isWord = (token: Token | undefined, words: WordSet): boolean =>
  token !== undefined && token.kind === 'word' && words.has(token.text);

/** Whether a token is one of the characters. */
export const isSymbol = (token: Token | undefined, characters: string): boolean =>
  token !== undefined && token.kind === 'symbol' && characters.includes(token.text);

/** Where the first expression of the list that begins at `at` ends; undefined when none does. */
export function phraseEnd(tokens: readonly Token[], at: number, list: Phrases): number | undefined {
  const found = list.find((phrase) => phrase.every((words, offset) => isWord(tokens[at + offset], words)));
  return found === undefined ? undefined : at + found.length;
}

/** Where the first expression of the list that ends just before `end` begins; undefined when none does. */
export function phraseStart(tokens: readonly Token[], end: number, list: Phrases): number | undefined {
  const found = list.find((phrase) => phraseEnd(tokens, end - phrase.length, [phrase]) === end);
  return found === undefined ? undefined : end - found.length;
}

/** Hyphens and dashes in all their forms. */
export const DASHES = '-‐‑‒–—−~';
/** Those that also tie words together. */
export const HYPHENS = '-‐‑−';
/** Apostrophes and the quotation marks that stand in for them. */
export const APOSTROPHES = "'’‘ʼ";

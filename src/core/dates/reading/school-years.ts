import type { Token } from './tokens.ts';
import { isWord, wordSet } from './vocabulary.ts';

const BEFORE = wordSet('học khóa khoá giải vụ year season');
const BEHIND = wordSet('school academic fiscal season');

/**
 * Whether the words around the tokens from `first` up to `next` say that "2005-06" and "2008/09" are a school or
 * fiscal year or a season, and not a month.
 */
export const isSchoolYear = (tokens: readonly Token[], first: number, next: number): boolean =>
  isWord(tokens[first - 1], BEFORE) || isWord(tokens[next], BEHIND);

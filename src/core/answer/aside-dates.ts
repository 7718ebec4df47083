import type { DateMention } from '../dates/read-dates.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { Question } from './question.ts';

/** Opens the mention of another happening that a sentence measures its own by. */
const OPENER =
  /(?<![\p{L}])(?:sau|trước|kể từ|after|before|following|since)(?![\p{L}])(?! (?:đó|này|khi đó|that))/giu;
/** It ends where a clause does. */
const CLAUSE_END = /[,;:–()]/;

/**
 * Whether a date belongs to something that a sentence mentions and the question does not ask about: "BTA được ký gần một
 * năm sau thỏa thuận nguyên tắc tháng 7 năm 1999" does not say when the BTA was signed.
 */
export function isDateOfAside({ words }: Question, text: string, date: DateMention): boolean {
  const before = text.slice(0, date.start);
  const opener = [...before.matchAll(OPENER)].at(-1);
  if (opener === undefined) return false;
  const between = before.slice(opener.index + opener[0].length);
  if (CLAUSE_END.test(between)) return false;
  const mentioned = tokenise(between).map(({ word }) => termOf(word));
  const asked = new Set(words.filter(({ weight }) => weight === 1).map(({ word }) => termOf(word)));
  return mentioned.length > 1 && !mentioned.some((term) => asked.has(term));
}

import { fold } from '../text/fold.ts';
import { readNames } from './name-mentions.ts';
import type { Question } from './question.ts';

/** Asks about a visit. Without marks "tham" is also "tham gia" and "thảm". */
const VISIT = /(?<![\p{L}])(?:thăm|visit|visits|visited)(?![\p{L}])/iu;

/** Words by which a text tells that somebody came. */
const COMING =
  /(?<![\p{L}])(?:thăm|đến|tới|sang|qua|ghé|đón|tiếp|cập|công du|visit\w*|arriv\w*|c[ao]me|trip|travel\w*|welcom\w*|tour\w*|land\w*|call\w*|host\w*|receiv\w*)(?![\p{L}])/iu;

/** Behind these, with a title between, stands whose envoy or letter it was. */
const OF = /(?<![\p{L}])(?:của|thay mặt|đại diện|of|for|under|representing)\s+(?:[\p{L}.]+\s+){0,5}$/iu;

/** Whether a question asks about a visit that a text does not tell of: nobody came, or only the envoy of who is asked about. */
export function missesVisit({ read }: Question, text: string): boolean {
  const visit = VISIT.exec(read);
  if (visit === null) return false;
  return !COMING.test(text) || isOnlyMeant(lastNameOf(read.slice(0, visit.index)), text);
}

/** The last word of the name nearest to the end of a text, folded. */
function lastNameOf(text: string): string | undefined {
  const name = readNames(` ${text}`).at(-1);
  return name === undefined
    ? undefined
    : fold(` ${text}`.slice(name.start, name.end).split(' ').at(-1) ?? '');
}

/** Whether a text names somebody only behind "của" or "of". */
function isOnlyMeant(name: string | undefined, text: string): boolean {
  if (name === undefined) return false;
  const folded = fold(text);
  const places = [
    ...folded.matchAll(new RegExp(`(?<![a-z])${name.replaceAll(/[^a-z]/g, '.')}(?![a-z])`, 'g')),
  ];
  return places.length > 0 && places.every(({ index }) => OF.test(text.slice(0, index)));
}

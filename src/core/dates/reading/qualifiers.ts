import type { Found, ReadingContext } from './reading-context.ts';
import type { Token } from './tokens.ts';
import {
  HYPHENS,
  isSymbol,
  isWord,
  type Phrases,
  phraseEnd,
  phraseStart,
  phrases,
  wordSet,
} from './vocabulary.ts';

/** Which part of the date is meant, or that it is only near. */
export type Approximation = 'early' | 'middle' | 'late' | 'about';

/** On which side of the date something lies: "từ năm 2010" is since, "đến năm 2010" until. */
export type Relation = 'since' | 'until' | 'before' | 'after';

/** What the words before a date add to it. */
export interface Qualifiers {
  readonly approximate: Approximation | undefined;
  readonly relation: Relation | undefined;
  /** Index of the first token that belongs to the date with its approximation. */
  readonly first: number;
  /** Index of the first token of all that could be understood, relation and prepositions included. */
  readonly outerFirst: number;
}

const APPROXIMATIONS: readonly (readonly [Phrases, Approximation])[] = [
  [phrases('nửa đầu', 'đầu', 'thượng tuần', 'early', 'beginning of', 'start of'), 'early'],
  [phrases('trung tuần', 'giữa', 'mid', 'middle of'), 'middle'],
  [phrases('nửa cuối', 'nửa sau', 'cuối', 'hạ tuần', 'late', 'end of'), 'late'],
  [phrases('vào khoảng', 'khoảng', 'chừng', 'around', 'circa', 'approximately', 'roughly'), 'about'],
];
/** "about 1968" in running text is as often about a topic. */
const ABOUT = phrases('about');
const BEFORE_ABOUT = wordSet('in from since until at by');
/** "lần đầu năm 1995" is the first time, "mười tháng đầu năm 2007" its first ten months: neither is the early year. */
const OTHER_FIRST_AND_LAST = wordSet('lần ban bước đứng dẫn hàng tháng');

const RELATIONS: readonly (readonly [Phrases, Relation])[] = [
  [phrases('từ sau', 'sau', 'after'), 'after'],
  [phrases('kể từ', 'từ', 'since', 'from', 'tính từ'), 'since'],
  [
    phrases(
      ...['cho đến hết', 'cho đến', 'cho tới', 'đến hết', 'đến', 'tới'],
      ...['until', 'till', 'through', 'up to'],
    ),
    'until',
  ],
  [phrases('trước', 'before', 'prior to'), 'before'],
];

/** Behind the date: "năm 2000 trở đi", "1954 trở về trước". */
const RELATIONS_BEHIND: readonly (readonly [Phrases, Relation])[] = [
  [phrases('trở đi', 'trở lại đây', 'onwards', 'onward', 'and after', 'and later'), 'since'],
  [phrases('trở về trước', 'and before', 'and earlier'), 'until'],
];

const FILLERS = wordSet('the year years ngày vào thời');
/** "chém đầu vào năm 1793": an approximation stands next to its date, or to the article before it. */
const WITHIN_APPROXIMATION = wordSet('the year');
const EXPRESSION_FILLERS = wordSet(`
  the year in on at of during vào trong ngày hôm hồi dịp sáng trưa chiều tối đêm giai đoạn thời kỳ period decade khoảng gian các day
  days month
`);
/** More words than this never qualify one date. */
const MAX_WORDS_BEFORE = 6;

/** The words that may qualify the ends of a range, "từ đầu năm 1995 đến cuối năm 2000". */
const WITHIN_RANGE = wordSet('đầu giữa cuối khoảng hết early mid late about around the year');

/** Where the date itself begins behind words that qualify the end of a range. */
export function behindQualifiers(tokens: readonly Token[], at: number): number {
  const qualifies = (token: Token | undefined, isFirst: boolean): boolean =>
    isWord(token, WITHIN_RANGE) || (!isFirst && isSymbol(token, HYPHENS));
  let next = at;
  while (next < at + 3 && qualifies(tokens[next], next === at)) next += 1;
  return next;
}

/** What there is to say of a range, which says all itself. */
export const unqualified = (first: number): Qualifiers => ({
  approximate: undefined,
  relation: undefined,
  first,
  outerFirst: first,
});

/** The relation that words behind a date give it, and where they end. */
export function readRelationBehind(tokens: readonly Token[], at: number): Found<Relation> | undefined {
  for (const [expressions, value] of RELATIONS_BEHIND) {
    const next = phraseEnd(tokens, at, expressions);
    if (next !== undefined) return { value, next };
  }
  return undefined;
}

/** Looks from a date at `first` back at what qualifies it, not beyond the token `floor`. */
export function readQualifiers(context: ReadingContext, first: number, floor: number): Qualifiers {
  const { tokens } = context;
  const fillers = context.whole ? EXPRESSION_FILLERS : FILLERS;
  let at = first;
  let dateFirst = first;
  let approximate: Approximation | undefined;
  let isNextToDate = true;
  for (let words = 0; words < MAX_WORDS_BEFORE && at > floor; words += 1) {
    const approximation = isNextToDate ? approximationBefore(context, at) : undefined;
    if (approximation !== undefined && approximation.first >= floor) {
      approximate ??= approximation.value;
      at = approximation.first;
      dateFirst = at;
      continue;
    }
    const relation = matchBefore(tokens, at, RELATIONS);
    if (relation !== undefined && relation.first >= floor) {
      const outerFirst = context.whole ? behindFillers(tokens, relation.first, floor) : relation.first;
      return { approximate, relation: relation.value, first: dateFirst, outerFirst };
    }
    if (!isWord(tokens[at - 1], fillers)) break;
    isNextToDate &&= isWord(tokens[at - 1], WITHIN_APPROXIMATION);
    at -= 1;
  }
  return { approximate, relation: undefined, first: dateFirst, outerFirst: at };
}

function behindFillers(tokens: readonly Token[], end: number, floor: number): number {
  let at = end;
  while (at > floor && isWord(tokens[at - 1], EXPRESSION_FILLERS)) at -= 1;
  return at;
}

interface Match<Value> {
  readonly value: Value;
  readonly first: number;
}

function approximationBefore(
  { tokens, whole }: ReadingContext,
  at: number,
): Match<Approximation> | undefined {
  const end = isSymbol(tokens[at - 1], HYPHENS) ? at - 1 : at;
  const match = matchBefore(tokens, end, APPROXIMATIONS);
  if (match !== undefined) return isWord(tokens[match.first - 1], OTHER_FIRST_AND_LAST) ? undefined : match;
  const about = phraseStart(tokens, at, ABOUT);
  if (about === undefined || !(whole || isWord(tokens[about - 1], BEFORE_ABOUT))) return undefined;
  return { value: 'about', first: about };
}

function matchBefore<Value>(
  tokens: readonly Token[],
  end: number,
  table: readonly (readonly [Phrases, Value])[],
): Match<Value> | undefined {
  for (const [expressions, value] of table) {
    const first = phraseStart(tokens, end, expressions);
    if (first !== undefined) return { value, first };
  }
  return undefined;
}

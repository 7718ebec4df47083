import { fold } from '../text/fold.ts';

/** 1 for "đầu tiên" and "first", 2 for "thứ hai", 20 for "lần thứ 20" and "20th"; {@link LAST} for "cuối cùng". */
export type Ordinal = number;

const LAST: Ordinal = -1;

const FIRST_WORDS =
  /(?<![a-z])(?:dau tien|(?:lan|dot|luot|lo|chuyen|dem|vong) dau(?! nam)|som nhat|truoc tien|truoc nhat|mo man|(?:dem|buoi) ra mat|tien phong|first|earliest|debut|mo dau)(?![a-z])/;
const LAST_WORDS = /(?<![a-z])(?:cuoi cung|sau cung|last|final)(?![a-z])/;
const NUMBERED =
  /(?<![a-z])(?:lan thu|thu|khoa|vong|dot|round) (\d{1,3})(?!\d)|(?<!\d)(\d{1,3})(?:st|nd|rd|th)(?![a-z])/g;
const SPELT: readonly (readonly [RegExp, Ordinal])[] = (
  [
    ['(?:vong|dot) mot|round one', 1],
    ['(?:thu|vong|dot) hai(?! muoi)|second|round two', 2],
    ['(?:thu|vong|dot) ba(?! muoi)|third|round three', 3],
    ['(?:thu|vong) (?:tu|bon)|fourth|round four', 4],
    ['thu nam|fifth|round five', 5],
    ['thu sau|sixth', 6],
    ['thu bay|seventh', 7],
    ['thu tam|eighth', 8],
    ['thu chin|ninth', 9],
    ['thu muoi(?! (?:mot|hai|ba|bon|lam|nam|sau|bay|tam|chin))|tenth', 10],
    ['thu hai muoi|twentieth', 20],
    ['thu ba muoi|thirtieth', 30],
  ] as const
).map(([words, ordinal]) => [new RegExp(`(?<![a-z])(?:${words})(?![a-z])`), ordinal]);
/** A weekday in front of a date, or a vice-minister's "thứ trưởng", is no ordinal. */
const NO_ORDINAL = /thu (?:hai|ba|tu|nam|sau|bay)(?=,? (?:ngay|tuan|trong))/g;

/** The ordinals a text mentions. */
export function readOrdinals(text: string): ReadonlySet<Ordinal> {
  const folded = fold(text).replace(NO_ORDINAL, '');
  const ordinals = new Set<Ordinal>();
  if (FIRST_WORDS.test(folded)) ordinals.add(1);
  if (LAST_WORDS.test(folded)) ordinals.add(LAST);
  for (const match of folded.matchAll(NUMBERED)) ordinals.add(Number(match[1] ?? match[2]));
  for (const [words, ordinal] of SPELT) if (words.test(folded)) ordinals.add(ordinal);
  return ordinals;
}

/** That a text also has another ordinal leaves open which of the two goes with what. */
const AMONG_OTHERS = -0.2;

/** 1 when the text has the ordinal that was asked for, less when it has others too, -1 when it has only others, 0 when either has none. */
export function ordinalFit(asked: ReadonlySet<Ordinal>, held: ReadonlySet<Ordinal>): number {
  if (asked.size === 0 || held.size === 0) return 0;
  for (const ordinal of asked) if (held.has(ordinal)) return held.size > asked.size ? AMONG_OTHERS : 1;
  return -1;
}

/** Folded words that make ordinals. */
const ORDINAL_WORDS: ReadonlySet<string> = new Set(
  'mot hai ba tu bon nam sau bay tam chin muoi dau tien cuoi cung first second third fourth fifth last final one two three four five'.split(
    ' ',
  ),
);

/** Whether a word may be the number of an ordinal: "ba" of "vòng ba", "20th". */
export const isOrdinalWord = (word: string): boolean =>
  ORDINAL_WORDS.has(fold(word)) || /^\d{1,3}(?:st|nd|rd|th)?$/.test(word);

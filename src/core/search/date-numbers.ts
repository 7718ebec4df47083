import { fold } from '../text/fold.ts';

/** Set behind the number of a day or month, which is then another word than the same number elsewhere. */
const DATE_MARK = '°';

const BEFORE = new Set('ngay thang mung mong hom'.split(' '));
const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const isSmall = (word: string | undefined): boolean => word !== undefined && /^\d{1,2}$/.test(word);
const isYear = (word: string | undefined): boolean => word !== undefined && /^[12]\d{3}$/.test(word);

/**
 * Tells numbers of days and months from numbers that count or name: the "20" of "ngày 20 tháng 4" is not the one of
 * "đối thoại lần thứ 20". Words of a text or question in, the same words with day and month numbers marked out.
 */
export function markDateNumbers(words: readonly string[]): readonly string[] {
  return words.map((word, at) => (isSmall(word) && isPartOfDate(words, at) ? word + DATE_MARK : word));
}

function isPartOfDate(words: readonly string[], at: number): boolean {
  const before = fold(words[at - 1] ?? '');
  const after = fold(words[at + 1] ?? '');
  if (BEFORE.has(before) || after === 'thang' || MONTHS.has(before) || MONTHS.has(after)) return true;
  // The parts of 12/7/1995 are neighbours.
  if (isSmall(words[at + 1]) && isYear(words[at + 2])) return true;
  return isSmall(words[at - 1]) && isYear(words[at + 1]);
}

import { dayAfter, dayBefore } from '../calendar.ts';
import { COUNT_WORDS, readCount } from './counts.ts';
import { looseDay, looseMonth, looseYear } from './loose-date.ts';
import { type SingleReader, sure } from './reading-context.ts';
import type { Token } from './tokens.ts';
import { firstWords, isWord, type Phrases, phraseEnd, phrases, type WordSet, wordSet } from './vocabulary.ts';
import { readRelativeYear } from './years.ts';

const TODAY = phrases('ngày hôm nay', 'hôm nay', 'today');
const YESTERDAY = phrases('ngày hôm qua', 'hôm qua', 'yesterday');
const TOMORROW = phrases('ngày mai', 'tomorrow');
const THIS_MONTH = phrases('tháng này', 'this month');
const LAST_MONTH = phrases('tháng trước', 'tháng vừa rồi', 'last month');
const NEXT_MONTH = phrases('tháng sau', 'tháng tới', 'next month');
const AGO_HEAD = phrases('cách đây', 'cách nay');

/** The words that dates counted from today begin with. */
export const FROM_TODAY_WORDS: WordSet = new Set(
  [TODAY, YESTERDAY, TOMORROW, THIS_MONTH, LAST_MONTH, NEXT_MONTH].flatMap((list) => [...firstWords(list)]),
);
/** The words that spans of years begin with. */
export const YEARS_APART_WORDS: WordSet = new Set([...firstWords(AGO_HEAD), ...COUNT_WORDS]);

const YEARS = wordSet('năm year years');
const DECADES = phrases('thập niên', 'thập kỷ', 'thập kỉ', 'decade', 'decades');
const LATER = phrases('sau đó', 'later');
const LATER_IN_PAUSE = phrases('sau');
const EARLIER = phrases('trước đó', 'earlier');
const AGO = phrases('trước', 'ago');
/** "gần năm năm sau" is no year for sure, nor is "lần thứ hai, năm sau". */
const ROUGHLY = wordSet(`
  gần hơn khoảng chừng ngót quá thứ nhất độ about almost nearly over roughly around some least than
  approximately
`);
const MAX_YEARS = 500;

/** "hôm nay", "tháng trước", "năm ngoái" in a question. */
export const readFromToday: SingleReader = (context, at) => {
  if (!context.question) return undefined;
  const { tokens, today } = context;
  const ends = (list: Phrases): number | undefined => phraseEnd(tokens, at, list);
  const day = ends(TODAY) ?? ends(YESTERDAY) ?? ends(TOMORROW);
  if (day !== undefined) {
    const date =
      ends(TODAY) !== undefined ? today : ends(YESTERDAY) !== undefined ? dayBefore(today) : dayAfter(today);
    return sure(looseDay(date.day, date.month, { value: date.year, assumedCentury: false }), day);
  }
  const month = ends(THIS_MONTH) ?? ends(LAST_MONTH) ?? ends(NEXT_MONTH);
  if (month === undefined) return undefined;
  const offset = ends(THIS_MONTH) !== undefined ? 0 : ends(LAST_MONTH) !== undefined ? -1 : 1;
  const months = today.year * 12 + today.month - 1 + offset;
  const year = { value: Math.floor(months / 12), assumedCentury: false };
  return sure(looseMonth((months % 12) + 1, year), month);
};

/** "năm ngoái" in a question; "cùng năm", "năm sau đó" behind a dated sentence. */
export const readYearPhrase: SingleReader = (context, at) => {
  const year = readRelativeYear(context, at);
  return year === undefined ? undefined : sure(looseYear(year.value), year.next);
};

/** "năm năm sau" and "five years later" behind a dated sentence, "20 năm trước" and "20 years ago" in a question. */
export const readYearsApart: SingleReader = (context, at) => {
  const { tokens, lastYear, question, today } = context;
  if (isWord(tokens[at - 1], ROUGHLY)) return undefined;
  const ago = phraseEnd(tokens, at, AGO_HEAD);
  const span = readSpanOfYears(tokens, ago ?? at);
  if (span === undefined) return undefined;
  if (ago !== undefined) return question ? yearFrom(today.year, -span.years, span.next) : undefined;
  if (lastYear !== undefined) {
    const later = phraseEnd(tokens, span.next, LATER) ?? endInPause(tokens, span.next);
    if (later !== undefined) return yearFrom(lastYear, span.years, later);
    const earlier = phraseEnd(tokens, span.next, EARLIER);
    if (earlier !== undefined) return yearFrom(lastYear, -span.years, earlier);
  }
  const back = question ? phraseEnd(tokens, span.next, AGO) : undefined;
  return back === undefined ? undefined : yearFrom(today.year, -span.years, back);
};

interface SpanOfYears {
  readonly years: number;
  readonly next: number;
}

function readSpanOfYears(tokens: readonly Token[], at: number): SpanOfYears | undefined {
  const count = readCount(tokens, at);
  if (count === undefined || count.value > MAX_YEARS) return undefined;
  if (isWord(tokens[count.next], YEARS)) return { years: count.value, next: count.next + 1 };
  const decades = phraseEnd(tokens, count.next, DECADES);
  return decades === undefined ? undefined : { years: count.value * 10, next: decades };
}

/** "hai năm sau," counts from what was said; "hai năm sau chiến tranh" from the war. */
function endInPause(tokens: readonly Token[], at: number): number | undefined {
  const end = phraseEnd(tokens, at, LATER_IN_PAUSE);
  if (end === undefined) return undefined;
  const after = tokens[end];
  return after === undefined || after.kind === 'symbol' ? end : undefined;
}

const yearFrom = (year: number, offset: number, next: number): ReturnType<SingleReader> =>
  sure(looseYear({ value: year + offset, assumedCentury: false }), next);

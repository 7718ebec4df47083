import { type CalendarDay, dayAfter, dayBefore, FIRST_YEAR, LAST_YEAR } from '../calendar.ts';
import { COUNT_WORDS, readCount } from './counts.ts';
import { looseDay, looseMonth, looseYear } from './loose-date.ts';
import { type SingleReader, sure } from './reading-context.ts';
import type { Token } from './tokens.ts';
import { firstWords, isWord, type Phrases, phraseEnd, phrases, type WordSet, wordSet } from './vocabulary.ts';
import { readRelativeYear } from './years.ts';

type DayRule = readonly [Phrases, (today: CalendarDay) => CalendarDay];

const DAY_RULES: readonly DayRule[] = [
  [phrases('ngày hôm nay', 'hôm nay', 'today'), (today) => today],
  [phrases('ngày hôm qua', 'hôm qua', 'yesterday'), dayBefore],
  [phrases('ngày mai', 'tomorrow'), dayAfter],
];
/** By how many months later or earlier. */
const MONTH_RULES: readonly (readonly [Phrases, number])[] = [
  [phrases('tháng này', 'this month'), 0],
  [phrases('tháng trước', 'tháng vừa rồi', 'last month'), -1],
  [phrases('tháng sau', 'tháng tới', 'next month'), 1],
];
const AGO_HEAD = phrases('cách đây', 'cách nay');

/** The words that dates counted from today begin with. */
export const FROM_TODAY_WORDS: WordSet = new Set(
  [...DAY_RULES, ...MONTH_RULES].flatMap(([expressions]) => [...firstWords(expressions)]),
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

/** "hôm nay", "tháng trước" in a question. */
export const readFromToday: SingleReader = (context, at) => {
  const { tokens, today, question } = context;
  if (!question) return undefined;
  for (const [expressions, dayFrom] of DAY_RULES) {
    const next = phraseEnd(tokens, at, expressions);
    if (next === undefined) continue;
    const { year, month, day } = dayFrom(today);
    return sure(looseDay(day, month, { value: year, assumedCentury: false }), next);
  }
  for (const [expressions, offset] of MONTH_RULES) {
    const next = phraseEnd(tokens, at, expressions);
    if (next === undefined) continue;
    const months = today.year * 12 + today.month - 1 + offset;
    return sure(
      looseMonth((months % 12) + 1, { value: Math.floor(months / 12), assumedCentury: false }),
      next,
    );
  }
  return undefined;
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

function yearFrom(year: number, offset: number, next: number): ReturnType<SingleReader> {
  const value = year + offset;
  if (value < FIRST_YEAR || value > LAST_YEAR) return undefined;
  return sure(looseYear({ value, assumedCentury: false }), next);
}

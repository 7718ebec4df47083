import { anniversaryRank } from '../dates/anniversaries.ts';
import { type DayEntry, subjectOf } from './day-entries.ts';

/** A landmark outweighs any anniversary of a detail. */
const IMPORTANCE_WEIGHT = 4;
/** Sentences of articles have no importance of their own. */
const SENTENCE_IMPORTANCE = 1;
/** Whoever led last year yields to its equals and to rounder anniversaries, and stays before lesser things. */
const LED_LAST_YEAR = 3.5;
const TOLD_LAST_YEAR = 1.5;
/** It was another day where it happened: it comes behind its equals, even behind one that led last year. */
const DATED_ELSEWHERE = 4;
/** So many are told at once, by a post and on a page of `/today`; what comes behind was not told. */
export const ENTRIES_AT_ONCE = 3;
/** Where the replay begins: always the same year, so that next year's goes through this very year's choice. */
const FIRST_REPLAYED_YEAR = 2000;

/**
 * Orders what happened on a day for whoever is told of it in a year: the more important and the rounder first, and not
 * what led last year where there is an equal. What was told before is worked out from the dates alone, so nothing has
 * to be remembered and the same day of the same year is always told alike. What did not happen before that year comes
 * last, as it came.
 */
export function bestFirst(entries: readonly DayEntry[], year: number): readonly DayEntry[] {
  let before: readonly DayEntry[] = [];
  for (let replayed = Math.min(year, FIRST_REPLAYED_YEAR); replayed <= year; replayed += 1) {
    const then = entries
      .map((each) => ({ ...each, years: each.years - (year - replayed) }))
      .filter(({ years }) => years > 0);
    before = ordered(then, before);
  }
  return [...before, ...entries.filter(({ years }) => years <= 0)];
}

function ordered(entries: readonly DayEntry[], lastYear: readonly DayEntry[]): readonly DayEntry[] {
  const places = new Map(lastYear.map(({ entry }, place) => [subjectOf(entry), place]));
  const merit = (each: DayEntry): number => meritOf(each) - penaltyOf(places.get(subjectOf(each.entry)));
  return entries
    .map((each) => ({ each, merit: merit(each) }))
    .sort((a, b) => b.merit - a.merit || compareText(subjectOf(a.each.entry), subjectOf(b.each.entry)))
    .map(({ each }) => each);
}

function meritOf({ entry, years }: DayEntry): number {
  const importance = entry.kind === 'event' ? entry.event.importance : SENTENCE_IMPORTANCE;
  const isElsewhere = entry.kind === 'event' && entry.date !== entry.event.date;
  return IMPORTANCE_WEIGHT * importance + anniversaryRank(years) - (isElsewhere ? DATED_ELSEWHERE : 0);
}

function penaltyOf(place: number | undefined): number {
  if (place === undefined || place >= ENTRIES_AT_ONCE) return 0;
  return place === 0 ? LED_LAST_YEAR : TOLD_LAST_YEAR;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

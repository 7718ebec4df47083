import { daysInMonth } from '../dates/calendar.ts';
import { type Edtf, edtfParts } from '../dates/edtf.ts';
import { twoDigits } from '../dates/edtf-parts.ts';
import type { TimelineEvent } from '../knowledge/event.ts';

/** How much of the calendar a timeline covers. */
export interface DayCoverage {
  /** Days of the year, out of 366, on which at least one event happened. */
  readonly covered: number;
  /** The other days as `MM-DD`, in order. */
  readonly missing: readonly string[];
  /** Events that are precise to the day. */
  readonly events: number;
}

/** Which of the 366 calendar days have an event precise to the day, by its date in any of its places. */
export function dayCoverage(events: readonly TimelineEvent[]): DayCoverage {
  const covered = new Set<string>();
  let precise = 0;
  for (const { date, alsoDated } of events) {
    const days = [date, ...alsoDated.map((local) => local.date)].flatMap(dayOfYear);
    if (days.length > 0) precise += 1;
    for (const day of days) covered.add(day);
  }
  return {
    covered: covered.size,
    missing: calendarDays().filter((day) => !covered.has(day)),
    events: precise,
  };
}

function dayOfYear(date: Edtf): readonly string[] {
  const parts = edtfParts(date);
  return parts.precision === 'day' ? [`${twoDigits(parts.month)}-${twoDigits(parts.day)}`] : [];
}

function calendarDays(): readonly string[] {
  const days: string[] = [];
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= daysInMonth(month); day += 1) days.push(`${twoDigits(month)}-${twoDigits(day)}`);
  }
  return days;
}

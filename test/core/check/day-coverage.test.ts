import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayCoverage } from '../../../src/core/check/day-coverage.ts';
import { dayNumber, weekdayOf } from '../../../src/core/check/day-number.ts';
import { type Edtf, parseEdtf } from '../../../src/core/dates/edtf.ts';
import type { TimelineEvent } from '../../../src/core/knowledge/event.ts';

function dateOf(text: string): Edtf {
  const date = parseEdtf(text);
  assert.ok(date);
  return date;
}

const on = (date: string, alsoDated: readonly string[] = []): TimelineEvent => ({
  id: 'event',
  date: dateOf(date),
  title: { vi: '', en: '' },
  text: { vi: '', en: '' },
  topics: [],
  people: [],
  places: [],
  sources: [],
  confidence: 'high',
  importance: 2,
  alsoDated: alsoDated.map((other) => ({ date: dateOf(other), place: 'Hà Nội' })),
  otherVersions: [],
  asked: { vi: [], en: [] },
});

describe('day coverage', () => {
  it('counts a day once, whatever the year', () => {
    const coverage = dayCoverage([on('1995-07-11'), on('2013-07-11')]);
    assert.equal(coverage.covered, 1);
    assert.equal(coverage.events, 2);
    assert.equal(coverage.missing.length, 365);
    assert.ok(!coverage.missing.includes('07-11'));
  });

  it('counts the day of the other capital too', () => {
    const { covered, events, missing } = dayCoverage([on('1995-07-11', ['1995-07-12'])]);
    assert.deepEqual([covered, events], [2, 1]);
    assert.ok(!missing.includes('07-12'));
  });

  it('leaves out dates that are no day', () => {
    assert.deepEqual(dayCoverage([on('1995-07'), on('1995'), on('2016-05-22/2016-05-25')]).covered, 0);
  });

  it('knows 29 February, and lists the missing days in order', () => {
    const { missing } = dayCoverage([]);
    assert.equal(missing.length, 366);
    assert.deepEqual(missing.slice(58, 61), ['02-28', '02-29', '03-01']);
    assert.deepEqual([missing[0], missing.at(-1)], ['01-01', '12-31']);
  });

  it('is whole when every day has an event', () => {
    const { covered, missing } = dayCoverage(dayCoverage([]).missing.map((day) => on(`2000-${day}`)));
    assert.deepEqual([covered, missing], [366, []]);
  });
});

describe('weekdays of dates', () => {
  const known = [
    ['1776-07-04', 4],
    ['1945-09-02', 0],
    ['1973-01-27', 6],
    ['1975-04-30', 3],
    ['1995-07-12', 3],
    ['2000-02-29', 2],
    ['2000-03-01', 3],
    ['2026-11-21', 6],
  ] as const;
  for (const [date, weekday] of known)
    it(`knows that of ${date}`, () => assert.equal(weekdayOf(dateOf(date)), weekday));

  it('counts days one by one through all months of a common and a leap year', () => {
    for (const year of ['1900', '2000']) {
      const days = dayCoverage([]).missing.flatMap((day) => parseEdtf(`${year}-${day}`) ?? []);
      assert.equal(days.length, year === '1900' ? 365 : 366);
      const first = dayNumber(dateOf(`${year}-01-01`)) ?? 0;
      assert.deepEqual(
        days.map(dayNumber),
        days.map((_, at) => first + at),
      );
    }
  });

  it('has none for a month', () => assert.equal(weekdayOf(dateOf('1995-07')), undefined));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  anniversaryRank,
  daysToldOn,
  sameDayOfAnyYear,
  yearsBetween,
} from '../../../src/core/dates/anniversaries.ts';
import { knownDate } from './known-date.ts';

const years = (event: string, day: string): number | undefined =>
  yearsBetween(knownDate(event), knownDate(day));

describe('daysToldOn', () => {
  it('is the day of any year', () => {
    assert.deepEqual(daysToldOn(knownDate('2026-07-12')), ['XXXX-07-12']);
    assert.deepEqual(daysToldOn(knownDate('XXXX-07-12')), ['XXXX-07-12']);
  });
  it('tells 29 February on 28 February of a common year', () =>
    assert.deepEqual(daysToldOn(knownDate('2026-02-28')), ['XXXX-02-28', 'XXXX-02-29']));
  it('tells 29 February on the 29th alone of a leap year', () => {
    assert.deepEqual(daysToldOn(knownDate('2028-02-28')), ['XXXX-02-28']);
    assert.deepEqual(daysToldOn(knownDate('2028-02-29')), ['XXXX-02-29']);
  });
  it('does not move 29 February while the year is open', () =>
    assert.deepEqual(daysToldOn(knownDate('XXXX-02-28')), ['XXXX-02-28']));
  it('takes only what is precise to the day', () => assert.deepEqual(daysToldOn(knownDate('1995-07')), []));
});

describe('sameDayOfAnyYear', () => {
  it('takes away the year of a day', () =>
    assert.equal(sameDayOfAnyYear(knownDate('1995-07-12')), 'XXXX-07-12'));
  it('gives nothing for a month or an interval', () => {
    assert.equal(sameDayOfAnyYear(knownDate('1995-07')), undefined);
    assert.equal(sameDayOfAnyYear(knownDate('2016-05-22/2016-05-25')), undefined);
  });
});

describe('yearsBetween', () => {
  it('counts full years', () => {
    assert.equal(years('1995-07-12', '2026-07-11'), 30);
    assert.equal(years('1995-07-12', '2026-07-12'), 31);
  });
  it('completes the year of a 29 February on 28 February of a common year', () => {
    assert.equal(years('1972-02-29', '2026-02-27'), 53);
    assert.equal(years('1972-02-29', '2026-02-28'), 54);
    assert.equal(years('1972-02-29', '2028-02-28'), 55);
  });
  it('is negative for an earlier day and zero for the same', () => {
    assert.equal(years('1995-07-12', '1990-01-01'), -5);
    assert.equal(years('1995-07-12', '1995-07-12'), 0);
    assert.equal(years('1995-07-12', '1995-07-01'), 0);
  });
  it('says nothing of coarser dates', () => assert.equal(years('1995', '2026-07-12'), undefined));
});

describe('anniversaryRank', () => {
  it('ranks rounder numbers of years higher', () => {
    assert.deepEqual([100, 50, 25, 10, 5, 7].map(anniversaryRank), [5, 4, 3, 2, 1, 0]);
    assert.deepEqual([200, 150, 75, 30, 35].map(anniversaryRank), [5, 4, 3, 2, 1]);
  });

  it('gives the year itself and the future no rank', () => {
    assert.deepEqual([0, -5].map(anniversaryRank), [0, 0]);
  });
});

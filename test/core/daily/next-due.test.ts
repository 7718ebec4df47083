import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { endOfDay, nextDue, nextPost, type PostSchedule, postOn } from '../../../src/core/daily/next-due.ts';
import type { WallTime, Weekday } from '../../../src/core/daily/subscription.ts';
import { edtf } from '../chat/tiny-chat.ts';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const utc = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
const schedule = (time: string, zone: string, weekdays = EVERY_DAY): PostSchedule => ({
  time: time as WallTime,
  zone,
  weekdays,
});

/** When the posts of three days are due, in UTC. */
function threeFrom(start: string, wanted: PostSchedule): readonly string[] {
  const found: number[] = [];
  let after = at(start);
  for (let count = 0; count < 3; count += 1) {
    after = nextDue(wanted, after);
    found.push(after);
  }
  return found.map(utc);
}

describe('the next post', () => {
  it('is due at the wall time of its zone', () => {
    assert.equal(
      utc(nextDue(schedule('08:00', 'Asia/Ho_Chi_Minh'), at('2026-07-11T00:00Z'))),
      '2026-07-11T01:00:00Z',
    );
  });

  it('is never due at the very instant that is asked from', () => {
    const due = at('2026-07-11T01:00Z');
    assert.equal(utc(nextDue(schedule('08:00', 'Asia/Ho_Chi_Minh'), due)), '2026-07-12T01:00:00Z');
  });

  it('keeps its wall time when summer time begins and ends', () => {
    const morning = schedule('08:00', 'America/New_York');
    assert.deepEqual(threeFrom('2026-03-07T00:00Z', morning), [
      '2026-03-07T13:00:00Z',
      '2026-03-08T12:00:00Z',
      '2026-03-09T12:00:00Z',
    ]);
    assert.deepEqual(threeFrom('2026-10-31T00:00Z', morning), [
      '2026-10-31T12:00:00Z',
      '2026-11-01T13:00:00Z',
      '2026-11-02T13:00:00Z',
    ]);
  });

  it('comes at the first minute after the jump when the clocks leave its time out', () => {
    const night = schedule('02:30', 'America/New_York');
    assert.deepEqual(threeFrom('2026-03-07T00:00Z', night), [
      '2026-03-07T07:30:00Z',
      '2026-03-08T07:00:00Z',
      '2026-03-09T06:30:00Z',
    ]);
    assert.equal(
      utc(postOn(schedule('00:30', 'Africa/Cairo'), edtf('2026-04-24'))?.at ?? 0),
      '2026-04-23T22:00:00Z',
    );
  });

  it('comes at the last minute before a jump that ends the day', () => {
    const late = postOn(schedule('23:30', 'America/Nuuk'), edtf('2026-03-28'));
    assert.equal(utc(late?.at ?? 0), '2026-03-29T00:59:00Z');
  });

  it('comes once, the first time, when the clocks show its time twice', () => {
    assert.deepEqual(threeFrom('2026-10-31T12:00Z', schedule('01:30', 'America/New_York')), [
      '2026-11-01T05:30:00Z',
      '2026-11-02T06:30:00Z',
      '2026-11-03T06:30:00Z',
    ]);
  });

  it('leaves out a day that its zone leaves out', () => {
    const samoa = schedule('08:00', 'Pacific/Apia');
    assert.equal(postOn(samoa, edtf('2011-12-30')), undefined);
    assert.deepEqual(nextPost(samoa, at('2011-12-29T20:00Z')), {
      day: edtf('2011-12-31'),
      at: at('2011-12-30T18:00Z'),
    });
  });

  it('passes the end of months, of years and of February', () => {
    const days = (from: string): readonly string[] => {
      const wanted = schedule('23:59', 'Asia/Ho_Chi_Minh');
      const first = nextPost(wanted, at(from));
      return [first.day, nextPost(wanted, first.at).day];
    };
    assert.deepEqual(days('2026-04-30T00:00Z'), ['2026-04-30', '2026-05-01']);
    assert.deepEqual(days('2026-12-31T00:00Z'), ['2026-12-31', '2027-01-01']);
    assert.deepEqual(days('2028-02-28T00:00Z'), ['2028-02-28', '2028-02-29']);
    assert.deepEqual(days('2027-02-28T00:00Z'), ['2027-02-28', '2027-03-01']);
  });

  it('waits for the next of its weekdays', () => {
    const mondays = schedule('08:00', 'Asia/Ho_Chi_Minh', [1]);
    assert.equal(nextPost(mondays, at('2026-07-06T02:00Z')).day, '2026-07-13');
    assert.equal(postOn(mondays, edtf('2026-07-12')), undefined);
  });

  it('refuses a week without a day', () => {
    assert.throws(() => nextDue(schedule('08:00', 'UTC', []), 0), RangeError);
  });

  it('knows when a day ends, be it 23 hours long', () => {
    assert.equal(utc(endOfDay('America/New_York', edtf('2026-03-08'))), '2026-03-09T04:00:00Z');
  });
});

const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Tongatapu',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Asia/Tokyo',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Europe/Chisinau',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Johannesburg',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Atlantic/Azores',
  'UTC',
  'America/Nuuk',
  'America/Scoresbysund',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/Santiago',
  'America/Havana',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Pacific/Honolulu',
] as const;
/** Times that some zone leaves out or repeats, and harmless ones. */
const TIMES = ['00:00', '00:30', '01:59', '02:15', '02:30', '08:00', '20:00', '23:00', '23:30', '23:59'];

describe('a simulated leap year of 40 zones', () => {
  it('has exactly one post on each of its 366 local days, on that day', () => {
    for (const [index, zone] of ZONES.entries()) {
      const wanted = schedule(TIMES[index % TIMES.length] ?? '08:00', zone);
      let day = Temporal.PlainDate.from('2028-01-01');
      let after = day.toZonedDateTime(zone).epochMilliseconds - 1;
      for (let count = 0; count < 366; count += 1) {
        const post = nextPost(wanted, after);
        assert.equal(post.day, day.toString(), zone);
        const local = Temporal.Instant.fromEpochMilliseconds(post.at).toZonedDateTimeISO(zone);
        assert.equal(local.toPlainDate().toString(), post.day, zone);
        day = day.add({ days: 1 });
        after = post.at;
      }
    }
  });
});

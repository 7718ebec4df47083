import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CAPITAL_ZONES, dayIn, daysIn, isTimeZone } from '../../../src/core/dates/zones.ts';

const NORMALISATION = Date.UTC(1995, 6, 11, 18, 10);

describe('daysIn', () => {
  it('tells the day of each moment, also just around midnight and backwards', () => {
    const midnight = Date.UTC(2026, 7, 28, 17);
    const days = daysIn('Asia/Ho_Chi_Minh');
    for (const moment of [midnight - 60_000, midnight - 1, midnight, midnight + 1, midnight - 1])
      assert.equal(days(moment), dayIn('Asia/Ho_Chi_Minh', moment));
  });
});

describe('dayIn', () => {
  it('gives the two capitals their own day at the moment of normalisation', () => {
    assert.deepEqual(
      CAPITAL_ZONES.map((zone) => dayIn(zone, NORMALISATION)),
      ['1995-07-12', '1995-07-11'],
    );
  });
  it('changes the day at local midnight', () => {
    const midnight = Date.UTC(2026, 7, 28, 17);
    assert.equal(dayIn('Asia/Ho_Chi_Minh', midnight - 1), '2026-08-28');
    assert.equal(dayIn('Asia/Ho_Chi_Minh', midnight), '2026-08-29');
  });
  it('follows summer time', () => {
    assert.equal(dayIn('America/New_York', Date.UTC(2026, 0, 1, 4, 30)), '2025-12-31');
    assert.equal(dayIn('America/New_York', Date.UTC(2026, 6, 1, 4, 30)), '2026-07-01');
  });
  it('refuses an instant whose year has no four digits', () => {
    assert.throws(() => dayIn('UTC', Date.UTC(3500, 0)), RangeError);
  });
  it('refuses a zone that does not exist', () => assert.throws(() => dayIn('Asia/Atlantis', 0), RangeError));
});

describe('isTimeZone', () => {
  for (const name of [...CAPITAL_ZONES, 'Asia/Saigon', 'UTC', 'Etc/GMT+7', 'asia/ho_chi_minh']) {
    it(`knows ${name}`, () => assert.equal(isTimeZone(name), true));
  }
  for (const name of ['', 'Asia/Atlantis', '+07:00', '2020-01-01T00:00[Asia/Tokyo]', 'Hà Nội', ' UTC']) {
    it(`does not take "${name}" for a zone`, () => assert.equal(isTimeZone(name), false));
  }
});

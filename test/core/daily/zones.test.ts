import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KNOWN_ZONES } from '../../../src/core/daily/zone-names.ts';
import { findZone, nearestZones } from '../../../src/core/daily/zones.ts';
import { isTimeZone } from '../../../src/core/dates/zones.ts';

describe('a time zone', () => {
  for (const [text, zone] of [
    ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Hà Nội', 'Asia/Ho_Chi_Minh'],
    ['ha noi', 'Asia/Ho_Chi_Minh'],
    ['Sài Gòn', 'Asia/Ho_Chi_Minh'],
    ['Washington', 'America/New_York'],
    ['Washington, D.C.', 'America/New_York'],
    ['california', 'America/Los_Angeles'],
    ['america/new_york', 'America/New_York'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['utc', 'UTC'],
    ['Washington DC', 'America/New_York'],
  ]) {
    it(`is found as "${text}"`, () => assert.equal(findZone(text ?? ''), zone));
  }

  for (const text of [
    'Asia/Ho_Chi_Min',
    '+07:00',
    'Mars/Olympus',
    '',
    'constructor',
    '2026-07-11T00:00[UTC]',
  ]) {
    it(`is not found as "${text}"`, () => assert.equal(findZone(text), undefined));
  }

  it('is one that exists wherever it has names of its own', () => {
    for (const { zone } of KNOWN_ZONES) assert.ok(isTimeZone(zone), zone);
  });

  it('belongs to no name twice', () => {
    for (const { zone, names } of KNOWN_ZONES)
      for (const name of names) assert.equal(findZone(name), zone, name);
  });
});

describe('the nearest zones', () => {
  it('are those most people mean, before anything is typed', () => {
    assert.deepEqual(nearestZones('', 2), ['Asia/Ho_Chi_Minh', 'America/New_York']);
  });

  it('begin with the best fit and then the most popular', () => {
    assert.equal(nearestZones('ho chi', 5)[0], 'Asia/Ho_Chi_Minh');
    assert.deepEqual(nearestZones('new', 2), ['America/New_York', 'America/Chicago']);
    assert.equal(nearestZones('los', 3)[0], 'America/Los_Angeles');
  });

  it('forgive typing mistakes', () => {
    assert.equal(nearestZones('Asia/Ho_Chi_Min', 3)[0], 'Asia/Ho_Chi_Minh');
    assert.equal(nearestZones('Asai/Ho_Chi_Minh', 3)[0], 'Asia/Ho_Chi_Minh');
    assert.equal(nearestZones('Washingtn', 3)[0], 'America/New_York');
  });

  it('are at most as many as asked for, and none for nonsense', () => {
    assert.equal(nearestZones('a', 25).length, 25);
    assert.deepEqual(nearestZones('qqqqqqqq', 5), []);
  });
});

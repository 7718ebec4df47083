import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseWallTime, readWallTime } from '../../../src/core/daily/wall-time.ts';

describe('a time of the day', () => {
  for (const [text, time] of [
    ['7:30', '07:30'],
    ['08:00', '08:00'],
    ['8h', '08:00'],
    ['8h sáng', '08:00'],
    ['8 giờ sáng', '08:00'],
    ['20h30', '20:30'],
    ['7h30 tối', '19:30'],
    ['9 giờ rưỡi tối', '21:30'],
    ['8h tối', '20:00'],
    ['5 giờ chiều', '17:00'],
    ['12h trưa', '12:00'],
    ['1h trưa', '13:00'],
    ['12h đêm', '00:00'],
    ['12h tối', '00:00'],
    ['11h đêm', '23:00'],
    ['8pm', '20:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['8', '08:00'],
  ]) {
    it(`"${text}" is ${time}`, () => assert.equal(readWallTime(text ?? ''), time));
  }

  for (const text of [
    '24:00',
    '99:30',
    '99',
    '8:60',
    '20h sáng',
    '8:5',
    '',
    'sáng',
    '-1:00',
    '8:000',
    '5h trưa',
  ]) {
    it(`"${text}" is none`, () => assert.equal(readWallTime(text), undefined));
  }

  it('is stored with two digits each', () => {
    assert.equal(parseWallTime('08:00'), '08:00');
    for (const text of ['8:00', '24:00', '08:60', '08:00:00']) assert.equal(parseWallTime(text), undefined);
  });
});

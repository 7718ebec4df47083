import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSchedule, ratePerSecond } from '../../bench/load/schedule.ts';
import { WAYS } from '../../bench/load/ways.ts';
import { loadLibrary } from '../../src/cli/load-knowledge.ts';

const { library } = loadLibrary('knowledge');
const scheduleOf = (seed: number) => makeSchedule({ durationMs: 60_000, speed: 6, seed, library });

describe('the traffic of the load benchmark', () => {
  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(scheduleOf(1), scheduleOf(1));
    assert.notDeepEqual(scheduleOf(1), scheduleOf(2));
  });

  it('comes in order, in every way that is begun, and about as often as people come', () => {
    const visits = scheduleOf(1995);
    assert.deepEqual(
      visits.map(({ at }) => at),
      visits.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    const begun = WAYS.filter(({ share }) => share > 0).map(({ way }) => way);
    assert.deepEqual(new Set(visits.map(({ way }) => way)), new Set(begun));
    assert.ok(visits.length > 600 && visits.length < 1000, String(visits.length));
  });

  it('has shares that make a whole, and peaks', () => {
    const whole = WAYS.reduce((sum, { share }) => sum + share, 0);
    assert.ok(Math.abs(whole - 1) < 1e-9);
    assert.equal(ratePerSecond(0.4), 4);
    assert.equal(ratePerSecond(0), 2);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationAxis, linearAxis, placeOn, timeAxis } from '../../bench/load/report/axis.ts';
import { plot } from '../../bench/load/report/plot.ts';

describe('an axis of a plot', () => {
  it('ends at a round number above the most, with about five ticks', () => {
    for (const [most, to] of [
      [7, 8],
      [23, 25],
      [337, 400],
      [1600, 2000],
    ] as const) {
      const axis = linearAxis(most, 'each');
      assert.equal(axis.to, to);
      assert.ok(axis.ticks.length >= 4 && axis.ticks.length <= 6, String(axis.ticks.length));
    }
  });

  it('of durations goes by tens, in units that can be read', () => {
    const axis = durationAxis(15_000, 'time');
    assert.deepEqual(
      axis.ticks.map(({ label }) => label),
      ['1 ms', '10 ms', '100 ms', '1 s', '10 s', '100 s'],
    );
    assert.equal(placeOn(axis, 10, 0, 100), 20);
  });

  it('of time tells minutes and seconds', () => {
    const { ticks } = timeAxis(300_000, 'time');
    assert.deepEqual(
      ticks.slice(0, 4).map(({ label }) => label),
      ['0:00', '0:30', '1:00', '1:30'],
    );
  });

  it('keeps what is off it at its end', () => {
    assert.equal(placeOn(linearAxis(10, 'each'), 12, 0, 100), 100);
    assert.equal(placeOn(durationAxis(100, 'time'), 0, 0, 100), 0);
  });
});

describe('a plot', () => {
  it('names what it shows, its axes with their units, and what stands out', () => {
    const svg = plot({
      title: 'Waiting & answering',
      x: timeAxis(10_000, 'time (minutes:seconds)'),
      y: linearAxis(10, 'requests'),
      series: [{ kind: 'line', name: 'Telegram', colour: 1, values: [{ x: 0, y: 5 }] }],
      annotations: [{ kind: 'stretch', from: 1000, to: 2000, label: 'away' }],
    });
    for (const words of ['Waiting &amp; answering', 'time (minutes:seconds)', 'requests', 'Telegram', 'away'])
      assert.ok(svg.includes(`>${words}<`), words);
    assert.match(svg, /prefers-color-scheme: dark/);
  });
});

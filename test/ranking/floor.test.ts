import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { belowFloor, type Floor } from './floor.ts';
import { summariseByGroup } from './summary.ts';

const floor: Floor = { set: 'domain', group: 'vi', metric: 'hit@1', least: 0.9 };

const measured = (value: number | undefined) => {
  const [summary] = summariseByGroup([]).values();
  assert.ok(summary !== undefined);
  return new Map([
    ['domain', new Map([['vi', { ...summary, values: { ...summary.values, 'hit@1': value } }]])],
  ]);
};

describe('the floor', () => {
  it('is kept by what is measured at it', () => {
    assert.deepEqual(belowFloor([floor], measured(0.9)), []);
  });

  it('names what is below it', () => {
    assert.deepEqual(belowFloor([floor], measured(0.8888)), ['domain, vi: hit@1 is 0.889, below 0.9.']);
  });

  it('names what is measured no longer', () => {
    assert.deepEqual(belowFloor([floor], measured(undefined)), ['domain, vi: hit@1 was not measured.']);
    assert.deepEqual(belowFloor([floor], new Map()), ['domain, vi: hit@1 was not measured.']);
  });
});

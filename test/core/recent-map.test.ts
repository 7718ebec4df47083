import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RecentMap } from '../../src/core/recent-map.ts';

describe('a map of recent things', () => {
  it('holds the most recently set keys, as a list kept by hand does', () => {
    const key = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(key), fc.integer({ min: 1, max: 5 }), (keys, capacity) => {
        const map = new RecentMap<number, number>(capacity);
        let recent: number[] = [];
        keys.forEach((set, step) => {
          map.set(set, step);
          recent = [...recent.filter((other) => other !== set), set].slice(-capacity);
        });
        assert.equal(map.size, recent.length);
        for (let asked = 0; asked < 10; asked += 1) {
          const expected = recent.includes(asked) ? keys.lastIndexOf(asked) : undefined;
          assert.equal(map.get(asked), expected);
        }
      }),
    );
  });
});

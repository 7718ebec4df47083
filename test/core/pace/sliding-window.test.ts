import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlidingWindow } from '../../../src/core/pace/sliding-window.ts';

describe('a sliding window of three a second', () => {
  it('lets three go at once, and the others each a second after the third before it', () => {
    const window = new SlidingWindow(3, 1000);
    assert.deepEqual(
      [0, 0, 200, 300, 300, 300, 300].map((now) => window.reserve(now)),
      [0, 0, 0, 700, 700, 900, 1700],
    );
  });

  it('has no second with more, wherever it begins', () => {
    const window = new SlidingWindow(3, 1000);
    const goings = Array.from({ length: 60 }, (_, index) => {
      const now = index * 97;
      return now + window.reserve(now);
    });
    for (const [index, at] of goings.entries()) {
      const third = goings[index - 3];
      if (third !== undefined) assert.ok(at - third >= 1000, `${third} and ${at}`);
    }
  });

  it('keeps a place free for who may not wait', () => {
    const window = new SlidingWindow(3, 1000);
    assert.equal(window.takeBeside(1, 0), 0);
    assert.equal(window.takeBeside(1, 10), 0);
    assert.equal(window.takeBeside(1, 20), 980);
    assert.equal(window.reserve(20), 0);
    // The place that the first left is the next one's, and one stays free again.
    assert.equal(window.takeBeside(1, 1000), 20 + 1000 - 1000 - 10);
  });

  it('lets nobody pass those who wait', () => {
    const window = new SlidingWindow(1, 1000);
    assert.equal(window.reserve(0), 0);
    assert.equal(window.reserve(10), 990);
    assert.equal(window.takeBeside(0, 1005), 995);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RateLimiter } from '../../../src/core/daily/rate-limiter.ts';
import { FakeTime } from '../../support/daily/fake-time.ts';

/** When each of many, who all ask at 0, may go. */
function leaving(limiter: RateLimiter, time: FakeTime, count: number): readonly number[] {
  const left: number[] = [];
  for (let index = 0; index < count; index += 1)
    void limiter.take(`place ${index}`).then(() => left.push(time.now()));
  return left;
}

describe('the limits of a platform', () => {
  it('let posts go evenly', async () => {
    const time = new FakeTime(0);
    const left = leaving(new RateLimiter({ perSecond: 10, concurrency: 99 }, time, time), time, 5);
    await time.advanceTo(10_000);
    assert.deepEqual(left, [0, 100, 200, 300, 400]);
  });

  it('are kept after the process was busy for a while, and what was lost is made up for little by little', async () => {
    const time = new FakeTime(0);
    const left = leaving(new RateLimiter({ perSecond: 10, concurrency: 99 }, time, time), time, 60);
    await time.advanceTo(350);
    time.jumpTo(1350);
    await time.advanceTo(10_000);
    assert.equal(left.length, 60);
    for (const [index, at] of left.entries()) {
      const [next = Number.POSITIVE_INFINITY, twelfth = Number.POSITIVE_INFINITY] = [
        left[index + 1],
        left[index + 11],
      ];
      assert.ok(next - at >= 30 && twelfth - at >= 1000, `${left}`);
    }
    // Without the pause the last would leave at 5,900.
    assert.ok((left.at(-1) ?? 0) < 6600, `${left}`);
  });

  it('make up for nothing when nobody wanted to leave', async () => {
    const time = new FakeTime(0);
    const limiter = new RateLimiter({ perSecond: 10, concurrency: 99 }, time, time);
    await limiter.take('first');
    time.jumpTo(60_000);
    const left = leaving(limiter, time, 5);
    await time.advanceTo(70_000);
    assert.deepEqual(left, [60_000, 60_100, 60_200, 60_300, 60_400]);
  });

  it('are not left behind by whoever comes a little late', async () => {
    const time = new FakeTime(0);
    const left = leaving(new RateLimiter({ perSecond: 10, concurrency: 99 }, time, time), time, 20);
    for (let late = 30; left.length < 20; late += 100) {
      time.jumpTo(late);
      await time.advanceTo(late);
    }
    assert.ok((left.at(-1) ?? 0) < 2000, `${left}`);
  });

  it('hold for each place', async () => {
    const time = new FakeTime(0);
    const limits = { perSecond: 1000, perPlacePerSecond: 1, concurrency: 99 };
    const limiter = new RateLimiter(limits, time, time);
    const left: number[] = [];
    for (let index = 0; index < 3; index += 1) void limiter.take('a').then(() => left.push(time.now()));
    // So many places that idle ones are forgotten.
    for (let index = 0; index < 3000; index += 1) void limiter.take(`other ${index}`);
    await time.advanceTo(10_000);
    assert.equal(left.length, 3);
    for (const [index, at] of left.entries()) assert.ok(at >= 1000 * index, `${left}`);
  });
});

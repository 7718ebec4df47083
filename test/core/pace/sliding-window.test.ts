import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Place, SlidingWindow } from '../../../src/core/pace/sliding-window.ts';

const SECOND = 1000;
const PATIENCE = 5000;

const threeASecond = (): SlidingWindow => new SlidingWindow(3, SECOND, PATIENCE);

/** Takes a place that has to be there, for what is counted at once. */
function taken(window: SlidingWindow, now: number, spare = 0): Place {
  const result = window.take(spare, now);
  assert.equal(result.kind, 'place', `at ${now}`);
  return (result as { readonly place: Place }).place;
}

describe('a sliding window of three a second', () => {
  it('lets three go at once, and the others each a second after the third before it', () => {
    const window = threeASecond();
    for (const now of [0, 0, 200]) taken(window, now);
    assert.deepEqual(window.take(0, 300), { kind: 'full', waitMs: 700 });
    taken(window, 1000);
    taken(window, 1000);
    assert.deepEqual(window.take(0, 1000), { kind: 'full', waitMs: 200 });
    taken(window, 1200);
    assert.deepEqual(window.take(0, 1200), { kind: 'full', waitMs: 800 });
  });

  it('has no second with more at the other end, however long each is on the way and however late a timer fires', () => {
    const window = threeASecond();
    const arrivals: number[] = [];
    const ends: { readonly at: number; readonly place: Place }[] = [];
    let now = 0;
    while (arrivals.length < 90) {
      for (const { place } of ends.filter(({ at }) => at <= now)) place.counted(now);
      ends.splice(0, ends.length, ...ends.filter(({ at }) => at > now));
      const result = window.take(0, now);
      if (result.kind === 'place') {
        result.place.leaves(now);
        const travel = (arrivals.length * 131) % 400;
        arrivals.push(now + travel);
        ends.push({ at: now + travel + 20, place: result.place });
        now += 1;
      } else {
        now += Math.min(result.waitMs, 7) + ((now * 17) % 90);
      }
    }
    const inOrder = arrivals.toSorted((a, b) => a - b);
    for (const [index, at] of inOrder.entries()) {
      const third = inOrder[index - 3];
      if (third !== undefined) assert.ok(at - third >= SECOND, `${third} and ${at}`);
    }
  });

  it('keeps a place free for who may not wait', () => {
    const window = threeASecond();
    taken(window, 0, 1);
    taken(window, 10, 1);
    assert.deepEqual(window.take(1, 20), { kind: 'full', waitMs: 980 });
    taken(window, 20);
    // The place that the first left is the next one's, and one stays free again.
    assert.deepEqual(window.take(1, 1000), { kind: 'full', waitMs: 10 });
  });

  it('counts what is under way until it is told, but not for ever', () => {
    const window = new SlidingWindow(1, SECOND, PATIENCE);
    const place = taken(window, 0);
    place.leaves(0);
    assert.deepEqual(window.take(0, 2000), { kind: 'full', waitMs: SECOND });
    place.counted(2500);
    assert.deepEqual(window.take(0, 2500), { kind: 'full', waitMs: SECOND });
    taken(window, 3500).leaves(3500);
    assert.equal(window.take(0, 9499).kind, 'full');
    taken(window, 9500);
  });

  it('takes in what cannot wait, and lets the others wait for it', () => {
    const window = new SlidingWindow(1, SECOND, PATIENCE);
    taken(window, 0);
    window.force(400);
    assert.deepEqual(window.take(0, 1000), { kind: 'full', waitMs: 400 });
  });
});

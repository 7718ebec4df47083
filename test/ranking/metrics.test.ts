import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hitAt, mean, ndcgAt, type Ranking, reciprocalRankAt, share } from './metrics.ts';

const NONE: Ranking = [];
const FIRST: Ranking = [true, false, false];
const THIRD: Ranking = [false, false, true];

const rankings = fc.array(fc.boolean(), { maxLength: 15 });

describe('hit', () => {
  it('counts what stands among the first k', () => {
    assert.deepEqual(
      [1, 2, 3].map((k) => hitAt(THIRD, k)),
      [0, 0, 1],
    );
  });

  it('is nothing when nothing was found', () => {
    assert.equal(hitAt(NONE, 3), 0);
  });

  it('does not count several relevant things more than one', () => {
    assert.equal(hitAt([true, true, true], 3), 1);
  });
});

describe('reciprocal rank', () => {
  it('is one over the place of the first relevant thing', () => {
    assert.equal(reciprocalRankAt(FIRST, 10), 1);
    assert.equal(reciprocalRankAt(THIRD, 10), 1 / 3);
  });

  it('is nothing beyond the cut', () => {
    assert.equal(reciprocalRankAt(THIRD, 2), 0);
  });

  it('lies between the hit at 1 and the hit at k', () => {
    fc.assert(
      fc.property(rankings, fc.integer({ min: 1, max: 12 }), (ranking, k) => {
        const value = reciprocalRankAt(ranking, k);
        assert.ok(hitAt(ranking, 1) <= value && value <= hitAt(ranking, k));
      }),
    );
  });
});

describe('nDCG', () => {
  it('is one for the best order', () => {
    assert.equal(ndcgAt([true, true, false], 10, 2), 1);
  });

  it('discounts by the logarithm of the place', () => {
    // 1 / log2(3 + 1) against 1 / log2(1 + 1)
    assert.equal(ndcgAt(THIRD, 10, 1), 0.5);
  });

  it('is lower when relevant things were not found', () => {
    const ideal = 1 + 1 / Math.log2(3);
    assert.equal(ndcgAt(FIRST, 10, 2), 1 / ideal);
  });

  it('can reach one though more is relevant than fits', () => {
    assert.equal(ndcgAt([true, true, true], 3, 50), 1);
  });

  it('is nothing when nothing is relevant', () => {
    assert.equal(ndcgAt([false, false], 10, 0), 0);
  });

  it('never gets worse when a relevant thing moves up', () => {
    fc.assert(
      fc.property(rankings, fc.nat(), (ranking, seed) => {
        const at = ranking.length < 2 ? 0 : 1 + (seed % (ranking.length - 1));
        const [above, below] = [ranking[at - 1], ranking[at]];
        if (above === undefined || below === undefined || !below) return;
        const swapped = ranking.with(at - 1, below).with(at, above);
        const relevant = ranking.filter(Boolean).length;
        assert.ok(ndcgAt(swapped, 10, relevant) >= ndcgAt(ranking, 10, relevant));
      }),
    );
  });
});

describe('averages', () => {
  it('of nothing are not a number to show', () => {
    assert.equal(mean([]), undefined);
    assert.equal(share(0, 0), undefined);
  });

  it('count every value the same', () => {
    assert.equal(mean([1, 0, 0.5, 0.5]), 0.5);
    assert.equal(share(1, 4), 0.25);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RefusalBudget } from '../../../src/platforms/discord/refusal-budget.ts';

const MINUTE_MS = 60_000;

describe('the budget of refusals', () => {
  const limits = { warnEvery: 2, slowFrom: 4, stopAt: 6 };

  it('lets everything through at once while there are few', () => {
    const budget = new RefusalBudget(limits);
    for (let count = 0; count < 3; count += 1) budget.refused(0);
    assert.deepEqual(budget.leave(0), { kind: 'go', afterMs: 0 });
  });

  it('spreads what is left over the rest of ten minutes, and then stops until they have passed', () => {
    const budget = new RefusalBudget(limits);
    for (let count = 0; count < 4; count += 1) budget.refused(0);
    assert.deepEqual(budget.leave(0), { kind: 'go', afterMs: 5 * MINUTE_MS });
    assert.deepEqual(budget.leave(9 * MINUTE_MS), { kind: 'go', afterMs: MINUTE_MS / 2 });
    budget.refused(MINUTE_MS);
    budget.refused(MINUTE_MS);
    assert.deepEqual(budget.leave(2 * MINUTE_MS), { kind: 'stop', retryAfterMs: 8 * MINUTE_MS });
    assert.deepEqual(budget.leave(10 * MINUTE_MS), { kind: 'go', afterMs: 0 });
  });

  it('tells the operator now and then, and counts anew after ten minutes', () => {
    const budget = new RefusalBudget(limits);
    assert.deepEqual(
      [0, 0, 0, 0, 11, 11].map((minute) => budget.refused(minute * MINUTE_MS)),
      [undefined, 2, undefined, 4, undefined, 2],
    );
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FeedbackStore } from '../../src/core/ports/feedback-store.ts';
import { aPerson } from './sample-subscription.ts';

/** An empty store that is there for one test. */
export interface OpenFeedbackStore {
  readonly feedback: FeedbackStore;
  close(): Promise<void>;
}

/** What every keeper of votes promises. */
export function feedbackStoreContract(name: string, open: () => Promise<OpenFeedbackStore>): void {
  describe(`votes kept in ${name}`, () => {
    let opened: OpenFeedbackStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('are none at first', async () => {
      assert.deepEqual(await opened.feedback.tally(), []);
    });

    it('count one for each person, the latest', async () => {
      const { feedback } = opened;
      await feedback.vote(aPerson('An'), 'a1', 'down');
      await feedback.vote(aPerson('An'), 'a1', 'up');
      await feedback.vote(aPerson('Bob'), 'a1', 'up');
      assert.deepEqual(await feedback.tally(), [{ handle: 'a1', up: 2, down: 0 }]);
    });

    it('are told with the most disliked first, then the least liked, then by handle', async () => {
      const { feedback } = opened;
      await feedback.vote(aPerson('An'), 'liked', 'up');
      await feedback.vote(aPerson('An'), 'B-disputed', 'up');
      await feedback.vote(aPerson('Bob'), 'B-disputed', 'down');
      await feedback.vote(aPerson('An'), 'disliked', 'down');
      await feedback.vote(aPerson('Bob'), 'disliked', 'down');
      await feedback.vote(aPerson('Bob'), 'z-doubted', 'down');
      await feedback.vote(aPerson('Bob'), 'A-doubted', 'down');
      assert.deepEqual(await feedback.tally(), [
        { handle: 'disliked', up: 0, down: 2 },
        { handle: 'A-doubted', up: 0, down: 1 },
        { handle: 'z-doubted', up: 0, down: 1 },
        { handle: 'B-disputed', up: 1, down: 1 },
        { handle: 'liked', up: 1, down: 0 },
      ]);
    });

    it('are told to whoever gave them, by handle', async () => {
      const { feedback } = opened;
      await feedback.vote(aPerson('An'), 'b2', 'down');
      await feedback.vote(aPerson('An'), 'a1', 'up');
      await feedback.vote(aPerson('Bob'), 'a1', 'down');
      assert.deepEqual(await feedback.votesOf(aPerson('An')), [
        { handle: 'a1', vote: 'up' },
        { handle: 'b2', vote: 'down' },
      ]);
      assert.deepEqual(await feedback.votesOf(aPerson('Chi')), []);
    });

    it('are gone once the person is forgotten, who is told how many they were', async () => {
      const { feedback } = opened;
      await feedback.vote(aPerson('An'), 'a1', 'up');
      await feedback.vote(aPerson('An'), 'a2', 'down');
      await feedback.vote(aPerson('Bob'), 'a2', 'down');
      assert.equal(await feedback.forgetPerson(aPerson('An')), 2);
      assert.equal(await feedback.forgetPerson(aPerson('An')), 0);
      assert.deepEqual(await feedback.tally(), [{ handle: 'a2', up: 0, down: 1 }]);
    });
  });
}

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type HandledUpdates, UPDATES_REMEMBERED } from '../../src/core/ports/handled-updates.ts';

/** An empty record that is there for one test. */
export interface OpenHandledUpdates {
  readonly handledUpdates: HandledUpdates;
  close(): Promise<void>;
}

/** What every record of handled updates promises. */
export function handledUpdatesContract(name: string, open: () => Promise<OpenHandledUpdates>): void {
  describe(`handled updates in ${name}`, () => {
    let opened: OpenHandledUpdates;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const between = async (bot: string, from: number, to: number) =>
      (await opened.handledUpdates.between(bot, from, to)).toSorted((a, b) => a - b);

    it('are known by their numbers, for each bot', async () => {
      const { handledUpdates } = opened;
      await handledUpdates.add('one', [7, 9, 900_000_000], 1);
      await handledUpdates.add('two', [8], 1);
      assert.deepEqual(await between('one', 7, 9), [7, 9]);
      assert.deepEqual(await between('one', 8, 8), []);
      assert.deepEqual(await between('one', 900_000_000, 900_000_000), [900_000_000]);
      assert.deepEqual(await between('two', 1, 100), [8]);
    });

    it('may be added again and by many at once', async () => {
      const { handledUpdates } = opened;
      await Promise.all([1, 2, 3].map((id) => handledUpdates.add('one', [id, 5], id)));
      await handledUpdates.add('one', [], 9);
      assert.deepEqual(await between('one', 1, 9), [1, 2, 3, 5]);
    });

    it('are the latest few thousand, whatever their numbers', async () => {
      const { handledUpdates } = opened;
      const rounds = 20;
      // Telegram may begin to count anywhere, so the latest need not be the highest.
      const idsOf = (round: number) =>
        Array.from({ length: 500 }, (_, index) => (rounds - round) * 500 + index);
      for (let round = 0; round < rounds; round += 1) await handledUpdates.add('one', idsOf(round), round);
      const [first = 0, last = 0] = [idsOf(rounds - 10)[0], idsOf(rounds - 1)[0]];
      assert.equal((await between('one', last, first + 499)).length, UPDATES_REMEMBERED);
      assert.ok((await between('one', 0, 20_000)).length <= UPDATES_REMEMBERED + 1500);
      assert.deepEqual(await between('one', rounds * 500, rounds * 500 + 499), []);
    });
  });
}

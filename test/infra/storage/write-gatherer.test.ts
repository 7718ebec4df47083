import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type GathererGround, WriteGatherer } from '../../../src/infra/storage/sql/write-gatherer.ts';
import { StorageError, type StorageFailure } from '../../../src/infra/storage/storage-error.ts';

const place = { kind: 'sqlite', file: 'bot.db' } as const;

/** Where nothing is written but the number of commits; `failing` says why a commit fails. */
class CountingGround implements GathererGround {
  commits = 0;
  failing: StorageFailure | undefined;

  async together<Result>(
    action: string,
    queries: Parameters<GathererGround['together']>[1],
  ): Promise<Result> {
    const result = await queries(undefined as never);
    if (this.failing !== undefined) throw new StorageError({ action, failure: this.failing, place });
    this.commits += 1;
    return result as Result;
  }

  retold({ failure }: StorageError, action: string): StorageError {
    return new StorageError({ action, failure, place });
  }
}

describe('writes that can wait', () => {
  it('go to the disk together, and everybody is told afterwards', async () => {
    const ground = new CountingGround();
    const gatherer = new WriteGatherer(ground);
    const commitsWhenTold: number[] = [];
    const results = await Promise.all(
      [1, 2, 3].map(async (number) => {
        const result = await gatherer.add('count', async () => {
          assert.equal(ground.commits, 0);
          return number * 10;
        });
        commitsWhenTold.push(ground.commits);
        return result;
      }),
    );
    assert.deepEqual(results, [10, 20, 30]);
    assert.deepEqual(commitsWhenTold, [1, 1, 1]);
  });

  it('are not kept back by one that cannot be written', async () => {
    const ground = new CountingGround();
    const gatherer = new WriteGatherer(ground);
    const told = await Promise.allSettled([
      gatherer.add('one', async () => 1),
      gatherer.add('two', () => Promise.reject(new StorageError({ action: 'two', failure: 'full', place }))),
      gatherer.add('three', async () => 3),
    ]);
    assert.deepEqual(
      told.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(ground.commits, 2);
  });

  it('fail together where the file is locked, each as what it was to do', async () => {
    const ground = new CountingGround();
    ground.failing = 'locked';
    const gatherer = new WriteGatherer(ground);
    let tries = 0;
    const write = (action: string): Promise<void> =>
      gatherer.add(action, async () => {
        tries += 1;
      });
    const told = await Promise.allSettled([write('claim a post'), write('plan the next post')]);
    assert.deepEqual(
      told.map((each) => each.status === 'rejected' && each.reason.action),
      ['claim a post', 'plan the next post'],
    );
    assert.equal(tries, 2);
  });

  it('are written at once when asked for', async () => {
    const ground = new CountingGround();
    const gatherer = new WriteGatherer(ground);
    const written = gatherer.add('one', async () => 1);
    await gatherer.flush();
    assert.equal(ground.commits, 1);
    assert.equal(await written, 1);
  });
});

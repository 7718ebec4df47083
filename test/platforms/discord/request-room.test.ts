import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SPARE_FOR_ANSWERS } from '../../../src/platforms/discord/limits.ts';
import { RequestRoom } from '../../../src/platforms/discord/request-room.ts';
import { FakeTime } from '../../support/daily/fake-time.ts';

/** When a post may go, of a second that ends at 700 and has so many requests left. */
async function postAt(globalRemaining: number, answers = 0): Promise<number | undefined> {
  const time = new FakeTime(0);
  const room = new RequestRoom(time, time);
  for (let count = 0; count < answers; count += 1) room.answers();
  let at: number | undefined;
  void room.forPost({ globalRemaining, globalReset: 700 }).then(() => {
    at = time.now();
  });
  await time.advanceTo(2000);
  return at;
}

describe('room for posts on Discord', () => {
  it('is there as long as a second has requests left beside those kept for answers', async () => {
    assert.equal(await postAt(SPARE_FOR_ANSWERS + 1), 0);
    assert.equal(await postAt(SPARE_FOR_ANSWERS), 701);
  });

  it('is less where much was answered of late', async () => {
    assert.equal(await postAt(SPARE_FOR_ANSWERS + 5, 4), 0);
    assert.equal(await postAt(SPARE_FOR_ANSWERS + 5, 5), 701);
  });

  it('is not waited for while nothing is connected, nor when all has to end', async () => {
    const time = new FakeTime(0);
    const room = new RequestRoom(time, time);
    await room.forPost(undefined);
    await room.forPost({ globalRemaining: 0, globalReset: 700 }, AbortSignal.abort());
  });
});

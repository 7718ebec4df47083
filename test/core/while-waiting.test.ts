import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whileWaiting } from '../../src/core/while-waiting.ts';

/** A timer whose waits end when the test says so. */
function handTimer() {
  const waits: { readonly ms: number; readonly signal: AbortSignal | undefined; end(): void }[] = [];
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve());
      waits.push({ ms, signal, end: resolve });
    });
  return { waits, sleep };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('while work is waited for', () => {
  it('nothing is done and nothing is waited for where it ends at once', async () => {
    const timer = handTimer();
    const late: string[] = [];
    const lateness = { afterMs: 400, timer, onLate: async () => late.push('late') };
    assert.equal(await whileWaiting(async () => 'done', lateness), 'done');
    timer.waits[0]?.end();
    await turn();
    assert.deepEqual([timer.waits.map(({ ms }) => ms), late], [[0], []]);
  });

  it('the wait is given up where it ends in time', async () => {
    const timer = handTimer();
    const late: string[] = [];
    let end = (_: string): void => {};
    const work = new Promise<string>((resolve) => {
      end = resolve;
    });
    const done = whileWaiting(() => work, { afterMs: 400, timer, onLate: async () => late.push('late') });
    timer.waits[0]?.end();
    await turn();
    assert.equal(timer.waits[1]?.ms, 400);
    end('done');
    assert.equal(await done, 'done');
    assert.deepEqual([timer.waits[1]?.signal?.aborted, late], [true, []]);
  });

  it('what is for late work is done, and is over before the work is', async () => {
    const timer = handTimer();
    const order: string[] = [];
    let end = (): void => {};
    const work = new Promise<void>((resolve) => {
      end = resolve;
    });
    const onLate = async (): Promise<void> => {
      order.push('late begins');
      await turn();
      order.push('late ends');
    };
    const done = whileWaiting(() => work, { afterMs: 400, timer, onLate }).then(() => order.push('done'));
    timer.waits[0]?.end();
    await turn();
    timer.waits[1]?.end();
    await Promise.resolve();
    end();
    await done;
    assert.deepEqual(order, ['late begins', 'late ends', 'done']);
  });

  it('what the work throws is thrown', async () => {
    const work = async (): Promise<never> => {
      throw new Error('broken');
    };
    const lateness = { afterMs: 400, timer: handTimer(), onLate: async () => undefined };
    await assert.rejects(whileWaiting(work, lateness), /broken/);
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Door } from '../../src/core/door.ts';

it('a door lets in what came together by so many, in order, each when others have had their turn', async () => {
  const turns: (() => void)[] = [];
  const door = new Door(2, (open) => turns.push(open));
  const entered: number[] = [];
  const enter = (number: number): void => void door.enter().then(() => entered.push(number));
  const next = async (): Promise<readonly number[]> => {
    turns.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    return entered.splice(0);
  };
  for (const number of [1, 2, 3]) enter(number);
  assert.deepEqual(await next(), [1, 2]);
  enter(4);
  assert.deepEqual(await next(), [3, 4]);
  assert.equal(turns.length, 0);
  enter(5);
  assert.deepEqual(await next(), [5]);
});

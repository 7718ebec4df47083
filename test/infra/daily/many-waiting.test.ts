import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { systemTimer } from '../../../src/infra/system/system-timer.ts';

it('warns the operator of nothing when as many posts wait for one signal as are on their way at once', async (test) => {
  const warnings: string[] = [];
  const hear = ({ name }: Error): void => void warnings.push(name);
  process.on('warning', hear);
  test.after(() => process.off('warning', hear));
  const stopping = new AbortController();
  const waiting = Array.from({ length: 16 }, () => systemTimer.sleep(60_000, stopping.signal));
  stopping.abort();
  await Promise.all(waiting);
  await setImmediate();
  assert.deepEqual(warnings, []);
});

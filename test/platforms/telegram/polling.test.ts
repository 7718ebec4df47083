import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { poll } from '../../../src/platforms/telegram/polling.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { HurriedTimer } from './telegram-bot.ts';

it('lets others be served between the updates of a batch', async () => {
  const stopping = new AbortController();
  const batch = Array.from({ length: 40 }, (_, index): Update => ({ update_id: index + 1 }));
  const api = { getUpdates: async () => (stopping.signal.aborted ? [] : batch) } as unknown as Api;
  let handled = 0;
  let handledBeforeOthers = 0;
  const handle = async (): Promise<void> => {
    handled += 1;
    if (handled === 1)
      setImmediate(() => {
        handledBeforeOthers = handled;
      });
    if (handled === batch.length) stopping.abort();
  };
  const timer = new HurriedTimer();
  await poll(
    { api, handle, recorded: () => Promise.resolve(), pending: () => 0, timer, log: new RecordingLog() },
    stopping.signal,
  );
  assert.ok(handledBeforeOthers > 0 && handledBeforeOthers <= 10, String(handledBeforeOthers));
});

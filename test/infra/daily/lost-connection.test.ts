import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { makeCohort } from '../../../bench/daily/cohort.ts';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { StorageError } from '../../../src/infra/storage/storage-error.ts';
import { createTestDatabase, WHY_NO_POSTGRES } from '../storage/test-database.ts';

const WAITING = `from pg_stat_activity where application_name = 'nhip-cau' and wait_event_type = 'Lock'`;

it('outlives a database that restarts in the middle of a transaction, and goes on with it', {
  skip: WHY_NO_POSTGRES ?? false,
}, async (test) => {
  const database = await createTestDatabase();
  test.after(() => database.drop());
  const storage = await openStorage({ kind: 'postgres', url: database.url });
  test.after(() => storage.close());
  const [member] = makeCohort({ telegram: 1, discord: 0 }, 0);
  assert.ok(member !== undefined);
  const outside = new pg.Client({ connectionString: database.url });
  await outside.connect();
  await outside.query('begin; lock table subscription');
  const saving = assert.rejects(storage.subscriptions.save(member.subscription), StorageError);
  while ((await outside.query(`select 1 ${WAITING}`)).rows.length === 0) await setTimeout(5);
  // An uncaught error would end the process, and fail this test.
  await outside.query(`select pg_terminate_backend(pid) ${WAITING}`);
  await saving;
  await outside.query('commit');
  await outside.end();
  await storage.subscriptions.save(member.subscription);
  assert.equal((await storage.subscriptions.find(member.subscription.id))?.id, member.subscription.id);
});

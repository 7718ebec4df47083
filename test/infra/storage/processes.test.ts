import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openStorage } from '../../../src/infra/storage/open-storage.ts';
import { MIGRATIONS } from '../../../src/infra/storage/sql/migrations/migrations.ts';
import { aPlace } from '../../contracts/sample-subscription.ts';
import { queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, 'opening-process.ts');

/** A process that has the file open and has written; it is killed after the test at the latest. */
function start(test: TestContext, file: string, places: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, file, ...places], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  test.after(() => child.kill('SIGKILL'));
  return child;
}

async function hasWritten(child: ChildProcess): Promise<void> {
  assert.ok(child.stdout !== null);
  const [text] = await once(child.stdout, 'data');
  assert.equal(String(text), 'written\n');
}

describe('several processes with one storage file', () => {
  it('make it together when they start at once, and all write to it', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    const places = ['one', 'two', 'three'].map(aPlace);
    await Promise.all(places.map((place) => hasWritten(start(test, file, [place]))));
    assert.equal(queryFile(file, 'select * from preference').length, 3);
    assert.deepEqual(
      queryFile(file, 'select name from nhip_cau_migration').map(({ name }) => name),
      Object.keys(MIGRATIONS),
    );
  });

  it('leave everything there that was written before one is killed', async (test) => {
    const file = join(temporaryFolder(test), 'bot.db');
    const child = start(test, file, [aPlace('one'), aPlace('two')]);
    await hasWritten(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const storage = await openStorage({ kind: 'sqlite', file });
    const found = await Promise.all(['one', 'two'].map((name) => storage.preferences.language(aPlace(name))));
    await storage.close();
    assert.deepEqual(found, ['en', 'en']);
  });
});

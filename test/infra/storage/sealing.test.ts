import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openStorage, type Storage } from '../../../src/infra/storage/open-storage.ts';
import { StorageError } from '../../../src/infra/storage/storage-error.ts';
import { aGapEntry } from '../../contracts/gap-store.ts';
import {
  anAddress,
  anId,
  aPerson,
  aPlace,
  aPost,
  aSubscription,
} from '../../contracts/sample-subscription.ts';
import { edtf } from '../../support/asking.ts';
import { queryFile } from './sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const LINK = 'https://example.org/c/secret-group/6';

const newFile = (test: TestContext): string => join(temporaryFolder(test), 'bot.db');

async function withStorage<Result>(
  file: string,
  keys: readonly Buffer[],
  use: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = await openStorage({ kind: 'sqlite', file }, { keys });
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}

async function fill({ preferences, feedback, subscriptions, ledger, gaps }: Storage): Promise<void> {
  await preferences.setLanguage(aPlace('secret-group'), 'en');
  await feedback.vote(aPerson('secret-group'), 'a1', 'up');
  await feedback.vote(aPerson('secret-group'), 'a2', 'down');
  await subscriptions.save(aSubscription('s1', { ...namesOf('secret-group') }));
  await ledger.claim(aPost('s1'), { worker: 'w', now: 1, until: 2 });
  await ledger.finish(aPost('s1'), 'w', { outcome: 'sent', at: 2, detail: LINK });
  await gaps.add([aGapEntry('Ai ở secret-group?', { times: 2 })], 10);
}

const namesOf = (name: string) => ({
  address: anAddress(name),
  place: aPlace(name),
  subscriber: aPerson(name),
});

async function assertFilled({ preferences, feedback, subscriptions, ledger, gaps }: Storage): Promise<void> {
  assert.equal(await preferences.language(aPlace('secret-group')), 'en');
  assert.deepEqual(
    await subscriptions.findAt(anAddress('secret-group')),
    aSubscription('s1', { ...namesOf('secret-group') }),
  );
  // Counted on: found by what it is looked up as.
  await gaps.add([aGapEntry('ai o SECRET-GROUP')], 10);
  assert.deepEqual(
    (await gaps.list(edtf('2026-01-01'))).map(({ question, count }) => [question, count]),
    [['Ai ở secret-group?', 3]],
  );
  assert.equal((await ledger.latest(anId('s1'), 1))[0]?.detail, LINK);
  assert.equal(await subscriptions.forgetPerson(aPerson('secret-group')), 1);
  assert.equal(await subscriptions.forgetPlace(aPlace('secret-group')), 1);
  assert.equal(await feedback.forgetPerson(aPerson('secret-group')), 2);
}

const failsWith = (failure: string) => (error: unknown) =>
  error instanceof StorageError && error.failure === failure;

describe('a storage with DATA_KEY', () => {
  it('writes no name of a person, place or chat into the file, and no question', async (test) => {
    const file = newFile(test);
    await withStorage(file, [OLD], fill);
    assert.ok(!readFileSync(file, 'latin1').includes('secret-group'));
  });

  it('takes over what was stored without a key', async (test) => {
    const file = newFile(test);
    await withStorage(file, [], fill);
    assert.ok(readFileSync(file, 'latin1').includes('secret-group'));
    await withStorage(file, [NEW], assertFilled);
  });

  it('seals everything anew under a new first key, so that the old one can go', async (test) => {
    const file = newFile(test);
    await withStorage(file, [OLD], fill);
    await withStorage(file, [NEW, OLD], async () => {});
    await withStorage(file, [NEW], assertFilled);
  });

  it('leaves nothing readable behind in the file after the key came or changed', async (test) => {
    const file = newFile(test);
    await withStorage(file, [], fill);
    await withStorage(file, [NEW], async () => {});
    assert.ok(!readFileSync(file, 'latin1').includes('secret-group'));
  });

  it('takes over what a process with the old key wrote after the change', async (test) => {
    const file = newFile(test);
    const late = await openStorage({ kind: 'sqlite', file }, { keys: [OLD] });
    await withStorage(file, [NEW, OLD], ({ preferences }) => preferences.setLanguage(aPlace('both'), 'vi'));
    await late.preferences.setLanguage(aPlace('both'), 'en');
    await late.preferences.setLanguage(aPlace('late'), 'en');
    await late.feedback.vote(aPerson('late'), 'a1', 'up');
    await late.close();
    await withStorage(file, [NEW, OLD], async ({ preferences, feedback }) => {
      assert.equal(await preferences.language(aPlace('late')), 'en');
      assert.equal(await preferences.language(aPlace('both')), 'vi', 'what stands under the new key is kept');
      assert.equal(await feedback.forgetPerson(aPerson('late')), 1);
    });
    assert.equal(queryFile(file, 'select * from preference').length, 2);
  });

  it('refuses to open with another key or with none, and changes nothing', async (test) => {
    const file = newFile(test);
    await withStorage(file, [OLD], fill);
    for (const keys of [[NEW], []]) {
      await assert.rejects(openStorage({ kind: 'sqlite', file }, { keys }), failsWith('wrong-key'));
    }
    await withStorage(file, [OLD], assertFilled);
  });

  it('opens a question that somebody made look like a sealed value', async (test) => {
    const file = newFile(test);
    const question = 'sealed:0123456789abcdef:AAAA là gì?';
    await withStorage(file, [], ({ gaps }) => gaps.add([aGapEntry(question)], 10));
    await withStorage(file, [NEW], async ({ gaps }) => {
      assert.equal((await gaps.list(edtf('2026-01-01')))[0]?.question, question);
    });
  });

  it('tells when a value was tampered with', async (test) => {
    const file = newFile(test);
    await withStorage(file, [OLD], fill);
    queryFile(file, "update subscription set address = substr(address, 1, length(address) - 4) || 'AAAA'");
    await withStorage(file, [OLD], async ({ subscriptions }) => {
      await assert.rejects(subscriptions.find(anId('s1')), failsWith('wrong-key'));
    });
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { PersonRef } from '../../src/core/chat/identity.ts';
import { openStorage } from '../../src/infra/storage/open-storage.ts';
import { objectsIn, outputOf, run } from './run.ts';
import { folderWith, tinyFolder } from './tiny-folder.ts';

const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';

/** The settings of a bot on whose citation, and on one that is gone, people have voted. */
async function votedOn(): Promise<Readonly<Record<string, string>>> {
  const environment = { KNOWLEDGE_DIR: tinyFolder(), DATA_DIR: join(folderWith({ 'a.txt': '' }), 'data') };
  const [answer] = objectsIn(await outputOf(['ask', '--json', QUESTION], { environment }));
  const [passage] = (answer?.passages ?? []) as readonly { readonly id: string }[];
  const file = join(environment.DATA_DIR, 'nhip-cau.db');
  const storage = await openStorage({ kind: 'sqlite', file });
  await storage.feedback.vote('a' as PersonRef, passage?.id ?? assert.fail(), 'down');
  await storage.feedback.vote('b' as PersonRef, passage?.id ?? assert.fail(), 'down');
  await storage.feedback.vote('a' as PersonRef, 'gone1', 'up');
  await storage.close();
  return environment;
}

describe('nhip-cau feedback', () => {
  it('lists citations with their sentences, the worst first, and those that are gone', async () => {
    const output = await outputOf(['feedback'], { environment: await votedOn() });
    const [first = '', second = '', third = ''] = output.split('\n');
    assert.match(first, /^👎 2 {2}👍 0 {2}\[\w+\] “Hiệp định Thương mại song phương được ký tại Washington/);
    assert.match(second, /— Quan hệ Việt Nam – Hoa Kỳ \(quan-he\)$/);
    assert.equal(third, '👎 0  👍 1  [gone1] no longer in the knowledge');
  });

  it('prints one JSON object a line, as many as asked for', async () => {
    const output = await outputOf(['feedback', '--json', '--limit', '1'], { environment: await votedOn() });
    const [only, ...others] = objectsIn(output);
    assert.deepEqual([only?.down, only?.document, others.length], [2, 'quan-he', 0]);
  });

  it('says so when nobody has voted', async () => {
    const environment = { KNOWLEDGE_DIR: tinyFolder(), DATA_DIR: folderWith({}) };
    assert.equal(await outputOf(['feedback'], { environment }), 'Nobody has voted on a citation yet.\n');
  });

  it('tells what is wrong with the storage, and ends with 1', async () => {
    const file = join(folderWith({ 'data/nhip-cau.db': 'this is no database' }), 'data');
    const { code, errors } = await run(['feedback'], {
      environment: { KNOWLEDGE_DIR: tinyFolder(), DATA_DIR: file },
    });
    assert.equal(code, 1);
    assert.match(errors, /nhip-cau\.db/);
  });
});

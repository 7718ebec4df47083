import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import {
  fingerprintOf,
  type KnowledgeSnapshot,
  readKnowledgeSnapshot,
  writeKnowledgeSnapshot,
} from '../../../src/infra/files/knowledge-snapshot.ts';
import { TINY_LIBRARY, TODAY } from '../../core/chat/tiny-chat.ts';
import { file } from '../../support/knowledge-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
after(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

const { articles, events, documents, glossary } = TINY_LIBRARY;
const SNAPSHOT: KnowledgeSnapshot = {
  contents: { articles, events, documents, glossary },
  corpus: new Answerer(TINY_LIBRARY, TODAY).packCorpus(),
};

describe('a snapshot of the knowledge', () => {
  it('gives back what was stored, and leaves no other file behind', () => {
    writeKnowledgeSnapshot(path('whole'), 'state', SNAPSHOT);
    assert.deepEqual(readKnowledgeSnapshot(path('whole'), 'state'), SNAPSHOT);
    assert.deepEqual(readdirSync(folder), ['whole']);
  });

  it('is not taken for another state of the folder', () => {
    writeKnowledgeSnapshot(path('other'), 'state', SNAPSHOT);
    assert.equal(readKnowledgeSnapshot(path('other'), 'State'), undefined);
  });

  it('replaces the one before', () => {
    writeKnowledgeSnapshot(path('twice'), 'old', SNAPSHOT);
    writeKnowledgeSnapshot(path('twice'), 'new', SNAPSHOT);
    assert.equal(readKnowledgeSnapshot(path('twice'), 'old'), undefined);
    assert.deepEqual(readKnowledgeSnapshot(path('twice'), 'new'), SNAPSHOT);
  });

  it('is nothing where there is no file, or another one', () => {
    assert.equal(readKnowledgeSnapshot(path('nowhere'), 'state'), undefined);
    writeFileSync(path('foreign'), 'hello');
    assert.equal(readKnowledgeSnapshot(path('foreign'), 'state'), undefined);
  });

  it('is nothing when it was cut short, wherever that was', () => {
    writeKnowledgeSnapshot(path('cut'), 'state', SNAPSHOT);
    for (let length = readFileSync(path('cut')).length - 1; length > 0; length = Math.floor(length * 0.8)) {
      truncateSync(path('cut'), length);
      assert.equal(readKnowledgeSnapshot(path('cut'), 'state'), undefined, `${length} bytes`);
    }
  });
});

describe('the fingerprint of a knowledge folder', () => {
  const files = [file('articles/a.md', 'một'), file('articles/b.md', 'hai')];

  it('is the same for the same files', () => {
    assert.equal(
      fingerprintOf(files),
      fingerprintOf([file('articles/a.md', 'một'), file('articles/b.md', 'hai')]),
    );
  });

  it('changes with a byte, a name, a file more or less, and text moved from one to the next', () => {
    const others = [
      [file('articles/a.md', 'mọt'), file('articles/b.md', 'hai')],
      [file('articles/a.md', 'một'), file('articles/c.md', 'hai')],
      [file('articles/a.md', 'một')],
      [...files, file('articles/c.md', '')],
      [file('articles/a.md', 'mộth'), file('articles/b.md', 'ai')],
    ];
    const prints = [files, ...others].map(fingerprintOf);
    assert.equal(new Set(prints).size, prints.length);
  });
});

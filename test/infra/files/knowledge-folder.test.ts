import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { readKnowledgeFolder } from '../../../src/infra/files/knowledge-folder.ts';

const made: string[] = [];

/** A folder with these files, taken away after the test. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** The paths read, or the problems as `file: message`. */
function read(folder: string): readonly string[] {
  const reading = readKnowledgeFolder(folder);
  return reading.kind === 'files'
    ? reading.files.map(({ path }) => path)
    : reading.problems.map(({ file, message }) => `${file}: ${message}`);
}

describe('reading a knowledge folder', () => {
  it('gives every knowledge file, by its path below the folder and in order', () => {
    const folder = folderWith({
      'timeline/b.yaml': '',
      'articles/a.md': '',
      'glossary.yaml': '',
      'figures/trade.csv': '',
      'articles/a.txt': '',
    });
    assert.deepEqual(read(folder), [
      'articles/a.md',
      'articles/a.txt',
      'figures/trade.csv',
      'glossary.yaml',
      'timeline/b.yaml',
    ]);
  });

  it('gives the bytes as they are', () => {
    const reading = readKnowledgeFolder(folderWith({ 'a.md': '\uFEFFViệt\r\n' }));
    assert.ok(reading.kind === 'files');
    assert.deepEqual([...(reading.files[0]?.bytes ?? [])], [...new TextEncoder().encode('\uFEFFViệt\r\n')]);
  });

  it('opens neither hidden files nor files of other kinds', () => {
    const folder = folderWith({ 'a.md': '', '.git/b.md': '', '.c.md': '', 'photo.png': '' });
    assert.deepEqual(read(folder), ['a.md']);
  });

  it('says so when there is no such folder, or when it is a file', () => {
    const folder = folderWith({ 'a.md': '' });
    assert.deepEqual(read(join(folder, 'nowhere')), [`${join(folder, 'nowhere')}: There is no such folder.`]);
    assert.deepEqual(read(join(folder, 'a.md')), [`${join(folder, 'a.md')}: There is no such folder.`]);
  });

  it('follows no link out of the folder, and none that leads nowhere', () => {
    const outside = folderWith({ 'secret.md': '' });
    const folder = folderWith({ 'a.md': '' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'b.md'));
    symlinkSync(outside, join(folder, 'more'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'z.md'));
    const message = 'This link leads nowhere or out of the knowledge folder.';
    assert.deepEqual(read(folder), [`b.md: ${message}`, `more: ${message}`, `z.md: ${message}`]);
  });

  it('follows links within the folder, but not in circles', () => {
    const folder = folderWith({ 'articles/a.md': '' });
    symlinkSync(join(folder, 'articles/a.md'), join(folder, 'articles/b.md'));
    symlinkSync(folder, join(folder, 'articles/circle'));
    assert.deepEqual(read(folder), ['articles/a.md', 'articles/b.md']);
  });
});

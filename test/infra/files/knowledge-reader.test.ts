import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { packCorpus } from '../../../src/core/search/packed-corpus.ts';
import { readKnowledgeFolder } from '../../../src/infra/files/knowledge-folder.ts';
import { KnowledgeReader } from '../../../src/infra/files/knowledge-reader.ts';
import { file } from '../../support/knowledge-files.ts';

/** What a reader makes of files, without what is a function. */
function readBy(reader: KnowledgeReader, files: readonly KnowledgeFile[]) {
  const reading = reader.read(files);
  if (reading.kind === 'problems') return reading;
  const { articles, events, documents, glossary, figures } = reading.library;
  return { articles, events, documents, glossary, figures, corpus: packCorpus(reading.corpus) };
}

const article = (id: string, ...sentences: readonly string[]) =>
  file(
    `articles/${id}.md`,
    `---\nid: ${id}\ntitle: Bài ${id}\nlanguage: vi\nsource: { title: Báo, url: "https://example.org/" }\n---\n\n${sentences.join('\n\n')}\n`,
  );
const glossary = (...names: readonly string[]) =>
  file('glossary.yaml', names.map((name) => `- kind: person\n  vi: [${name}]\n  en: [${name}]\n`).join(''));

const CLINTON = 'Tổng thống Bill Clinton thăm Hà Nội vào tháng 11 năm 2000.';
const OBAMA = 'Tổng thống Barack Obama thăm Hà Nội vào tháng 5 năm 2016.';

/** One edit after the other, each the whole folder as it then is. */
const STATES: Readonly<Record<string, readonly KnowledgeFile[]>> = {
  'one article': [article('a', CLINTON)],
  'another article': [article('a', CLINTON), article('b', OBAMA)],
  'a sentence in front': [article('a', OBAMA, CLINTON), article('b', OBAMA)],
  'a glossary': [article('a', OBAMA, CLINTON), article('b', OBAMA), glossary('Bill Clinton')],
  'another name in it': [
    article('a', OBAMA, CLINTON),
    article('b', OBAMA),
    glossary('Barack Obama', 'Bill Clinton'),
  ],
  'a file that cannot be read': [article('a', CLINTON), file('articles/b.md', 'không có đầu')],
  'the same, mended': [article('a', CLINTON), article('b', OBAMA), glossary('Bill Clinton')],
  'a file that is gone': [article('b', OBAMA)],
  'a file under another name': [file('articles/c.md', 'x'), article('b', OBAMA)],
  'two files with one id': [article('a', CLINTON), { ...article('a', OBAMA), path: 'articles/b.md' }],
};

describe('a reader that remembers', () => {
  it('makes of every state of a folder what one that begins anew makes of it', () => {
    const reader = new KnowledgeReader();
    for (const [what, files] of Object.entries(STATES))
      assert.deepEqual(readBy(reader, files), readBy(new KnowledgeReader(), files), what);
  });

  it('does so with the shipped knowledge after an edit', () => {
    const folder = readKnowledgeFolder('knowledge');
    assert.ok(folder.kind === 'files');
    const edited = [...folder.files, article('sua-moi', CLINTON, OBAMA)];
    const reader = new KnowledgeReader();
    readBy(reader, folder.files);
    assert.deepEqual(readBy(reader, edited), readBy(new KnowledgeReader(), edited));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  assignHandles,
  handleOf,
  parseHandle,
  type SentenceKey,
} from '../../../src/core/knowledge/handle.ts';

const key = (text: string, documentId = 'bai', language: 'vi' | 'en' = 'vi'): SentenceKey => ({
  documentId,
  language,
  text,
});

describe('a citation handle', () => {
  it('never changes for the same sentence, because people have written it down', () => {
    assert.equal(handleOf('bai', 'vi', 'Hai nước lập quan hệ ngoại giao.'), 'v59ea');
    assert.equal(handleOf('article', 'en', 'The two countries established relations.'), 'a4fr9');
  });

  it('depends on the words, the document and the language', () => {
    const handles = [key('Một.'), key('Hai.'), key('Một.', 'bai-khac'), key('Một.', 'bai', 'en')].map(
      (entry) => handleOf(entry.documentId, entry.language, entry.text),
    );
    assert.equal(new Set(handles).size, 4);
  });

  it('has no letters that are taken for digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.match(handleOf('bai', 'vi', text), /^[2-9a-km-np-z]{5}$/);
      }),
    );
  });
});

describe('handles of a whole library', () => {
  it('do not depend on the order of the sentences or on their neighbours', () => {
    const [first, second, third] = ['Một.', 'Hai.', 'Ba.'].map((text) => key(text));
    assert.ok(first && second && third);
    const [a, b] = assignHandles([first, second]);
    const [c, , d] = assignHandles([second, third, first]);
    assert.deepEqual([a, b], [d, c]);
  });

  it('tell apart a sentence that a document says twice', () => {
    const [first, second] = assignHandles([key('Một.'), key('Một.')]);
    assert.equal(first, handleOf('bai', 'vi', 'Một.'));
    assert.notEqual(first, second);
  });

  it('are all different, and longer only where short ones meet', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => key(`Câu số ${index}.`));
    const handles = assignHandles(keys);
    assert.equal(new Set(handles).size, keys.length);
    const crowded = new Map<string, number>();
    for (const handle of handles) crowded.set(handle.slice(0, 5), (crowded.get(handle.slice(0, 5)) ?? 0) + 1);
    for (const handle of handles) assert.equal(handle.length > 5, (crowded.get(handle.slice(0, 5)) ?? 0) > 1);
    assert.ok(
      handles.some((handle) => handle.length > 5),
      'so many sentences make some handles meet',
    );
  });
});

describe('reading a handle', () => {
  it('takes what people type', () => {
    assert.equal(parseHandle(' K3F9A '), 'k3f9a');
  });

  it('refuses what no handle can be', () => {
    for (const text of ['', 'k3f9', 'k3f9o', 'k3f9l', 'k3f9a!', 'abcdefghijkmn'])
      assert.equal(parseHandle(text), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { libraryOf } from './libraries.ts';
import { articleFile } from './plain-articles.ts';

/** What the bot would read of an article with this text. */
function readBack(text: string, title = 'w1'): readonly string[] {
  const library = libraryOf('here', [articleFile({ id: 'w1', title, language: 'vi', text })]);
  return library.documents.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)),
  );
}

describe('an article without Markdown', () => {
  it('keeps its words', () => {
    assert.deepEqual(readBack('Hà Nội là thủ đô của Việt Nam.'), ['Hà Nội là thủ đô của Việt Nam.']);
  });

  it('is no heading though its line begins like one', () => {
    assert.deepEqual(readBack('# Hà Nội là thủ đô.'), ['Hà Nội là thủ đô.']);
  });

  it('is not underlined by a row of dashes', () => {
    assert.deepEqual(readBack('Hà Nội là thủ đô.\n---\nHuế là cố đô.'), [
      'Hà Nội là thủ đô.',
      'Huế là cố đô.',
    ]);
  });

  it('opens no comment and no footnote', () => {
    assert.deepEqual(readBack('Mũi tên <!-- và [^1] là chữ.'), ['Mũi tên < !-- và [ ^1] là chữ.']);
  });

  it('may have quotation marks and colons in its title', () => {
    assert.deepEqual(readBack('Một câu.', 'Chữ "nháy": có \\ nữa'), ['Một câu.']);
  });
});

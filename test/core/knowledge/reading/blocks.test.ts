import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { blocksOf } from '../../../../src/core/knowledge/reading/blocks.ts';

/** Blocks as short lines: `# heading`, or the stretches of a paragraph with their footnotes. */
const read = (text: string): readonly string[] =>
  blocksOf(text).map((block) =>
    block.kind === 'heading'
      ? `# ${block.text}`
      : block.units
          .map(({ start, end, footnotes }) => `<${text.slice(start, end)}>${footnotes.join()}`)
          .join(' '),
  );

describe('the blocks of an article', () => {
  it('are paragraphs between blank lines, whose lines belong together', () => {
    assert.deepEqual(read('\nMột.\nHai.\n\n\nBa.\n'), ['<Một.\nHai.>', '<Ba.>']);
  });

  it('know headings with and without a blank line behind them', () => {
    assert.deepEqual(read('# Tựa\n\n## Mục một\nMột.\n### Mục hai\n\nHai.'), [
      '# Tựa',
      '# Mục một',
      '<Một.>',
      '# Mục hai',
      '<Hai.>',
    ]);
  });

  it('take an underlined line for a heading, and a line of hyphens alone for nothing', () => {
    assert.deepEqual(read('Tựa\n----\nMột.\n\n---\n\nHai.'), ['# Tựa', '<Một.>', '<Hai.>']);
  });

  it('make a stretch of every item of a list, with the lines that continue it', () => {
    assert.deepEqual(read('Gồm:\n- một;\n- hai\n  và ba.\n* bốn'), ['<Gồm:> <một;> <hai\n  và ba.> <bốn>']);
  });

  it('take footnote marks off the end of a paragraph and of an item', () => {
    assert.deepEqual(read('Một. Hai. [^a][^b-2]\n\n- Ba. [^c]\n- Bốn.'), [
      '<Một. Hai.>a,b-2',
      '<Ba.>c <Bốn.>',
    ]);
  });

  it('find marks on a line of their own', () => {
    assert.deepEqual(read('Một.\n[^a] [^b]'), ['<Một.>a,b']);
  });

  it('leave brackets that are no footnotes', () => {
    assert.deepEqual(read('Năm […]\n\nXem [1]\n\nA [^ b]'), ['<Năm […]>', '<Xem [1]>', '<A [^ b]>']);
  });

  it('lie inside the text, in order and apart, whatever it is', () => {
    const line = fc.constantFrom(
      'Một.',
      '- hai',
      '# ba',
      '---',
      '',
      '[^a]',
      '[^',
      ']',
      '  * bốn [^b] ',
      '#',
      '-',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        let at = 0;
        for (const block of blocksOf(text)) {
          if (block.kind === 'heading') continue;
          for (const { start, end } of block.units) {
            assert.ok(at <= start && start <= end && end <= text.length);
            at = end;
          }
        }
      }),
    );
  });
});

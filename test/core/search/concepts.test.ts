import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConceptFinder, type MarkRule } from '../../../src/core/search/concepts.ts';
import { termOf, tokenise } from '../../../src/core/text/tokenise.ts';

const CONCEPTS = [
  ['Hoa Kỳ', 'Mỹ', 'US', 'United States'],
  ['Nhà Trắng', 'White House'],
  ['Nha Trang'],
  ['viện trợ', 'aid'],
  ['bình thường hóa', 'normalise'],
  ['Đại sứ quán Hoa Kỳ', 'US embassy'],
  ['Hồ Chí Minh'],
  ['Clinton'],
  ['bà Clinton', 'Clinton'],
];
const finder = new ConceptFinder(CONCEPTS.map((forms) => ({ forms })));

/** What is found, as the preferred wording of each concept and the words it spans. */
function found(text: string, rule: MarkRule = 'strict'): readonly string[] {
  const words = tokenise(text).map(({ word }) => word);
  return finder
    .find(words, words.map(termOf), rule)
    .map(({ concept, from, to }) => `${CONCEPTS[concept]?.[0]}: ${words.slice(from, to).join(' ')}`);
}

describe('the finder of concepts', () => {
  it('finds every wording in any case', () => {
    assert.deepEqual(found('MỸ, Hoa Kỳ và the united states'), [
      'Hoa Kỳ: mỹ',
      'Hoa Kỳ: hoa kỳ',
      'Hoa Kỳ: united states',
    ]);
  });

  it('takes the longest wording and nothing inside it', () => {
    assert.deepEqual(found('đại sứ quán Hoa Kỳ'), ['Đại sứ quán Hoa Kỳ: đại sứ quán hoa kỳ']);
  });

  it('finds all concepts that share a wording', () => {
    assert.deepEqual(found('Clinton'), ['Clinton: clinton', 'bà Clinton: clinton']);
  });

  it('prefers the wording as it stands to one that needs folding', () => {
    assert.deepEqual(found('Nha Trang', 'lenient'), ['Nha Trang: nha trang']);
    assert.deepEqual(found('Nhà Trắng', 'lenient'), ['Nhà Trắng: nhà trắng']);
  });

  it('takes a lone word without marks for a marked one in questions only', () => {
    assert.deepEqual(found('my', 'lenient'), ['Hoa Kỳ: my']);
    assert.deepEqual(found('my', 'strict'), []);
  });

  it('takes a longer name without marks for the marked one in texts too', () => {
    assert.deepEqual(found('Ho Chi Minh'), ['Hồ Chí Minh: ho chi minh']);
  });

  it('never takes a word with other marks', () => {
    assert.deepEqual(found('viên trò bính thương hóa', 'lenient'), []);
  });

  it('accepts English endings, but not on words too short to be told by them', () => {
    assert.deepEqual(found('normalised normalising normalises', 'lenient').length, 3);
    assert.deepEqual(found('aids used', 'lenient'), []);
  });

  it('takes old and new tone placement for one', () => {
    assert.deepEqual(found('bình thường hoá'), ['bình thường hóa: bình thường hóa']);
  });

  it('reads "U.S." as US', () => {
    assert.deepEqual(found('the U.S. embassy'), ['Đại sứ quán Hoa Kỳ: us embassy']);
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(new ConceptFinder([]).find(['mỹ'], ['my'], 'lenient'), []);
    assert.deepEqual(new ConceptFinder([{ forms: ['…', ''] }]).find(['mỹ'], ['my'], 'lenient'), []);
  });
});

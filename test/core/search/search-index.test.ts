import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLibrary } from '../../../src/core/knowledge/library.ts';
import { packCorpus, unpackCorpus } from '../../../src/core/search/packed-corpus.ts';
import { SearchIndex } from '../../../src/core/search/search-index.ts';
import { similarTerms } from '../../../src/core/search/similar-terms.ts';
import { indexOf, searchFor } from '../../support/searching.ts';
import { smallWorld } from '../../support/small-world.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

/** Questions of every sort: marked, not marked, misspelt, English, about nothing. */
const QUESTIONS = [
  'Tổng thống Bill Clinton bãi bỏ lệnh cấm vận khi nào?',
  'kim ngach hai chieu nam 2013',
  'Clintn thăm Việt Nam',
  'Who lifted the embargo?',
  'hiệp định thương mại song phương được ký ở đâu',
  'Vịnh Hạ Long có bao nhiêu du khách?',
  'máy bay Boeing',
  'chợ nổi',
  'lotus tea',
  'zzzz qqqq',
  'của là và',
  '',
];

describe('the two ways of searching', () => {
  it('agree on the best sentence', () => {
    const prepared = indexOf(smallWorld());
    prepared.prepare();
    for (const question of QUESTIONS) {
      // An index that has answered three questions no longer scans, so each gets a fresh one.
      const scanning = new SearchIndex(prepared.corpus, prepared.finder);
      assert.equal(searchFor(prepared, question)[0], searchFor(scanning, question)[0], question);
    }
  });

  it('go over from one to the other within a conversation without a change of results', () => {
    const index = indexOf(smallWorld());
    const first = searchFor(index, 'kim ngạch hai chiều')[0];
    for (let again = 0; again < 5; again += 1)
      assert.equal(searchFor(index, 'kim ngạch hai chiều')[0], first);
  });
});

describe('a sentence asked for word for word', () => {
  const library = smallWorld();
  const index = indexOf(library);
  const sentences = index.corpus.passages.map(({ sentence }) => sentence.text);

  it('is found first', () => {
    for (const sentence of sentences) assert.equal(searchFor(index, sentence)[0], sentence);
  });

  it('is found first in upper case and in decomposed form', () => {
    for (const sentence of sentences) {
      assert.equal(searchFor(index, sentence.toUpperCase())[0], sentence);
      assert.equal(searchFor(index, sentence.normalize('NFD'))[0], sentence);
    }
  });
});

describe('a misspelt word', () => {
  const index = indexOf(
    tinyLibrary({
      articles: [...apart('Tướng Westmoreland đến Biên Hòa.', 'Ông Kissinger đến Paris.'), ...BACKGROUND],
    }),
  );
  const WESTMORELAND = 'Tướng Westmoreland đến Biên Hòa.';

  for (const [slip, typed] of Object.entries({
    'a letter left out': 'Westmorland',
    'a letter too many': 'Westmorelland',
    'a wrong letter': 'Westmoreland'.replace('e', 'a'),
  })) {
    it(`is mended: ${slip}`, () => {
      index.prepare();
      assert.equal(searchFor(index, typed)[0], WESTMORELAND);
      assert.equal(searchFor(new SearchIndex(index.corpus, index.finder), typed)[0], WESTMORELAND);
    });
  }

  it('is not mended by two letters, nor when it is a short word or a number', () => {
    for (const typed of ['Wstmorland', 'Westmo', '2001']) {
      assert.ok(!searchFor(index, typed).includes(WESTMORELAND), typed);
    }
  });

  it('is mended behind other words that nobody knows, within reason', () => {
    const unknown = (count: number): string =>
      Array.from({ length: count }, (_, at) => `xqzk${'bcdfghjk'[at % 8]}`).join(' ');
    index.prepare();
    assert.equal(searchFor(index, `${unknown(8)} Westmorland`)[0], WESTMORELAND);
    assert.deepEqual(searchFor(index, `${unknown(80)} Westmorland`), []);
  });

  it('does not count as much as the word itself', () => {
    const both = indexOf(
      tinyLibrary({ articles: [...apart('Ông Petersen câu cá.', 'Ông Peterson câu tôm.'), ...BACKGROUND] }),
    );
    assert.equal(searchFor(both, 'Peterson câu gì')[0], 'Ông Peterson câu tôm.');
    assert.equal(searchFor(both, 'Petersen câu gì')[0], 'Ông Petersen câu cá.');
  });
});

describe('terms one slip away', () => {
  it('are those of edit distance one, by a slow second way', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (term, terms) => {
        assert.deepEqual(
          similarTerms(term, terms),
          terms.filter((other) => distance(term, other) === 1),
        );
      }),
    );
  });
});

/** The distance of Damerau and Levenshtein (two neighbours swapped are one slip) from its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  const isSwapped = a[0] === b[1] && a[1] === b[0];
  return (
    1 +
    Math.min(
      distance(a.slice(1), b),
      distance(a, b.slice(1)),
      distance(a.slice(1), b.slice(1)),
      isSwapped ? distance(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY,
    )
  );
}

describe('a packed corpus', () => {
  it('gives the same results when it is unpacked', () => {
    const fresh = indexOf(smallWorld());
    const unpacked = new SearchIndex(unpackCorpus(packCorpus(fresh.corpus)), fresh.finder);
    for (const question of QUESTIONS) {
      assert.deepEqual(searchFor(unpacked, question), searchFor(fresh, question), question);
    }
  });

  it('survives being cloned, as storing does', () => {
    const fresh = indexOf(smallWorld());
    const { passages, ...numbers } = packCorpus(fresh.corpus);
    const unpacked = new SearchIndex(unpackCorpus({ ...structuredClone(numbers), passages }), fresh.finder);
    unpacked.prepare();
    for (const question of QUESTIONS) {
      assert.equal(searchFor(unpacked, question)[0], searchFor(fresh, question)[0], question);
    }
  });
});

describe('an empty library', () => {
  it('finds nothing and does not mind being asked', () => {
    const index = indexOf(createLibrary({ articles: [], events: [], documents: [], glossary: [] }));
    assert.deepEqual(searchFor(index, 'Bill Clinton'), []);
    index.prepare();
    assert.deepEqual(searchFor(index, 'Bill Clinton'), []);
  });
});

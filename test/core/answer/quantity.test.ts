import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quantityAskedFor } from '../../../src/core/answer/quantity.ts';
import { askerOf, shortAnswer } from '../../support/asking.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

describe('the kind of number a question asks for', () => {
  for (const [question, expected] of Object.entries({
    'viện trợ bao nhiêu tiền': 'money',
    'tăng bao nhiêu phần trăm': 'share',
    'con tàu dài bao nhiêu': 'measure',
    'how far is it': 'measure',
    'có bao nhiêu người': 'count',
    'dung thu may dong nam a': 'rank',
  })) {
    it(`is read from its words: ${question}`, () => {
      assert.equal(quantityAskedFor(question.split(' ')), expected);
    });
  }

  it('is left open where the words do not show it', () => {
    for (const question of ['có bao nhiêu', 'dai bao nhieu nam', 'how many ships']) {
      assert.equal(quantityAskedFor(question.split(' ')), undefined, question);
    }
  });

  it('decides which number of a sentence is the short answer', () => {
    const ask = askerOf(
      tinyLibrary({
        articles: [
          ...apart('Hạm đội Biển Bạc thứ ba có tàu Hải Âu dài 90 mét, chở 300 thủy thủ, giá 12 triệu USD.'),
          ...BACKGROUND,
        ],
        glossary: [],
      }),
    );
    assert.equal(shortAnswer(ask('Tàu Hải Âu của hạm đội Biển Bạc dài bao nhiêu?')), 'number: 90 mét');
    assert.equal(
      shortAnswer(ask('Tàu Hải Âu của hạm đội Biển Bạc giá bao nhiêu tiền?')),
      'number: 12 triệu USD',
    );
    assert.equal(shortAnswer(ask('Tàu Hải Âu của hạm đội Biển Bạc thứ mấy?')), 'number: thứ ba');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalIAndY } from '../../../src/core/text/i-and-y.ts';

describe('canonicalIAndY', () => {
  it('writes y where i and y are a matter of taste', () => {
    for (const [typed, written] of [
      ['kí', 'ký'],
      ['kỉ', 'kỷ'],
      ['mĩ', 'mỹ'],
      ['Mĩ', 'Mỹ'],
      ['TỈ', 'TỶ'],
      ['lí', 'lý'],
      ['quí', 'quý'],
      ['hi', 'hy'],
      ['ki', 'ky'],
    ] as const) {
      assert.equal(canonicalIAndY(typed), written);
      assert.equal(canonicalIAndY(written), written);
    }
  });

  it('leaves syllables alone whose letter is fixed', () => {
    for (const word of ['vì', 'chị', 'gì', 'bi', 'thi', 'kinh', 'tin', 'i', '', 'thúy', 'phi']) {
      assert.equal(canonicalIAndY(word), word);
    }
  });
});

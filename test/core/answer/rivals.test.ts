import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Contender, leadOverRivals } from '../../../src/core/answer/rivals.ts';
import { type Edtf, parseEdtf } from '../../../src/core/dates/edtf.ts';
import type { KnowledgeDocument } from '../../../src/core/knowledge/document.ts';

interface Told extends Contender {
  readonly dates: readonly Edtf[];
}

const told = (id: string, score: number, date?: string, kind: KnowledgeDocument['kind'] = 'event'): Told => {
  const edtf = date === undefined ? undefined : parseEdtf(date);
  return { document: { id, kind } as KnowledgeDocument, score, dates: edtf === undefined ? [] : [edtf] };
};

const lead = (one: Told, ...others: readonly Told[]): number =>
  Number(leadOverRivals(one, [one, ...others], ({ dates }) => dates).toFixed(2));

describe('how far a sentence is ahead of its rivals', () => {
  const one = told('bta', 3, '2000-07-13');

  it('is told by the best one that tells of another day', () => {
    assert.equal(lead(one, told('wto', 2.7, '2007-01-11'), told('pntr', 2.8, '2006-12-20')), 0.2);
  });

  it('is less than nothing where that one is better', () => {
    assert.equal(lead(one, told('wto', 3.4, '2007-01-11')), -0.4);
  });

  it('is not lessened by who tells the same, or nothing of when', () => {
    assert.equal(lead(one, told('clinton', 2.9, '2000-07'), told('trade', 2.95)), 0.5);
  });

  it('is not lessened by other sentences of the event, but by those of the same article', () => {
    assert.equal(lead(one, told('bta', 2.9, '2001-12-10')), 0.5);
    const [first, second] = [told('ties', 3, '2000', 'article'), told('ties', 2.9, '1995', 'article')];
    assert.equal(lead(first, second), 0.1);
  });

  it('says no more from some distance on', () => {
    assert.equal(lead(one, told('wto', 0.1, '2007-01-11')), 0.5);
    assert.equal(lead(one, told('wto', 9, '2007-01-11')), -1);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareEdtf,
  type Edtf,
  edtfBounds,
  edtfContains,
  edtfOverlaps,
  edtfParts,
  parseEdtf,
  precisionOf,
} from '../../../src/core/dates/edtf.ts';
import { knownDate, PRECISION_EXAMPLES } from './known-date.ts';

const REFUSED: readonly (readonly [string, string])[] = [
  ['1995-02-29', 'is no day of a common year'],
  ['1900-02-29', 'is no day of a century that is not divisible by 400'],
  ['1995-06-31', 'is no day of a month of thirty days'],
  ['XXXX-02-30', 'is no day of any year'],
  ['1995-13', 'is no month'],
  ['1995-00', 'counts months from zero'],
  ['1995-07-00', 'counts days from zero'],
  ['1995-7-12', 'lacks a zero'],
  ['0999', 'is before the years of the profile'],
  ['3000', 'is behind the years of the profile'],
  ['09XX', 'is a century before the years of the profile'],
  ['2000/1995', 'ends before it begins'],
  ['2000/2000-05', 'ends within its beginning'],
  ['../..', 'is open on both sides'],
  ['/1953', 'has the unknown end of another profile'],
  ['1995/', 'has no end'],
  ['1995/1996/1997', 'has two slashes'],
  ['XXXX-07-12/1995', 'has an end without a year'],
  ['XXXX', 'says nothing'],
  ['1995-07-12T00:00', 'has a time of day'],
  ['1995~', 'has a qualifier of another profile'],
  ['19X5', 'leaves out a digit in the middle'],
  [' 1995', 'has a space'],
  ['١٩٩٥', 'is written in other digits'],
  ['', 'is empty'],
];

const OVERLAPS: readonly (readonly [string, string, boolean])[] = [
  ['1995-07-12', '1995-07-12', true],
  ['1995-07-12', '1995-07-13', false],
  ['1995-07-12', '1995-07', true],
  ['1995', '199X', true],
  ['1995', '200X', false],
  ['1995', '19XX', true],
  ['1995/2000', '2000-12-31', true],
  ['1995/2000', '2001-01-01', false],
  ['2000/..', '2999', true],
  ['2000/..', '../1999', false],
  ['2000/..', '../2000', true],
  ['XXXX-07-12', '1995-07-12', true],
  ['XXXX-07-12', '1995-07-11', false],
  ['XXXX-07-12', '1995', true],
  ['XXXX-07-12', '1995-08', false],
  ['XXXX-07-12', '2016-07-10/2016-07-15', true],
  ['XXXX-07-12', '2016-07-13/2016-07-15', false],
  ['XXXX-01-01', '1971-12-30/1972-01-02', true],
  ['XXXX-07', '1995-07-31', true],
  ['XXXX-07', '1995-06-30', false],
  ['XXXX-07', 'XXXX-07-12', true],
  ['XXXX-07', 'XXXX-08', false],
  ['XXXX-07-12', 'XXXX-07-13', false],
  ['XXXX-02-29', '1995', false],
  ['XXXX-02-29', '1996', true],
  ['XXXX-02-29', '1897/1903', false],
  ['XXXX-02-29', '1897/1904', true],
  ['XXXX-02-29', '1997/..', true],
];

const CONTAINS: readonly (readonly [string, string, boolean])[] = [
  ['1995', '1995-07-12', true],
  ['1995-07-12', '1995', false],
  ['199X', '1995/1999', true],
  ['199X', '1995/2000', false],
  ['2000/..', '2013', true],
  ['2000/..', '2013/..', true],
  ['2000/2020', '2013/..', false],
  ['../1953', '../1945', true],
  ['XXXX-07-12', '1995-07-12', true],
  ['XXXX-07-12', '1995-07', false],
  ['XXXX-07', '1995-07', true],
  ['XXXX-07', '1995-07-10/1995-07-20', true],
  ['XXXX-07', '1995-07-10/1995-08-01', false],
  ['XXXX-07', '1995/..', false],
  ['XXXX-07', 'XXXX-07-12', true],
  ['XXXX-07-12', 'XXXX-07', false],
  ['1995', 'XXXX-07-12', false],
];

const years = fc.integer({ min: 1780, max: 2030 });
const datedText = fc.oneof(
  years.map(String),
  years.map((year) => `${Math.floor(year / 10)}X`),
  fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${two(month)}`),
  fc
    .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
);
const anyText = fc.oneof(
  datedText,
  datedText.map((text) => `${text}/..`),
  datedText.map((text) => `../${text}`),
  fc.tuple(datedText, datedText).map(([a, b]) => `${a}/${b}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `XXXX-${two(month)}-${two(day)}`),
);
const dates: fc.Arbitrary<Edtf> = anyText.filter((text) => parseEdtf(text) !== undefined).map(knownDate);

const two = (value: number): string => String(value).padStart(2, '0');

describe('parseEdtf', () => {
  for (const [text, precision] of PRECISION_EXAMPLES) {
    it(`takes ${text} as a date of precision ${precision}`, () => {
      assert.equal(parseEdtf(text), text);
      assert.equal(precisionOf(knownDate(text)), precision);
    });
  }
  for (const [text, reason] of REFUSED) {
    it(`refuses "${text}", which ${reason}`, () => assert.equal(parseEdtf(text), undefined));
  }
});

describe('edtfParts', () => {
  it('takes a day apart', () => {
    assert.deepEqual(edtfParts(knownDate('1995-07-12')), { precision: 'day', year: 1995, month: 7, day: 12 });
  });
  it('takes an interval apart into dates of their own precision', () => {
    assert.deepEqual(edtfParts(knownDate('199X/2000-07')), {
      precision: 'interval',
      from: { precision: 'decade', firstYear: 1990 },
      to: { precision: 'month', year: 2000, month: 7 },
    });
  });
  it('leaves an open end undefined', () => {
    assert.deepEqual(edtfParts(knownDate('../1953')), {
      precision: 'interval',
      from: undefined,
      to: { precision: 'year', year: 1953 },
    });
  });
});

describe('edtfBounds', () => {
  it('ends February as the year has it', () => {
    assert.deepEqual(edtfBounds(knownDate('2000-02')), { first: '2000-02-01', last: '2000-02-29' });
    assert.deepEqual(edtfBounds(knownDate('1995-02')), { first: '1995-02-01', last: '1995-02-28' });
  });
  it('spans whole decades and centuries', () => {
    assert.deepEqual(edtfBounds(knownDate('199X')), { first: '1990-01-01', last: '1999-12-31' });
    assert.deepEqual(edtfBounds(knownDate('18XX')), { first: '1800-01-01', last: '1899-12-31' });
  });
  it('leaves open ends undefined', () => {
    assert.deepEqual(edtfBounds(knownDate('2000/..')), { first: '2000-01-01', last: undefined });
  });
  it('has none for a day of any year', () => assert.equal(edtfBounds(knownDate('XXXX-07-12')), undefined));
});

describe('edtfOverlaps', () => {
  for (const [a, b, expected] of OVERLAPS) {
    it(`finds ${expected ? 'a' : 'no'} day that ${a} shares with ${b}`, () => {
      assert.equal(edtfOverlaps(knownDate(a), knownDate(b)), expected);
      assert.equal(edtfOverlaps(knownDate(b), knownDate(a)), expected);
    });
  }
  it('holds for a date and itself, and the same in both directions', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => edtfOverlaps(a, a) && edtfOverlaps(a, b) === edtfOverlaps(b, a)),
    );
  });
});

describe('edtfContains', () => {
  for (const [outer, inner, expected] of CONTAINS) {
    it(`says that ${inner} is ${expected ? 'wholly' : 'not wholly'} within ${outer}`, () => {
      assert.equal(edtfContains(knownDate(outer), knownDate(inner)), expected);
    });
  }
  it('holds for a date and itself, and only where the two overlap', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => edtfContains(a, a) && (!edtfContains(a, b) || edtfOverlaps(a, b))),
    );
  });
});

describe('compareEdtf', () => {
  it('orders by beginning, then the longer one first, dates without a year last', () => {
    const ordered = [
      '../1953',
      '19XX',
      '1945-09-02',
      '199X',
      '1995/..',
      '1995/2000',
      '1995',
      '1995-07/1995-08',
      '1995-07',
      '1995-07-12/1995-07-14',
      '1995-07-12',
      'XXXX-04-30',
      'XXXX-07',
      'XXXX-07-12',
    ];
    const shuffled = [...ordered].reverse().map(knownDate);
    assert.deepEqual(shuffled.sort(compareEdtf), ordered);
  });
  it('is a total order', () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        assert.equal(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a)), 0);
        assert.equal(compareEdtf(a, b) === 0, a === b);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) assert.ok(compareEdtf(a, c) <= 0);
      }),
    );
  });
});

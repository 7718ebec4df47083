import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDateExpression } from '../../../src/core/dates/date-expression.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { type DateMention, readDates } from '../../../src/core/dates/read-dates.ts';
import { LOCALES } from '../../../src/core/locale.ts';
import { knownDate, TODAY } from './known-date.ts';

/** Pieces that rules look for, so that generated texts come close to dates far more often than random ones. */
const PIECES = [
  ...[
    'ngày',
    'mùng',
    'tháng',
    'thang',
    'năm',
    'nam',
    'từ',
    'đến',
    'và',
    'giữa',
    'đầu',
    'cuối',
    'sau',
    'trước',
    'khoảng',
  ],
  ...[
    'thập niên',
    'những năm',
    'thế kỷ',
    'quý',
    'XX',
    'hôm nay',
    'cùng năm',
    'đó',
    'mười',
    'hai',
    'tư',
    'âm lịch',
    'nay',
  ],
  ...[
    'July',
    'may',
    'Sept.',
    'of',
    'the',
    'in',
    'on',
    'from',
    'to',
    'between',
    'and',
    'early',
    'mid',
    'century',
    'decade',
  ],
  ...[
    '1',
    '4',
    '12',
    '13',
    '30',
    '31',
    '45',
    '95',
    '1995',
    '2000',
    '1,954',
    '36.5',
    '90',
    's',
    'th',
    'T',
    'X',
    'XXXX',
  ],
  ...[
    '/',
    '-',
    '–',
    '.',
    ',',
    "'",
    '’',
    '(',
    '%',
    '$',
    '&',
    ' ',
    ' ',
    ' ',
    '\n',
    '\u0301',
    '\ud800',
    '\udc00',
    '🎉',
    '年',
  ],
] as const;

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);
const options = fc.record(
  {
    language: fc.constantFrom(...LOCALES),
    today: fc.constant(TODAY),
    context: fc.constantFrom('1995-07-12', '1995', '1995/2000', 'XXXX-07', '1000', '2999').map(knownDate),
    relativeToToday: fc.boolean(),
  },
  { requiredKeys: ['language', 'today'] },
);
const RUNS = { numRuns: 1_000 };

function assertConsistent({ kind, edtf, candidates }: DateMention): void {
  assert.equal(edtf !== undefined, kind === 'date');
  assert.equal(candidates.length > 0, kind === 'ambiguous');
  assert.equal(new Set(candidates).size, candidates.length);
  for (const date of edtf === undefined ? candidates : [edtf]) assert.equal(parseEdtf(date), date);
}

describe('readDates on any text', () => {
  it('never throws, and finds mentions in order, within the text and apart from each other', () => {
    fc.assert(
      fc.property(texts, options, (text, read) => {
        let end = 0;
        for (const mention of readDates(text, read)) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length);
          end = mention.end;
        }
      }),
      RUNS,
    );
  });
  it('gives a valid date, several different ones, or none, as the kind says', () => {
    fc.assert(
      fc.property(texts, options, (text, read) => {
        for (const mention of readDates(text, read)) assertConsistent(mention);
      }),
      RUNS,
    );
  });
  it('finds the same dates whatever the normalisation form', () => {
    const meanings = (text: string, read: Parameters<typeof readDates>[1]): readonly unknown[] =>
      readDates(text, read).map(({ start: _start, end: _end, ...meaning }) => meaning);
    const words = fc
      .array(fc.constantFrom(...PIECES.slice(0, 45)), { maxLength: 20 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, options, (text, read) => {
        assert.deepEqual(meanings(text.normalize('NFD'), read), meanings(text.normalize('NFC'), read));
      }),
      RUNS,
    );
  });
});

describe('parseDateExpression on any text', () => {
  it('never throws, and gives valid dates only', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LOCALES), (text, language) => {
        const read = parseDateExpression(text, { language, today: TODAY });
        if (read.kind === 'date') assert.equal(parseEdtf(read.edtf), read.edtf);
        if (read.kind === 'ambiguous') assert.ok(read.candidates.length > 0);
      }),
      RUNS,
    );
  });
});

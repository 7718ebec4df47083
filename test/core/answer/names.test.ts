import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../../src/core/answer/answer.ts';
import { Gazetteer } from '../../../src/core/answer/gazetteer.ts';
import { readNames } from '../../../src/core/answer/name-mentions.ts';
import { tinyLibrary } from '../../support/tiny-library.ts';

const textsOf = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('the names of a sentence', () => {
  const namesIn = (text: string): readonly string[] => textsOf(text, readNames(text));

  it('are its runs of capitalised words', () => {
    assert.deepEqual(namesIn('Sáng nay ông Nguyễn Cơ Thạch gặp John Vessey ở Hà Nội.'), [
      'Nguyễn Cơ Thạch',
      'John Vessey',
      'Hà Nội',
    ]);
  });

  it('do not include a single word that only opens the sentence', () => {
    assert.deepEqual(namesIn('Hôm qua ông đến.'), []);
    assert.deepEqual(namesIn('Hà Nội đón khách.'), ['Hà Nội']);
  });

  it('hold their initials, particles and hyphens together, without the last stop', () => {
    assert.deepEqual(namesIn('The visit of George H. W. Bush.'), ['George H. W. Bush']);
    assert.deepEqual(namesIn('Then came Robert de Niro and Ban Ki-moon.'), ['Robert de Niro', 'Ban Ki-moon']);
  });

  it('have true places in any text', () => {
    const piece = fc.constantFrom(
      'An',
      'Ế',
      'b',
      ' ',
      '. ',
      '.',
      'de',
      'Jr.',
      "O'",
      '𝐀',
      '🙂',
      'e\u0301',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of readNames(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.match(text.slice(start, end), /^\p{Lu}/u);
          last = end;
        }
      }),
    );
  });
});

describe('the gazetteer', () => {
  const { events, glossary } = tinyLibrary({
    events: [
      {
        id: 'e',
        keys: { people: '[Hoàng tử Cảnh]', places: '[Huế, Vũng Lấm]' },
      },
    ],
    glossary: [
      '{ kind: person, vi: [Richard Nixon, Nixon], en: [Richard Nixon, Nixon] }',
      '{ kind: place, vi: [Sài Gòn], en: [Saigon] }',
      '{ kind: institution, vi: [Quốc hội Hoa Kỳ], en: [US Congress] }',
      '{ kind: place, vi: [Hoa Kỳ], en: [United States] }',
    ],
  });
  const gazetteer = new Gazetteer(events, glossary);

  it('knows people and places from the timeline and the glossary', () => {
    const text = 'Hoàng tử Cảnh và Richard Nixon chưa từng gặp nhau ở Vũng Lấm hay Saigon.';
    assert.deepEqual(textsOf(text, gazetteer.peopleIn(text)), ['Hoàng tử Cảnh', 'Richard Nixon']);
    assert.deepEqual(textsOf(text, gazetteer.placesIn(text)), ['Vũng Lấm', 'Saigon']);
  });

  it('takes only what is written with a capital', () => {
    const text = 'Xem nixonlibrary.gov, nixon.gov và ăn kẹo huế.';
    assert.deepEqual(textsOf(text, gazetteer.peopleIn(text)), []);
    assert.deepEqual(textsOf(text, gazetteer.placesIn(text)), []);
  });

  it('knows a name written without its marks', () => {
    assert.deepEqual(textsOf('They met in Vung Lam.', gazetteer.placesIn('They met in Vung Lam.')), [
      'Vung Lam',
    ]);
  });

  it('is silent about a text without names, and when it knows none', () => {
    assert.deepEqual(gazetteer.peopleIn('không có ai'), []);
    assert.deepEqual(new Gazetteer([], []).placesIn('Hà Nội'), []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answer, Span } from '../../../src/core/answer/answer.ts';
import { Answerer } from '../../../src/core/answer/answerer.ts';
import { askerOf, conversationWith, TODAY } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

/** Pieces of questions that can hit something, with pieces meant to hurt between them. */
const PIECES = [
  'Tổng thống Bill Clinton',
  'bãi bỏ lệnh cấm vận',
  'Hiệp định thương mại song phương',
  'kim ngạch hai chiều',
  'khi nào',
  'ở đâu',
  'ai',
  'bao nhiêu',
  'nawm naof',
  'na8m na2o',
  'ngày 31/2/1995',
  '7/11/95',
  'năm 2013',
  'còn',
  'nói thêm đi',
  'who',
  'when was',
  'embargo',
  'BTA',
  'Boeing',
  'Hạ Long',
  'phải không',
  '(((((',
  '"""',
  '[…]',
  '#1',
  '12°',
  '1.234.567,89',
  '-1e999',
  '\u0301\u0323\u0309',
  '\ud83d',
  '\udc4d',
  '👩‍👩‍👧‍👦',
  '\u202E',
  '\u0000',
  '__proto__',
  'constructor',
  'ﬀ İ ß',
  'ꦗꦮ',
  '<b>&amp;',
  '\\u0041',
  '$&',
  'a.b.c.d.e.f.',
];

const question = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 })
  .map((pieces) => pieces.join(' '));

/** UTF-16 units in any order, half surrogate pairs included. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

const bytes = fc
  .uint8Array({ maxLength: 60 })
  .map((array) => new TextDecoder('utf-8', { fatal: false }).decode(array));

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Asserts that a span begins and ends between characters of the text, and is not empty. */
function isTrueSpan(text: string, { start, end }: Span): void {
  assert.ok(Number.isInteger(start) && Number.isInteger(end));
  assert.ok(start >= 0 && start < end && end <= text.length);
  for (const at of [start, end]) {
    assert.ok(!isLow(text.charCodeAt(at)), 'no span cuts a surrogate pair');
    assert.ok(!/^\p{M}/u.test(text.slice(at)), 'no span parts a letter from its marks');
  }
}

/** What holds of every answer. */
function isSound(answer: Answer): void {
  assert.ok(answer.confidence >= 0 && answer.confidence <= 1);
  assert.ok(answer.suggestions.length <= 3);
  const [best] = answer.passages;
  if (answer.answered) assert.ok(best !== undefined);
  for (const { sentence, document, highlights } of answer.passages) {
    assert.ok(document.paragraphs[sentence.paragraph]?.sentences.includes(sentence), 'a literal sentence');
    let last = -1;
    for (const span of highlights) {
      isTrueSpan(sentence.text, span);
      assert.ok(span.start > last, 'highlights are in order and apart');
      last = span.end;
    }
  }
  const { direct } = answer;
  if (direct !== undefined) {
    assert.ok(answer.answered && best !== undefined);
    isTrueSpan(best.sentence.text, direct.span);
    assert.equal(best.sentence.text.slice(direct.span.start, direct.span.end), direct.text);
    assert.equal(direct.kind, answer.question.wanted.kind);
    assert.equal(best.sentence.doubtful, false);
    if (direct.kind === 'date' || direct.kind === 'number') assert.equal(best.sentence.masked, false);
  }
}

const library = smallWorld();
const ask = askerOf(library);

describe('any question', () => {
  it('gets a sound answer, whatever it is made of', () => {
    fc.assert(
      fc.property(question, (text) => isSound(ask(text))),
      { numRuns: 70 },
    );
  });

  it('gets a sound answer when it is no text at all', () => {
    fc.assert(
      fc.property(fc.oneof(units, bytes), (text) => isSound(ask(text))),
      { numRuns: 120 },
    );
  });

  it('gets a sound answer in the midst of a conversation', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 2, maxLength: 4 }), (questions) => {
        const converse = conversationWith(library);
        isSound(converse('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?'));
        for (const text of questions) isSound(converse(text));
      }),
      { numRuns: 8 },
    );
  });

  it('gets the same answer each time, from any answerer of the same library', () => {
    const one = new Answerer(library, TODAY);
    const other = new Answerer(library, TODAY);
    one.prepare();
    other.prepare();
    const options = { language: 'vi', today: TODAY, limit: 3 } as const;
    fc.assert(
      fc.property(question, (text) => {
        const first = one.ask(text, options);
        assert.deepEqual(one.ask(text, options), first);
        assert.deepEqual(other.ask(text, options), first);
      }),
      { numRuns: 25 },
    );
  });

  it('gets the same answer in composed and decomposed form', () => {
    for (const piece of PIECES) {
      const text = `Việt Nam ${piece}`;
      const [composed, decomposed] = [ask(text.normalize('NFC')), ask(text.normalize('NFD'))];
      assert.deepEqual(
        decomposed.passages.map(({ sentence }) => sentence.handle),
        composed.passages.map(({ sentence }) => sentence.handle),
        piece,
      );
    }
  });
});

describe('an enormous question', () => {
  for (const [what, unit] of Object.entries({
    letters: 'a',
    'one word': 'Clinton ',
    'brackets and quotes': '(["“',
    numbers: '1.',
    'dates without an end': '12/7/',
    'keystrokes of Telex': 'uwowngf',
    'combining marks': 'e\u0302\u0301',
    'halves of surrogate pairs': '\ud83d',
    'question marks': '?',
    spaces: ' ',
    'lines of nothing': '\r\n',
    'initials with stops': 'U.S.',
    'number words': 'một trăm ',
    'capitalised names': 'Nguyễn Văn ',
  })) {
    it(`of ${what} is answered like any other`, () => {
      isSound(ask(unit.repeat(Math.ceil(100_000 / unit.length))));
    });
  }

  it('is answered by its beginning', () => {
    const text = 'Hiệp định thương mại song phương được ký khi nào?';
    const answer = ask(`${text}${' '.repeat(100_000)}`);
    assert.equal(answer.direct?.text, 'ngày 13 tháng 7 năm 2000');
  });
});

describe('a sentence with characters outside the basic plane', () => {
  it('is highlighted and answered from at the right places', () => {
    const sentence = '🇻🇳🤝🇺🇸 Tàu 𝐀𝐁 Franklin 🚢 cập cảng Vũng Lấm 🎉 ngày 5 tháng 3 năm 1832 🎆.';
    const answer = askerOf(tinyLibrary({ articles: [...apart(sentence), ...BACKGROUND] }))(
      'Tàu Franklin cập cảng Vũng Lấm ngày nào?',
    );
    isSound(answer);
    assert.equal(answer.direct?.text, 'ngày 5 tháng 3 năm 1832');
    const [best] = answer.passages;
    assert.deepEqual(
      best?.highlights.map(({ start, end }) => best.sentence.text.slice(start, end)),
      ['Tàu', 'Franklin', 'cập cảng Vũng Lấm'],
    );
  });
});

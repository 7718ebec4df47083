import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Edit, TracedText } from '../../../src/core/knowledge/traced-text.ts';

const SENTENCES = 'Chủ tịch nước Trương Tấn Thành thăm Mỹ. Hai bên ký.';

const replaceIn = (text: string, find: string, replacement: string, note?: string): Edit<string> => ({
  start: text.indexOf(find),
  end: text.indexOf(find) + find.length,
  replacement,
  ...(note === undefined ? {} : { note }),
});

describe('a traced text', () => {
  it('leads a replaced name back to what stood there, with its sentence', () => {
    const traced = TracedText.of<string>(SENTENCES).revise([
      replaceIn(SENTENCES, 'Trương Tấn Thành', 'Trương Tấn Sang', 'tên'),
    ]);
    const end = traced.text.indexOf('.') + 1;
    assert.equal(traced.text.slice(0, end), 'Chủ tịch nước Trương Tấn Sang thăm Mỹ.');
    assert.equal(traced.originalOf(0, end), 'Chủ tịch nước Trương Tấn Thành thăm Mỹ.');
    assert.deepEqual(traced.notesIn(0, end), ['tên']);
  });

  it('knows nothing of edits in the sentence beside', () => {
    const traced = TracedText.of<string>(SENTENCES).revise([replaceIn(SENTENCES, 'Thành', 'Sang', 'tên')]);
    const start = traced.text.indexOf('Hai');
    assert.equal(traced.originalOf(start, traced.text.length), 'Hai bên ký.');
    assert.deepEqual(traced.notesIn(start, traced.text.length), []);
  });

  it('parts a heading from the sentence it was glued to without touching the sentence', () => {
    const glued = '* Kinh tế Trong năm 2014, thương mại tăng.';
    const traced = TracedText.of<string>(glued).revise([
      replaceIn(glued, '* Kinh tế Trong', '## Kinh tế\n\nTrong'),
    ]);
    const start = traced.text.indexOf('Trong');
    assert.equal(traced.originalOf(start, traced.text.length), 'Trong năm 2014, thương mại tăng.');
  });

  it('keeps words that were taken away with what stood beside them', () => {
    const caption = 'Ảnh: Obama - Ngày 12 tháng 7. Hết.';
    const traced = TracedText.of<string>(caption).revise([
      replaceIn(caption, 'Ảnh: Obama - Ngày', 'Ngày', 'ảnh'),
    ]);
    assert.equal(traced.text, 'Ngày 12 tháng 7. Hết.');
    assert.equal(traced.originalOf(0, 'Ngày 12 tháng 7.'.length), 'Ảnh: Obama - Ngày 12 tháng 7.');
  });

  it('notes an edit that changes nothing, as a doubt does', () => {
    const traced = TracedText.of<string>(SENTENCES).revise([
      replaceIn(SENTENCES, 'thăm Mỹ', 'thăm Mỹ', 'ngờ'),
    ]);
    assert.equal(traced.text, SENTENCES);
    assert.deepEqual(traced.notesIn(0, 20), []);
    assert.deepEqual(traced.notesIn(0, SENTENCES.indexOf('Mỹ') + 2), ['ngờ']);
  });

  it('traces through two rounds of edits', () => {
    const raw = 'Từ_ngày 4 Thủ_tướng thăm Mỹ';
    const cleaned = TracedText.of<string>(raw).revise([
      replaceIn(raw, '_', ' '),
      replaceIn(raw, '4', '[…],'),
    ]);
    const mended = cleaned.revise([replaceIn(cleaned.text, 'ngày […]', 'ngày 19 tháng 6', 'ngày')]);
    assert.equal(mended.text, 'Từ ngày 19 tháng 6, Thủ_tướng thăm Mỹ');
    assert.equal(mended.originalOf(0, mended.text.indexOf(',') + 1), 'Từ_ngày 4');
  });

  it('refuses edits that overlap, run backwards or leave the text', () => {
    const traced = TracedText.of<string>('abcdef');
    const edit = (start: number, end: number): Edit<string> => ({ start, end, replacement: 'x' });
    assert.throws(() => traced.revise([edit(0, 3), edit(2, 4)]), RangeError);
    assert.throws(() => traced.revise([edit(3, 4), edit(0, 1)]), RangeError);
    assert.throws(() => traced.revise([edit(4, 3)]), RangeError);
    assert.throws(() => traced.revise([edit(5, 7)]), RangeError);
  });
});

const letters = (minLength: number) =>
  fc.string({ minLength, maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', 'đ') });

/** A text in which some stretches are replaced and something is left as it was between any two of them. */
const revision = fc
  .array(fc.record({ kept: letters(1), replaced: letters(0), replacement: letters(0) }), { maxLength: 8 })
  .map((stretches) => {
    const edits: Edit<number>[] = [];
    let original = '';
    let expected = '';
    stretches.forEach(({ kept, replaced, replacement }, note) => {
      const start = original.length + kept.length;
      edits.push({ start, end: start + replaced.length, replacement, note });
      original += kept + replaced;
      expected += kept + replacement;
    });
    return { original, edits, expected };
  });

describe('any revision of a text', () => {
  it('reads as if each stretch had been replaced by hand', () => {
    fc.assert(
      fc.property(revision, ({ original, edits, expected }) => {
        assert.equal(TracedText.of<number>(original).revise(edits).text, expected);
      }),
    );
  });

  it('leads back to the whole original, and stretch by stretch in order', () => {
    fc.assert(
      fc.property(revision, ({ original, edits }) => {
        const traced = TracedText.of<number>(original).revise(edits);
        if (traced.text === '') return;
        assert.equal(traced.originalOf(0, traced.text.length), original);
        let previous = 0;
        for (let at = 0; at < traced.text.length; at += 1) {
          const { from, to } = traced.originalRange(at, at + 1);
          assert.ok(from >= previous && to >= from && to <= original.length);
          previous = from;
        }
      }),
    );
  });
});

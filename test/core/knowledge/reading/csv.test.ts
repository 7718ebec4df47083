import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseCsv } from '../../../../src/core/knowledge/reading/csv.ts';

/** The cells of each record, or the line and message of what is wrong. */
function read(text: string): readonly (readonly string[])[] | string {
  let problem = '';
  const rows = parseCsv(text, (line, message) => {
    problem = `${line}: ${message}`;
  });
  return rows === undefined ? problem : rows.map(({ cells }) => cells);
}

describe('parseCsv', () => {
  it('reads fields between commas, empty ones too', () => {
    assert.deepEqual(read('a,b,c\n1,,3\n,,\n'), [
      ['a', 'b', 'c'],
      ['1', '', '3'],
      ['', '', ''],
    ]);
  });

  it('reads a last line without a line end', () => {
    assert.deepEqual(read('a,b\n1,2'), [
      ['a', 'b'],
      ['1', '2'],
    ]);
    assert.deepEqual(read('a,b\n1,'), [
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  it('takes commas, line ends and doubled quotes in a quoted field for text', () => {
    assert.deepEqual(read('"a,b","say ""hi""","two\nlines"\n""\n"",x'), [
      ['a,b', 'say "hi"', 'two\nlines'],
      ['', 'x'],
    ]);
  });

  it('leaves blank lines out and counts them', () => {
    const rows = parseCsv('a\n\n"b\nc"\nd\n', () => assert.fail('no problem'));
    assert.deepEqual(
      rows?.map(({ line }) => line),
      [1, 3, 5],
    );
  });

  it('says where a quote is broken', () => {
    assert.equal(read('a\n"b,c\n'), '2: A quote is opened here and never closed.');
    assert.equal(read('a\nb,"c" d\n'), '2: A quoted field is followed by something else than a comma.');
    assert.equal(read('a\nb,c "d"\n'), '2: A quote stands in the middle of a field.');
  });

  it('reads back whatever was written with quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'ệ') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
        assert.deepEqual(read(text), rows);
      }),
    );
  });

  it('either reads any text or names one problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n') }), (text) => {
        let problems = 0;
        const rows = parseCsv(text, () => {
          problems += 1;
        });
        assert.equal(problems, rows === undefined ? 1 : 0);
      }),
    );
  });
});

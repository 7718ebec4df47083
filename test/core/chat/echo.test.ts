import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { echo } from '../../../src/core/chat/echo.ts';

describe('repeating what a person typed', () => {
  it('leaves a short text as it is', () => {
    assert.equal(echo('31 tháng 2'), '31 tháng 2');
    assert.equal(echo('x'.repeat(60)), 'x'.repeat(60));
  });

  it('cuts a long one and shows that it did', () => {
    assert.equal(echo('x'.repeat(61)), `${'x'.repeat(59)}…`);
  });

  it('stays on one line, short, and cuts no character in half, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const shown = echo(text);
        assert.ok([...shown].length <= 60);
        assert.ok(!shown.includes('\n'));
        assert.equal(Buffer.from(shown).toString(), shown);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { createStyle, wantsColour } from '../../../src/platforms/terminal/style.ts';

type Environment = Readonly<Record<string, string>>;

describe('whether to colour', () => {
  const cases: readonly (readonly [what: string, isTerminal: boolean, Environment, expected: boolean])[] = [
    ['on a terminal', true, { TERM: 'xterm-256color' }, true],
    ['on a terminal that tells nothing about itself', true, {}, true],
    ['not in a pipe', false, { TERM: 'xterm-256color' }, false],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['not with NO_COLOR=0, which sets it too', true, { NO_COLOR: '0' }, false],
    ['as ever with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['in a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['on a dumb terminal with FORCE_COLOR', true, { TERM: 'dumb', FORCE_COLOR: '3' }, true],
    ['not with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['not with FORCE_COLOR=false', true, { FORCE_COLOR: 'false' }, false],
    ['as ever with an empty FORCE_COLOR', false, { FORCE_COLOR: '' }, false],
    ['not with both NO_COLOR and FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ];
  for (const [what, isTerminal, environment, expected] of cases) {
    it(what, () => assert.equal(wantsColour(isTerminal, environment), expected));
  }
});

describe('a style', () => {
  const names = ['strong', 'faint', 'marked', 'heading'] as const;

  it('colours each text and takes the colour back at its end', () => {
    const style = createStyle(true);
    for (const name of names) {
      const styled = style[name]('chữ');
      assert.notEqual(styled, 'chữ');
      assert.equal(stripVTControlCharacters(styled), 'chữ');
      assert.ok(styled.startsWith('\u001B[') && styled.endsWith('m'));
      assert.equal(style[name](''), '');
    }
  });

  it('leaves every text alone when colours are off', () => {
    const style = createStyle(false);
    for (const name of names) assert.equal(style[name]('chữ'), 'chữ');
  });
});

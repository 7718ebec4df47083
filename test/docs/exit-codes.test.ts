import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EXIT } from '../../src/cli/exit-code.ts';
import { USAGE } from '../../src/cli/usage.ts';

/** Those of a process that a second signal ended, which no command returns. */
const BY_SIGNAL = [130, 143];

const OWN: readonly number[] = Object.values(EXIT);

const section = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? assert.fail();

describe('the exit codes', () => {
  // That each of them occurs is held by test/cli/running.test.ts and test/cli/process.test.ts.
  it('are all told to operators, and no others', () => {
    const guide = section(readFileSync('docs/operations.md', 'utf8'), /^\| code \|[\s\S]*?\n\n/m);
    const told = [...guide.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, codes = '']) => codes.split(', '));
    assert.deepEqual(told.map(Number), [...OWN, ...BY_SIGNAL]);
  });

  it('are told by --help and in the README, but for those of a second signal', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const text of [USAGE, readme]) {
      const told = section(text, /Exit codes: [\s\S]*?\.(?:\s|$)/);
      assert.deepEqual(
        [...told.matchAll(/(?<!\S)(\d) /g)].map(([, code]) => Number(code)),
        OWN,
      );
    }
  });
});

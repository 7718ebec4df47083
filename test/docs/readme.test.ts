import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { COMMAND_USAGE } from '../../src/cli/usage.ts';
import { createCommandRegistry } from '../../src/core/chat/commands/registry.ts';

const README = readFileSync('README.md', 'utf8');
const DOCUMENTS = [
  'README.md',
  'docs/architecture.md',
  'docs/ranking.md',
  'docs/dependencies.md',
  'docs/storage.md',
];

/** What stands in a text where the pattern has its only group. */
const allOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the README', () => {
  it('lists every command of the bot with its Vietnamese name, in the order of help', () => {
    const rows = [...README.matchAll(/^\| `\/(\w+)[^`]*` \| `\/(\w+)` \|/gm)];
    assert.deepEqual(
      rows.map(([, name, vietnamese]) => [name, vietnamese]),
      createCommandRegistry().commands.map(({ name, aliases }) => [name, aliases[0]]),
    );
  });

  it('shows only commands of the command line that there are, with options they have', () => {
    const lines = allOf(README, /^npx nhip-cau (.+)$/gm);
    assert.notDeepEqual(lines, []);
    for (const line of lines) {
      const usage = COMMAND_USAGE[line.split(' ')[0] ?? ''];
      assert.ok(usage !== undefined, line);
      for (const option of allOf(line, /(?<= )(--\w+)/g)) assert.ok(usage.includes(`${option} `), line);
    }
  });

  it('names only scripts that package.json has', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const names = allOf(README, /\bnpm run ([\w:]+)/g);
    assert.notDeepEqual(names, []);
    for (const name of names) assert.ok(name in scripts, name);
  });
});

describe('the documents', () => {
  for (const document of DOCUMENTS) {
    it(`name only files that there are: ${document}`, () => {
      const text = readFileSync(document, 'utf8');
      const linked = allOf(text, /\]\((?!https?:)([^)#]+)/g).map((path) => join(dirname(document), path));
      const named = allOf(text, /`((?:src|test|docs)\/[\w./-]+|(?:answer|search|core|cli)\/[\w./-]+)`/g).map(
        (path) => (/^(?:src|test|docs)\//.test(path) ? path : join('src', path)),
      );
      for (const path of [...linked, ...named]) {
        assert.ok(existsSync(path) || existsSync(path.replace(/^src\//, 'src/core/')), path);
      }
    });
  }

  it('give a reason for every package that is installed, and for none that is not', () => {
    const {
      dependencies,
      devDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8'));
    const reasons = readFileSync('docs/dependencies.md', 'utf8');
    const installed = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
    // Types come with what they describe.
    const own = installed.filter((name) => name === '@types/node' || !name.startsWith('@types/'));
    for (const name of own) assert.ok(reasons.includes(`\`${name}\``), name);
    for (const name of allOf(reasons, /^\| `([^`]+)`/gm)) assert.ok(installed.includes(name), name);
  });
});

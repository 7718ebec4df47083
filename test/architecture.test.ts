import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, it } from 'node:test';

const SOURCE = 'src';

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  /** A path in the project, or the name of a package. */
  readonly to: string;
}

const FILES = sourceFiles(SOURCE);
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

const IMPORTS: readonly Import[] = FILES.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)].map((match) => {
    const to = match[1] ?? match[2] ?? '';
    return { from, to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to };
  }),
);

/** The room of a file: core, cli, infra, platforms/telegram … */
function roomOf(path: string): string {
  const [, first = '', second = ''] = path.split(sep);
  return first === 'platforms' ? `${first}/${second}` : first;
}

const isInside = (path: string): boolean => path.startsWith(`${SOURCE}${sep}`);

/** Packages that only compute: no network, no disk, no clock. */
const COMPUTING_PACKAGES = ['js-yaml', 'minisearch', 'stemmer', 'temporal-polyfill'];

describe('the directions of imports', () => {
  it('core imports only core and packages that compute', () => {
    const strangers = IMPORTS.filter(({ from }) => roomOf(from) === 'core').filter(({ to }) =>
      isInside(to) ? roomOf(to) !== 'core' : !COMPUTING_PACKAGES.includes(to),
    );
    assert.deepEqual(strangers, []);
  });

  it('a platform imports itself and core, never another platform', () => {
    const strangers = IMPORTS.filter(({ from }) => roomOf(from).startsWith('platforms/')).filter(
      ({ from, to }) => isInside(to) && roomOf(to) !== roomOf(from) && roomOf(to) !== 'core',
    );
    assert.deepEqual(strangers, []);
  });

  it('infra imports itself and core', () => {
    const strangers = IMPORTS.filter(({ from }) => roomOf(from) === 'infra').filter(
      ({ to }) => isInside(to) && !['infra', 'core'].includes(roomOf(to)),
    );
    assert.deepEqual(strangers, []);
  });

  it('nobody imports the composition root', () => {
    assert.deepEqual(
      IMPORTS.filter(({ to }) => to === join(SOURCE, 'main.ts')),
      [],
    );
  });

  it('core has no clock, environment, console, timer, network or randomness of its own', () => {
    const forbidden =
      /\bprocess\.|\bDate\.now\b|\bnew Date\b|\bconsole\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bMath\.random\b/;
    const offenders = FILES.filter((path) => roomOf(path) === 'core').filter((path) =>
      forbidden.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    assert.deepEqual(offenders, []);
  });
});

describe('the size of files', () => {
  it('no source file has more than 300 lines', () => {
    const long = FILES.filter((path) => readFileSync(path, 'utf8').split('\n').length > 301);
    assert.deepEqual(long, []);
  });
});

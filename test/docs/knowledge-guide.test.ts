import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { reportProblems } from '../../src/cli/load-knowledge.ts';
import { checkLibrary } from '../../src/core/check/check-library.ts';
import { EXCEPTIONS_PATH, readExceptions } from '../../src/core/check/exceptions.ts';
import { parseEdtf } from '../../src/core/dates/edtf.ts';
import { readLibrary } from '../../src/core/knowledge/read-library.ts';
import { file, libraryOf } from '../support/knowledge-files.ts';

const GUIDE = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8');
const TODAY = parseEdtf('2026-11-21') ?? assert.fail('no date');

/** The parts of the guide, each complete, by their headings. */
const HALVES = Object.fromEntries(
  GUIDE.split(/^# /mu).map((part) => [part.slice(0, part.indexOf('\n')), part]),
);

/** The blocks of a half by the path (or the kind of output) behind their language. */
const blocksOf = (half: string): ReadonlyMap<string, string> =>
  new Map(
    [...(HALVES[half] ?? '').matchAll(/^```\w+ (\S+)\n(.*?)^```$/gmsu)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );

const OUTPUTS = ['output', 'findings'];

/** The example files of a half, with words replaced in some of them. */
const exampleFiles = (half: string, changes: Readonly<Record<string, readonly [string, string]>> = {}) =>
  [...blocksOf(half)]
    .filter(([path]) => !OUTPUTS.includes(path) && path !== EXCEPTIONS_PATH)
    .map(([path, text]) => {
      const [from, to] = changes[path] ?? ['', ''];
      assert.ok(text.includes(from), `${path} has no "${from}"`);
      return file(path, text.replace(from, to));
    });

/** What is done wrong to the examples of a half, in each the article of its own language. */
const MISTAKES = {
  'Tiếng Việt': {
    article: 'articles/tau-vandegrift.md',
    opener: ['USS Vandegrift là', 'Đây là'],
    weekday: ['Ngày 19 tháng 11', 'Thứ Hai, ngày 19 tháng 11'],
  },
  English: {
    article: 'articles/uss-vandegrift.md',
    opener: ['USS Vandegrift was', 'This was'],
    weekday: ['On November 19', 'On Monday, November 19'],
  },
} as const;

for (const [half, { article, opener, weekday }] of Object.entries(MISTAKES)) {
  describe(`the guide's examples, ${half}`, () => {
    it('can be read and leave nothing to check', () => {
      const files = exampleFiles(half);
      assert.deepEqual(checkLibrary(libraryOf(...files), files, { today: TODAY }), []);
      const { exceptions, problems } = readExceptions(
        file(EXCEPTIONS_PATH, blocksOf(half).get(EXCEPTIONS_PATH) ?? ''),
      );
      assert.deepEqual([exceptions.length, problems], [1, []]);
    });

    it('are refused with the words shown when they are of the wrong form', () => {
      const reading = readLibrary(
        exampleFiles(half, {
          'timeline/2000-2010.yaml': ['date: 2003-11-19', 'date: 2003-11-31'],
          [article]: ['[^cbs]', '[^cnn]'],
        }),
      );
      assert.ok(reading.kind === 'problems');
      assert.equal(blocksOf(half).get('output'), `${reportProblems('knowledge', reading.problems)}\n`);
    });

    it('are questioned with the words shown when they cannot be quoted or contradict the calendar', () => {
      const files = exampleFiles(half, { [article]: opener, 'timeline/2000-2010.yaml': weekday });
      const findings = checkLibrary(libraryOf(...files), files, { today: TODAY });
      assert.equal(
        blocksOf(half).get('findings'),
        findings
          .map(({ file: path, line, message, remedy }) => `  ${path}:${line}: ${message}\n    → ${remedy}\n`)
          .join(''),
      );
    });
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXCEPTIONS_PATH, readExceptions } from '../../../src/core/check/exceptions.ts';
import { article, check, filesOf } from './made-up-folder.ts';

const folder = article({ text: 'Ông thăm Hà Nội năm 2000.\n\nBà thăm Hà Nội năm 2001.' });
const [first, second] = check(folder);

const withExceptions = (yaml: string): ReturnType<typeof check> =>
  check({ ...folder, [EXCEPTIONS_PATH]: yaml });

describe('exceptions', () => {
  it('take away the finding they name, and no other', () => {
    const yaml = `- { rule: stand-alone, subject: ${first?.subject}, reason: Lời một bài hát. }`;
    assert.deepEqual(withExceptions(yaml), [second]);
  });

  it('are findings themselves when they take nothing away', () => {
    const yaml = `# Ghi chú\n- { rule: weekday, subject: ${first?.subject}, reason: Đã mua lịch. }`;
    const [unused, ...others] = withExceptions(yaml).toReversed();
    assert.deepEqual(unused, {
      rule: 'exceptions',
      file: EXCEPTIONS_PATH,
      line: 2,
      message: `The rule "weekday" does not object to "${first?.subject}".`,
      remedy: 'Remove the exception; the handle of a sentence changes with its words.',
      subject: first?.subject,
    });
    assert.equal(others.length, 2);
  });

  it('name the rules there are when one does not exist', () => {
    const found = withExceptions('- { rule: weather, subject: abcde, reason: Trời mưa. }');
    assert.match(found.find(({ rule }) => rule === 'exceptions')?.remedy ?? '', /no such rule.*same-event/);
  });

  it('do not count without a reason', () => {
    const found = withExceptions(`- { rule: stand-alone, subject: ${first?.subject} }`);
    assert.deepEqual(
      found.map(({ rule, line }) => `${rule} ${line}`),
      ['stand-alone 7', 'stand-alone 9', 'exceptions 1'],
    );
    assert.match(
      found.find(({ rule }) => rule === 'exceptions')?.message ?? '',
      /"exceptions\[1\]\.reason" is missing/,
    );
  });

  it('are read with their lines; an empty file has none', () => {
    const read = (yaml: string): ReturnType<typeof readExceptions> => {
      const [file] = filesOf({ [EXCEPTIONS_PATH]: yaml });
      assert.ok(file);
      return readExceptions(file);
    };
    assert.deepEqual(read('- rule: weekday\n  subject: abcde\n  reason: Theo lịch cũ.\n').exceptions, [
      { rule: 'weekday', subject: 'abcde', reason: 'Theo lịch cũ.', line: 1 },
    ]);
    assert.deepEqual(read('# none yet\n'), { exceptions: [], problems: [] });
    assert.deepEqual(read('rule: weekday').exceptions, []);
  });
});

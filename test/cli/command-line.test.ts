import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { wordsIn } from '../../src/core/chat/words/words.ts';
import { outputOf, run } from './run.ts';
import { brokenFolder, folderWith, tinyFolder } from './tiny-folder.ts';

const FOLDER = tinyFolder();
const DATA_DIR = folderWith({});
const COMMANDS = [
  'start',
  'chat',
  'ask',
  'date',
  'timeline',
  'today',
  'check',
  'feedback',
  'gaps',
  'compile',
];

/** No line of a report may come from inside the program. */
const STACK_TRACE = /^\s+at |node:internal|\.[jt]s:\d+/m;

/** A value for each option that takes one. */
const VALUES: Readonly<Record<string, string>> = {
  '--knowledge': FOLDER,
  '--limit': '5',
  '--language': 'vi',
  '--on': '12/7',
  '--zone': 'UTC',
};

describe('--help', () => {
  it('lists every command', async () => {
    const usage = await outputOf(['--help']);
    for (const command of COMMANDS) assert.match(usage, new RegExp(`^ {2}${command}\\b`, 'm'));
    assert.match(usage, /Exit codes: 0 .* 1 .* 2 /);
  });

  it('is also -h and help', async () => {
    const usage = await outputOf(['--help']);
    assert.equal(await outputOf(['-h']), usage);
    assert.equal(await outputOf(['help']), usage);
    assert.equal(await outputOf(['help', 'ask']), await outputOf(['ask', '--help']));
  });

  for (const command of COMMANDS) {
    it(`tells how to use ${command}, whatever else is on the line`, async () => {
      const usage = await outputOf([command, '--help']);
      assert.ok(usage.startsWith(`Usage: nhip-cau ${command}`), usage);
      assert.equal(await outputOf([command, '--bogus', '--help']), usage);
    });

    it(`names the options that ${command} takes and no others`, async () => {
      const usage = await outputOf([command, '--help']);
      const [synopsis = '', ...explained] = usage.split('\n');
      for (const [option = ''] of synopsis.matchAll(/--[a-z]+/g)) {
        assert.ok(
          explained.some((line) => line.startsWith(`  ${option} `)),
          `${option} is not explained`,
        );
        const value = VALUES[option];
        const { code, errors } = await run([command, option, ...(value === undefined ? [] : [value])], {
          shipped: FOLDER,
          environment: { DATA_DIR },
        });
        assert.equal(code, 0, errors);
      }
    });
  }

  it('keeps every line within 120 columns', async () => {
    for (const command of ['--help', ...COMMANDS]) {
      const usage = await outputOf(command === '--help' ? [command] : [command, '--help']);
      for (const line of usage.split('\n')) assert.ok(line.length <= 120, line);
    }
  });

  it('is not asked for by a question behind --', async () => {
    const output = await outputOf(['ask', '--knowledge', FOLDER, '--', '--help']);
    assert.ok(!output.includes('Usage:'));
  });
});

describe('wrong usage', () => {
  const cases: readonly (readonly [what: string, argv: readonly string[], told: RegExp])[] = [
    ['an unknown command', ['bogus'], /no command "bogus".* ask, /],
    ['a name every object has', ['constructor', '--help'], /no command "constructor"/],
    ['a question without "ask"', ['Ai ký hiệp định?'], /nhip-cau ask/],
    ['a question in several words without "ask"', ['ai', 'ký'], /nhip-cau ask/],
    ['an unknown option', ['ask', '--bogus', 'x'], /'--bogus'/],
    ['an option in front of the command', ['--json', 'ask'], /'--json'/],
    ['an option without its value', ['ask', '--limit'], /'--limit/],
    ['a value for a switch', ['ask', '--json=yes', 'x'], /'--json'/],
    ['another language', ['ask', '--language', 'fr', 'x'], /vi or en, not "fr"/],
    ['a language in capitals', ['date', '--language', 'VI', '12/7'], /vi or en, not "VI"/],
    ['no language', ['chat', '--language='], /vi or en, not ""/],
    ['an empty folder name', ['ask', '--knowledge', '', 'x'], /--knowledge/],
    ['words for chat', ['chat', 'xin', 'chào'], /takes no arguments.*nhip-cau ask/],
    ['words for check', ['check', 'knowledge'], /--knowledge DIR/],
    ['words for compile', ['compile', 'x'], /takes no arguments/],
    ...['0', '101', '-1', '1.5', '1e1', '0x10', ' 5', '', 'nhiều', '99999999999999999999'].map(
      (limit) =>
        [`--limit "${limit}"`, ['ask', `--limit=${limit}`, 'x'], /whole number from 1 to 100/] as const,
    ),
  ];
  for (const [what, argv, told] of cases) {
    it(`${what} ends with 2, a helpful line, and nothing on standard output`, async () => {
      const { code, output, errors } = await run(argv, { shipped: FOLDER });
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, told);
      assert.match(errors, /\nSee: nhip-cau .*--help\n$/);
      assert.doesNotMatch(errors, STACK_TRACE);
    });
  }

  it('points to the help of the command it was', async () => {
    assert.match((await run(['ask', '--bogus'])).errors, /See: nhip-cau ask --help/);
    assert.match((await run(['bogus'])).errors, /See: nhip-cau --help/);
    assert.match((await run(['--bogus'])).errors, /See: nhip-cau --help/);
  });

  it('is told before the knowledge is read', async () => {
    assert.equal((await run(['ask', '--knowledge', brokenFolder(), '--limit', '0', 'x'])).code, 2);
  });

  it('takes the limits themselves for right usage', async () => {
    for (const limit of ['1', '100']) {
      assert.equal((await run(['ask', '--knowledge', FOLDER, '--limit', limit, 'x'])).code, 0);
    }
  });
});

describe('bad knowledge', () => {
  const commands = [['ask', 'x'], ['date', '12/7'], ['timeline', '1995'], ['today'], ['check'], ['chat']];

  for (const [command = '', ...words] of commands) {
    it(`stops ${command} with all problems of all files and their remedies`, async () => {
      const { code, output, errors } = await run([command, '--knowledge', brokenFolder(), ...words]);
      assert.deepEqual([code, output], [1, '']);
      assert.match(errors, /has 2 problems; nothing was loaded\./);
      assert.match(errors, /^ {2}articles\/a\.md:4: .+\n {4}→ .+$/m);
      assert.match(errors, /^ {2}timeline\/b\.yaml:2: .+\n {4}→ .+$/m);
      assert.doesNotMatch(errors, STACK_TRACE);
    });

    it(`stops ${command} when there is no such folder`, async () => {
      const { code, errors } = await run([command, '--knowledge', join(FOLDER, 'nowhere'), ...words]);
      assert.equal(code, 1);
      assert.match(errors, /There is no such folder\./);
      assert.doesNotMatch(errors, STACK_TRACE);
    });
  }

  it('is a folder with nothing in it, most likely the wrong one', async () => {
    const { code, errors } = await run(['ask', '--knowledge', folderWith({ 'notes.txt': 'x' }), 'x']);
    assert.equal(code, 1);
    assert.match(errors, /no articles and no events/);
  });

  it('is a file where a folder is expected', async () => {
    const file = join(FOLDER, 'articles', 'quan-he.md');
    const { code, errors } = await run(['ask', '--knowledge', file, 'x']);
    assert.equal(code, 1);
    assert.match(errors, /no such folder/);
  });
});

describe('what nobody foresees', () => {
  it('ends with 3 and one line, without a stack trace', async () => {
    const input = new Readable({
      read() {
        this.destroy(new Error('EIO: i/o error, read'));
      },
    });
    const { code, errors } = await run(['ask', '--knowledge', FOLDER], { input });
    assert.equal(code, 3);
    assert.equal(errors, 'nhip-cau had to stop: Error: EIO: i/o error, read\n');
  });
});

describe('the configuration', () => {
  it('is refused with all its problems at once', async () => {
    const environment = { LANGUAGE_DEFAULT: 'fr', TIME_ZONE: 'Mars/Olympus' };
    const { code, output, errors } = await run(['ask', 'x'], { environment, shipped: FOLDER });
    assert.deepEqual([code, output], [1, '']);
    assert.match(errors, /^The configuration has problems:\n {2}LANGUAGE_DEFAULT .*\n {2}TIME_ZONE .*\n$/);
  });

  it('does not stand in the way of help', async () => {
    assert.equal((await run(['ask', '--help'], { environment: { TIME_ZONE: 'x' } })).code, 0);
  });

  it('names the folder to read, which an option overrules', async () => {
    const environment = { KNOWLEDGE_DIR: FOLDER };
    assert.equal((await run(['check'], { environment })).code, 0);
    assert.equal((await run(['check', '--knowledge', '/nowhere-at-all'], { environment })).code, 1);
  });

  it('names the language to speak, which an option overrules', async () => {
    const options = { environment: { LANGUAGE_DEFAULT: 'en' }, shipped: FOLDER };
    assert.ok((await outputOf(['ask', '???'], options)).startsWith(wordsIn('en').notKnown));
    assert.ok(
      (await outputOf(['ask', '--language', 'vi', '???'], options)).startsWith(wordsIn('vi').notKnown),
    );
  });
});

describe('the conversation in a pipe', () => {
  for (const argv of [['chat'], ['start'], []]) {
    it(`is what "${['nhip-cau', ...argv].join(' ')}" gives, until the input ends`, async () => {
      const output = await outputOf(argv, { shipped: FOLDER, input: ['/bogus\n/date 3/2/1994\n'] });
      assert.ok(
        output.startsWith(`${wordsIn('vi').unknownCommand('bogus')}\nngày 3 tháng 2 năm 1994: 1 mục\n`),
      );
    });
  }

  it('speaks the language asked for', async () => {
    const output = await outputOf(['--language', 'en'], { shipped: FOLDER, input: ['/bogus\n'] });
    assert.equal(output, `${wordsIn('en').unknownCommand('bogus')}\n`);
  });
});

describe('colours', () => {
  it('are not written to a pipe unless forced', async () => {
    const ask = ['ask', '--knowledge', FOLDER, 'Hiệp định Thương mại song phương được ký ở đâu?'];
    assert.ok(!(await outputOf(ask)).includes('\u001B['));
    assert.ok((await outputOf(ask, { environment: { FORCE_COLOR: '1' } })).includes('\u001B['));
    const both = { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } };
    assert.ok(!(await outputOf(ask, both)).includes('\u001B['));
  });

  it('are never in JSON or in answers a line', async () => {
    const options = { environment: { FORCE_COLOR: '1' }, input: ['Hiệp định được ký ở đâu?\n'] };
    for (const json of [[], ['--json']]) {
      assert.ok(!(await outputOf(['ask', '--knowledge', FOLDER, ...json], options)).includes('\u001B['));
    }
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { objectsIn } from './run.ts';
import { runProcess, startProcess } from './start-process.ts';
import { brokenFolder, tinyFolder } from './tiny-folder.ts';

const FOLDER = tinyFolder();
const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';
const STACK_TRACE = /^\s+at |node:internal|\.[jt]s:\d+/m;

const ask = (...argv: readonly string[]) => ['ask', '--knowledge', FOLDER, ...argv];

describe('the program in a process of its own', { concurrency: 2 }, () => {
  it('answers and ends with 0', async () => {
    const { code, output, errors } = await runProcess(ask('--json', QUESTION), FOLDER);
    assert.deepEqual([code, errors], [0, '']);
    assert.equal(objectsIn(output)[0]?.answered, true);
  });

  it('ends with 2 on wrong usage and with 1 on bad knowledge, without a stack trace', async () => {
    const usage = await runProcess(ask('--bogus'), FOLDER);
    assert.deepEqual([usage.code, usage.output], [2, '']);
    const knowledge = await runProcess(['ask', '--knowledge', brokenFolder(), 'x'], FOLDER);
    assert.deepEqual([knowledge.code, knowledge.output], [1, '']);
    for (const { errors } of [usage, knowledge]) assert.doesNotMatch(errors, STACK_TRACE);
  });

  it('reads its settings from a .env file and says nothing about it', async () => {
    const folder = tinyFolder();
    writeFileSync(join(folder, '.env'), 'KNOWLEDGE_DIR=.\nLANGUAGE_DEFAULT=klingon\n');
    const { code, errors } = await runProcess(['ask', 'x'], folder);
    assert.equal(code, 1);
    assert.match(errors, /^The configuration has problems:\n {2}LANGUAGE_DEFAULT is vi or en/);
  });

  it('answers bytes that are no UTF-8 and goes on', async () => {
    const input = Buffer.concat([Buffer.from([0xff, 0xc3, 0x28, 0x0a]), Buffer.from(`${QUESTION}\n`)]);
    const { code, output } = await runProcess(ask('--json'), FOLDER, input);
    assert.equal(code, 0);
    assert.deepEqual(
      objectsIn(output).map(({ answered }) => answered),
      [false, true],
    );
  });

  it('answers each line as it comes, before the input has ended', async () => {
    const child = startProcess(ask('--json'), FOLDER);
    const answers = createInterface({ input: child.stdout });
    for (const question of [QUESTION, 'Ai thăm Hà Nội?', QUESTION]) {
      child.stdin.write(`${question}\n`);
      const [line] = await once(answers, 'line');
      assert.equal(objectsIn(String(line))[0]?.question, question);
    }
    child.stdin.end();
    assert.deepEqual(await once(child, 'close'), [0, null]);
  });

  it('ends quietly when the reader stops early, as with | head -1', async () => {
    const child = startProcess(ask('--json'), FOLDER);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    // What cannot be written any more is not the point here.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${QUESTION}\n`.repeat(2_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.deepEqual(await once(child, 'close'), [0, null]);
    assert.equal(errors, '');
  });

  it('talks in a pipe until /quit', async () => {
    const { code, output, errors } = await runProcess(
      ['chat', '--knowledge', FOLDER, '--language', 'en'],
      FOLDER,
      '/bogus\n/quit\n/bogus\n',
    );
    assert.deepEqual(
      [code, output, errors],
      [0, 'There is no command /bogus. Type /help for the list.\n', ''],
    );
  });
});

describe('a long stream', () => {
  it('of 10,000 questions gets 10,000 answers in order from one process', async () => {
    const questions = Array.from({ length: 10_000 }, (_, number) =>
      number % 3 === 0 ? `${QUESTION} ${number}` : `Ai thăm Hà Nội năm ${number}?`,
    );
    const { code, output, errors } = await runProcess(
      ask('--json', '--limit', '1'),
      FOLDER,
      `${questions.join('\n')}\n`,
    );
    assert.deepEqual([code, errors], [0, '']);
    assert.deepEqual(
      objectsIn(output).map(({ question }) => question),
      questions,
    );
  });
});

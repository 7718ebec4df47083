import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../src/core/chat/words/words.ts';
import { objectsIn, outputOf, run } from './run.ts';
import { tinyFolder } from './tiny-folder.ts';

const FOLDER = tinyFolder();
const QUESTION = 'Hiệp định Thương mại song phương được ký ở đâu?';
const SIGNED = 'Hiệp định Thương mại song phương được ký tại Washington vào ngày 13 tháng 7 năm 2000.';
const OFF_TOPIC = 'Ai vô địch bóng đá thế giới năm 2018?';

const ask = (...argv: readonly string[]) => ['ask', '--knowledge', FOLDER, ...argv];
const lines = (...input: readonly string[]) => ({ input: [input.map((line) => `${line}\n`).join('')] });

describe('asking one question from the arguments', () => {
  it('prints the sentence with its citation', async () => {
    const output = await outputOf(ask(QUESTION));
    assert.ok(output.replaceAll(/\s+/g, ' ').includes(`“${SIGNED}”`));
    assert.match(output, /— Quan hệ Việt Nam – Hoa Kỳ · Báo Thử <https:\/\/example\.org\/bao> \[[a-z0-9]+\]/);
  });

  it('takes words without quotation marks for one question', async () => {
    assert.equal(await outputOf(ask(...QUESTION.split(' '))), await outputOf(ask(QUESTION)));
  });

  it('takes a question behind -- that begins like an option', async () => {
    assert.equal(objectsIn(await outputOf(ask('--json', '--', '--help')))[0]?.question, '--help');
  });

  it('is done, too, when it does not know', async () => {
    const { code, output } = await run(ask(OFF_TOPIC));
    assert.equal(code, 0);
    assert.ok(output.startsWith(wordsIn('vi').notKnown));
    assert.ok(!output.includes('“'));
  });

  it('assumes the language it is told where the question shows none', async () => {
    assert.ok((await outputOf(ask('--language', 'en', '???'))).startsWith(wordsIn('en').notKnown));
    assert.ok((await outputOf(ask('--language', 'vi', '???'))).startsWith(wordsIn('vi').notKnown));
  });
});

describe('asking a question a line', () => {
  it('gives one line for each line, in their order', async () => {
    const output = await outputOf(ask(), lines(QUESTION, OFF_TOPIC, QUESTION));
    const answers = output.split('\n');
    assert.equal(answers.length, 4);
    assert.match(answers[0] ?? '', /Hiệp định .* năm 2000\. \[[a-z0-9]+\]$/);
    assert.equal(answers[1], wordsIn('vi').notKnown);
    assert.equal(answers[2], answers[0]);
    assert.equal(answers[3], '');
  });

  it('says on the same line what a reader must know', async () => {
    const [told = ''] = (await outputOf(ask(), lines('Có sự kiện gì vào ngày 31/2/1995?'))).split('\n');
    assert.ok(told.includes(`(${wordsIn('vi').impossibleDate('ngày 31/2/1995')})`), told);
  });

  it('says nothing to an empty input', async () => {
    assert.equal(await outputOf(ask()), '');
    assert.equal(await outputOf(ask('--json')), '');
  });

  it('answers empty lines too, so that answers stay beside their questions', async () => {
    const answers = objectsIn(await outputOf(ask('--json'), lines('', QUESTION, '   ')));
    assert.deepEqual(
      answers.map(({ question, answered }) => [question, answered]),
      [
        ['', false],
        [QUESTION, true],
        ['   ', false],
      ],
    );
  });

  it('answers a last line that has no end', async () => {
    assert.equal(objectsIn(await outputOf(ask('--json'), { input: [`${QUESTION}\n${QUESTION}`] })).length, 2);
  });

  it('takes CRLF, a byte-order mark and decomposed letters as nothing special', async () => {
    const [expected] = objectsIn(await outputOf(ask('--json'), lines(QUESTION)));
    const odd = `\uFEFF${QUESTION}\r\n${QUESTION.normalize('NFD')}\r\n`;
    const answers = objectsIn(await outputOf(ask('--json'), { input: [odd] }));
    assert.equal(answers.length, 2);
    assert.equal(answers[0]?.question, QUESTION);
    for (const answer of answers) assert.deepEqual(answer.passages, expected?.passages);
  });

  it('reads letters that come in pieces', async () => {
    const bytes = Buffer.from(`${QUESTION}\n${QUESTION}\n`);
    const input = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const answers = objectsIn(await outputOf(ask('--json'), { input }));
    assert.deepEqual(
      answers.map(({ question }) => question),
      [QUESTION, QUESTION],
    );
  });

  it('answers what is no UTF-8 without falling over', async () => {
    const input = [Buffer.from([0xff, 0xfe, 0x80, 0x0a]), `${QUESTION}\n`, Buffer.from([0xe1, 0xba])];
    const answers = objectsIn(await outputOf(ask('--json'), { input }));
    assert.equal(answers.length, 3);
    assert.equal(answers[0]?.question, '\uFFFD\uFFFD\uFFFD');
    assert.equal(answers[1]?.answered, true);
  });

  it('ends a line at a newline and nowhere else', async () => {
    const question = `Hiệp định\u2028Thương mại\u0085song phương\rđược ký ở đâu?`;
    const answers = objectsIn(await outputOf(ask('--json'), lines(question)));
    assert.deepEqual(
      answers.map((answer) => answer.question),
      [question],
    );
  });

  it('leaves lines alone without --conversation', async () => {
    const [, alone] = objectsIn(await outputOf(ask('--json'), lines(QUESTION, 'nói thêm đi')));
    assert.equal(alone?.answered, false);
  });

  it('takes the lines for one conversation with --conversation', async () => {
    const [, more] = objectsIn(
      await outputOf(ask('--json', '--conversation'), lines(QUESTION, 'nói thêm đi')),
    );
    assert.equal(more?.answered, true);
    assert.match(JSON.stringify(more?.passages), /Bill Clinton thăm Hà Nội/);
  });
});

describe('an answer as JSON', () => {
  it('has the fields that are promised, of the kinds that are promised', async () => {
    const [answer] = objectsIn(await outputOf(ask('--json', QUESTION)));
    const { passages, direct, ...rest } = answer ?? {};
    assert.deepEqual(Object.keys(rest).slice(0, 4), ['question', 'language', 'answered', 'suggestions']);
    assert.equal(rest.question, QUESTION);
    assert.equal(rest.language, 'vi');
    assert.equal(rest.answered, true);
    assert.ok(direct === null || /^(date|number|person|place)$/.test(String(Object(direct).kind)));
    assert.ok(Array.isArray(passages) && Array.isArray(rest.suggestions));
    const { score, id, ...passage } = Object(passages[0]) as Record<string, unknown>;
    assert.equal(typeof score, 'number');
    assert.match(String(id), /^[a-z0-9]{4,8}$/);
    assert.deepEqual(passage, {
      text: SIGNED,
      article: 'quan-he',
      title: 'Quan hệ Việt Nam – Hoa Kỳ',
      sentence: 3,
      corrected: false,
      source: { title: 'Báo Thử', url: 'https://example.org/bao' },
    });
  });

  it('has passages best first, at most as many as asked for', async () => {
    const passages = async (limit: string): Promise<readonly { readonly score: number }[]> => {
      const [answer] = objectsIn(await outputOf(ask('--json', '--limit', limit, QUESTION)));
      return answer?.passages as readonly { readonly score: number }[];
    };
    const five = await passages('5');
    assert.deepEqual(
      five,
      [...five].sort((a, b) => b.score - a.score),
    );
    assert.equal((await passages('1')).length, 1);
    assert.deepEqual((await passages('2'))[0], five[0]);
  });

  it('says null for a direct answer that there is not', async () => {
    const [answer] = objectsIn(await outputOf(ask('--json', OFF_TOPIC)));
    assert.equal(answer?.answered, false);
    assert.equal(answer?.direct, null);
    assert.ok(Array.isArray(answer?.suggestions) && answer.suggestions.length <= 3);
  });

  it('names an event by its own id', async () => {
    const [answer] = objectsIn(
      await outputOf(ask('--json', 'Hoa Kỳ bãi bỏ lệnh cấm vận thương mại khi nào?')),
    );
    assert.equal(Object(Object(answer?.passages)[0]).article, 'embargo');
  });

  it('stays on one line whatever is asked', async () => {
    const output = await outputOf(ask('--json', 'một\nhai "ba" \u0000 \u2028'));
    assert.equal(output.trimEnd().split('\n').length, 1);
    assert.equal(objectsIn(output)[0]?.question, 'một\nhai "ba" \u0000 \u2028');
  });
});

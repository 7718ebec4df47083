import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../src/core/chat/words/words.ts';
import { eventYaml } from '../support/knowledge-files.ts';
import { objectsIn, outputOf, run } from './run.ts';
import { folderWith, tinyFolder } from './tiny-folder.ts';

const FOLDER = tinyFolder();
const ask = (command: string, ...argv: readonly string[]) => [command, '--knowledge', FOLDER, ...argv];
const json = async (command: string, ...argv: readonly string[]): Promise<Record<string, unknown>> =>
  objectsIn(await outputOf(ask(command, '--json', ...argv)))[0] ?? {};

const EMBARGO = {
  id: 'embargo',
  date: '1994-02-03',
  title: 'Bỏ cấm vận',
  text: 'Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.',
  source: { title: 'Nguồn', url: 'https://example.org/a' },
};

for (const command of ['date', 'timeline']) {
  describe(`nhip-cau ${command}`, () => {
    it('gives an expression, its EDTF and what is on it', async () => {
      assert.deepEqual(await json(command, '3/2/1994'), {
        query: '3/2/1994',
        date: '1994-02-03',
        events: [EMBARGO],
      });
    });

    it('gives dated sentences of articles beside events, in order', async () => {
      const { date, events } = await json(command, '1994-2000');
      assert.equal(date, '1994/2000');
      assert.deepEqual(
        (events as readonly { readonly id: string; readonly date: string }[]).map(({ id, date: on }) => [
          id,
          on,
        ]),
        [
          ['embargo', '1994-02-03'],
          ['quan-he', '1995-07-12'],
          ['quan-he', '1997-05'],
          ['quan-he', '2000-07-13'],
          ['quan-he', '2000-11'],
        ],
      );
    });

    for (const [expression, edtf] of [
      ['12/7', 'XXXX-07-12'],
      ['thập niên 1990', '199X'],
      ['từ 1995 đến 2000', '1995/2000'],
      ['the 1990s', '199X'],
      ['since 2000', '2000/..'],
      ['trước 1954', '../1953'],
      ['tháng 8 năm 1995', '1995-08'],
      ['1995', '1995'],
    ] as const) {
      it(`reads "${expression}" as ${edtf}`, async () => {
        assert.equal((await json(command, expression)).date, edtf);
      });
    }

    it('takes several words without quotation marks for one expression', async () => {
      assert.equal((await json(command, 'từ', '1995', 'đến', '2000')).date, '1995/2000');
    });

    it('gives both days where day and month could be either way round', async () => {
      assert.deepEqual(await json(command, '--language', 'en', '7/11'), {
        query: '7/11',
        ambiguous: ['XXXX-07-11', 'XXXX-11-07'],
      });
      assert.equal((await json(command, '--language', 'vi', '7/11')).date, 'XXXX-11-07');
    });

    it('gives the problem with what is no date', async () => {
      for (const [query, problem] of [
        ['31/2', 'impossible'],
        ['hello', 'unreadable'],
        ['2000-1995', 'reversed'],
        ['', 'empty'],
      ] as const) {
        assert.deepEqual(await json(command, query), { query, problem });
      }
    });

    it('answers one expression a line from standard input, in order', async () => {
      const answers = objectsIn(
        await outputOf(ask(command, '--json'), { input: ['1994\n\n3/2/1994\r\n31/2'] }),
      );
      assert.deepEqual(
        answers.map(({ query, date, problem }) => [query, date ?? problem]),
        [
          ['1994', '1994'],
          ['', 'empty'],
          ['3/2/1994', '1994-02-03'],
          ['31/2', 'impossible'],
        ],
      );
    });

    it('says the same in words', async () => {
      assert.equal(
        await outputOf(ask(command, '3/2/1994')),
        [
          'ngày 3 tháng 2 năm 1994: 1 mục',
          '3/2/1994  Bỏ cấm vận',
          `  ${EMBARGO.text}`,
          '   — Nguồn <https://example.org/a>',
          '',
        ].join('\n'),
      );
      assert.match(await outputOf(ask(command, '1994-2000')), /^từ 1994 đến 2000: 5 mục\n/);
      assert.equal(await outputOf(ask(command, '')), `${wordsIn('vi').dateEmpty}\n`);
      assert.equal(
        await outputOf(ask(command, '--language', 'en', '31/2')),
        `${wordsIn('en').impossibleDate('31/2')}\n`,
      );
    });

    it('offers the command itself where it has to ask back', async () => {
      const output = await outputOf(ask(command, '--language', 'en', '7/11/1995'));
      assert.ok(output.includes(`(nhip-cau ${command} 1995-07-11)`), output);
    });

    it('leaves nothing out, however much there is', async () => {
      const events = Array.from({ length: 40 }, (_, index) => eventYaml(`event-${index + 1}`));
      const folder = folderWith({ 'timeline/a.yaml': `${events.join('\n')}\n` });
      const output = await outputOf([command, '--knowledge', folder, '12/7/1995']);
      assert.equal(output.split('  Tựa\n').length - 1, 40);
    });
  });
}

describe('nhip-cau today', () => {
  it('gives what happened on the day of the clock in any year', async () => {
    const output = await outputOf(ask('today', '--json'), { now: Date.UTC(2026, 1, 3, 12) });
    assert.deepEqual(objectsIn(output), [{ query: '2026-02-03', date: 'XXXX-02-03', events: [EMBARGO] }]);
  });

  it('says it in words, with the years gone by', async () => {
    assert.match(await outputOf(ask('today')), /^Ngày này năm xưa \(ngày 3 tháng 2\)\n32 năm trước \(1994\)/);
  });

  it('decides which day it is by the zone', async () => {
    // Eight in the evening of 3 February in Washington is already 4 February in Hà Nội.
    const options = { now: Date.UTC(2026, 1, 4, 1) };
    const day = async (...zone: readonly string[]) =>
      objectsIn(await outputOf(ask('today', '--json', ...zone), options))[0]?.date;
    assert.equal(await day(), 'XXXX-02-04');
    assert.equal(await day('--zone', 'America/New_York'), 'XXXX-02-03');
    assert.equal(await day('--zone', 'asia/ho_chi_minh'), 'XXXX-02-04');
  });

  it('decides by the zone of the configuration when none is named', async () => {
    const options = { now: Date.UTC(2026, 1, 4, 1), environment: { TIME_ZONE: 'America/New_York' } };
    assert.equal(objectsIn(await outputOf(ask('today', '--json'), options))[0]?.date, 'XXXX-02-03');
  });

  it('begins with what a daily post begins with, in words and as JSON', async () => {
    const folder = folderWith({
      'timeline/a.yaml': `${[
        eventYaml('detail', { date: '1990-02-03', importance: '1' }),
        eventYaml('landmark', { date: '1994-02-03', importance: '3' }),
      ].join('\n')}\n`,
    });
    const output = await outputOf(['today', '--knowledge', folder, '--json']);
    const { events } = objectsIn(output)[0] ?? {};
    assert.deepEqual(
      (events as readonly { readonly id: string }[]).map(({ id }) => id),
      ['landmark', 'detail'],
    );
    assert.match(await outputOf(['today', '--knowledge', folder]), /\(1994\)[\s\S]*\(1990\)/);
  });

  it('takes another day, with a year or without, in words or EDTF', async () => {
    for (const on of ['3/2', '3/2/2001', '1994-02-03', 'ngày 3 tháng 2', 'February 3', 'XXXX-02-03']) {
      const { query, date, events } = await json('today', '--on', on);
      assert.deepEqual([query, date, events], [on, 'XXXX-02-03', [EMBARGO]]);
    }
  });

  it('holds 29 February', async () => {
    assert.equal((await json('today', '--on', '29/2')).date, 'XXXX-02-29');
  });

  it('tells the problem, or both days, as JSON too', async () => {
    assert.deepEqual(await json('today', '--on', '31/2'), { query: '31/2', problem: 'impossible' });
    assert.deepEqual(await json('today', '--on', '7/11', '--language', 'en'), {
      query: '7/11',
      ambiguous: ['XXXX-07-11', 'XXXX-11-07'],
    });
  });

  it('gives dated sentences of articles as well', async () => {
    const { events } = await json('today', '--on', '13/7');
    assert.deepEqual(
      (events as readonly { readonly id: string }[]).map(({ id }) => id),
      ['quan-he'],
    );
    assert.match(await outputOf(ask('today', '--on', '13/7')), /25 năm trước \(2000\)/);
  });

  for (const [what, argv, advice] of [
    ['an unknown zone', ['--zone', 'Mars/Olympus'], /IANA time zone such as/],
    ['an offset instead of a zone', ['--zone', '+07:00'], /IANA time zone such as/],
    ['a year instead of a day', ['--on', '1995'], /a day such as 12\/7/],
    ['a range instead of a day', ['--on', '1995-2000'], /a day such as 12\/7/],
    ['words that belong to no option', ['12/7'], /--on DATE/],
  ] as const) {
    it(`takes ${what} for wrong usage and tells what is right`, async () => {
      const { code, output, errors } = await run(ask('today', ...argv));
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, advice);
    });
  }
});

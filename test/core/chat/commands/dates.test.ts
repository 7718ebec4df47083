import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../../../src/core/chat/reply.ts';
import { wordsIn } from '../../../../src/core/chat/words/words.ts';
import { eventsOf, happening, postKnowledge, postOf } from '../../../support/daily/post-world.ts';
import { article, eventYaml, libraryOf, timeline } from '../../../support/knowledge-files.ts';
import { tinyLibrary } from '../../../support/tiny-library.ts';
import { blocksOf, onlyText, Talk, TINY_LIBRARY } from '../tiny-chat.ts';

const vi = wordsIn('vi');
const EMBARGO = {
  kind: 'event',
  date: '3/2/1994',
  title: 'Bỏ cấm vận',
  text: 'Hoa Kỳ bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.',
  source: TINY_LIBRARY.event('embargo')?.sources[0],
};

const daysOf = (count: number) =>
  libraryOf(timeline(...Array.from({ length: count }, (_, index) => eventYaml(`event-${index + 1}`))));

describe('/date', () => {
  it('tells what is on a day, with its source', async () => {
    assert.deepEqual(await new Talk().say('/ngay 3/2/1994'), {
      language: 'vi',
      blocks: [{ kind: 'heading', text: 'ngày 3 tháng 2 năm 1994: 1 mục' }, EMBARGO],
      buttons: [],
    });
  });

  it('tells sentences of articles too, with the handle to look them up', async () => {
    const [event] = blocksOf(await new Talk().say('/date 13/7/2000'), 'event');
    assert.match(event?.text ?? '', /^Hiệp định Thương mại song phương được ký/);
    assert.match(event?.handle ?? '', /^[a-z0-9]{4,}$/);
  });

  it('writes in the language of the conversation', async () => {
    const { blocks, language } = await new Talk('en').say('/date February 3, 1994');
    assert.equal(language, 'en');
    assert.deepEqual(blocks[0], { kind: 'heading', text: 'February 3, 1994: 1 entry' });
    assert.equal(blocks[1]?.kind === 'event' && blocks[1].title, 'Embargo lifted');
  });

  it('says which year two digits were taken for, whether something is found or not', async () => {
    assert.deepEqual(blocksOf(await new Talk().say('/date 3/2/94'), 'notice'), [
      { kind: 'notice', text: vi.assumedCentury('ngày 3 tháng 2 năm 1994') },
    ]);
    assert.deepEqual((await new Talk().say('/date 4/2/94')).blocks, [
      { kind: 'notice', text: vi.assumedCentury('ngày 4 tháng 2 năm 1994') },
      { kind: 'text', text: vi.noEvents('ngày 4 tháng 2 năm 1994') },
    ]);
  });

  it('asks back which day is meant, offering what to say for each', async () => {
    assert.deepEqual((await new Talk('en').say('/date 7/11/1995')).blocks, [
      { kind: 'text', text: wordsIn('en').ambiguousDate('7/11/1995') },
      {
        kind: 'choices',
        choices: [
          { label: 'July 11, 1995', say: '/date 1995-07-11' },
          { label: 'November 7, 1995', say: '/date 1995-11-07' },
        ],
      },
    ]);
  });

  it('understands each choice it offers', async () => {
    for (const command of ['date', 'timeline', 'today']) {
      const talk = new Talk('en');
      const [choices] = blocksOf(await talk.say(`/${command} 7/11`), 'choices');
      assert.equal(choices?.choices.length, 2);
      for (const { say } of choices?.choices ?? []) {
        const { blocks } = await talk.say(say);
        assert.doesNotMatch(JSON.stringify(blocks), /Cannot read|which one/i);
      }
    }
  });

  it('tells why something is no date', async () => {
    const said = async (text: string): Promise<string> => onlyText(await new Talk().say(`/date ${text}`));
    assert.equal(await said('31/2'), vi.impossibleDate('31/2'));
    assert.equal(await said('hôm nào đó'), vi.dateUnreadable('hôm nào đó'));
    assert.equal(await said('2000-1995'), vi.dateReversed('2000-1995'));
  });

  it('repeats only the beginning of an endless text', async () => {
    assert.ok(onlyText(await new Talk().say(`/date ${'x'.repeat(10_000)}`)).length < 300);
  });

  it('says how many entries it leaves out of a message', async () => {
    const { blocks } = await new Talk('vi', daysOf(10)).say('/date 12/7/1995');
    assert.deepEqual(blocks.at(-1), { kind: 'text', text: vi.moreEvents(2) });
    assert.equal(blocks.length, 1 + 8 + 1);
  });

  it('tells an article or its translation, never both', async () => {
    const library = libraryOf(
      article('goc', 'Hai nước ký hiệp định vào ngày 1 tháng 2 năm 2003.'),
      article(
        'translated',
        'The two countries signed an agreement on 1 February 2003.',
        'translation_of: goc\n',
        'en',
      ),
      article('only-vi', 'Đoàn Việt Nam đến Washington ngày 1 tháng 2 năm 2003.'),
    );
    const told = async (language: 'vi' | 'en') =>
      blocksOf(await new Talk(language, library).say('/date 2003-02-01'), 'event').map(({ text }) => text);
    assert.deepEqual(await told('vi'), [
      'Hai nước ký hiệp định vào ngày 1 tháng 2 năm 2003.',
      'Đoàn Việt Nam đến Washington ngày 1 tháng 2 năm 2003.',
    ]);
    assert.deepEqual([...(await told('en'))].sort(), [
      'The two countries signed an agreement on 1 February 2003.',
      'Đoàn Việt Nam đến Washington ngày 1 tháng 2 năm 2003.',
    ]);
  });
});

describe('/timeline', () => {
  it('tells the events of a period in order', async () => {
    const titles = blocksOf(await new Talk().say('/dongthoigian từ 1990 đến 2000'), 'event').map(
      ({ title }) => title,
    );
    assert.deepEqual(titles, ['Bỏ cấm vận', 'Bình thường hóa']);
  });

  it('falls back on dated sentences of articles where no event is', async () => {
    const dates = blocksOf(await new Talk().say('/timeline 1996-2000'), 'event').map(({ date }) => date);
    assert.deepEqual(dates, ['tháng 5/1997', '13/7/2000', 'tháng 11/2000']);
  });
});

describe('/today', () => {
  it("tells what happened on the asker's day in other years, and how long ago", async () => {
    const { blocks } = await new Talk().say('/homnay');
    assert.deepEqual(blocks[0], { kind: 'heading', text: 'Ngày này năm xưa (ngày 11 tháng 7)' });
    assert.equal(blocks[1]?.kind === 'event' && blocks[1].date, '31 năm trước (1995)');
  });

  it('takes another day, with or without a year', async () => {
    const expected = await new Talk().say('/today 3/2');
    assert.deepEqual(
      blocksOf(expected, 'event').map(({ title }) => title),
      ['Bỏ cấm vận'],
    );
    assert.deepEqual(await new Talk().say('/today 3/2/2001'), expected);
  });

  it('tells what happened on 29 February on the 28th of a year that has no 29th', async () => {
    const library = libraryOf(timeline(eventYaml('1972-02-29-leap-day', { date: '1972-02-29' })));
    const told = async (day: string) =>
      blocksOf(await new Talk('vi', library).say(`/today ${day}`), 'event').length;
    assert.equal(await told('28/2/2025'), 1);
    assert.equal(await told('28/2/2024'), 0);
    assert.equal(await told('29/2/2024'), 1);
  });

  it('tells what a daily post of that day tells, in the same order, and the others on the next pages', async () => {
    const library = tinyLibrary({
      events: [
        happening('plain', '1993-07-11'),
        happening('second', '1982-07-11'),
        happening('first', '1981-07-11'),
        happening('detail', '1996-07-11', { importance: '1' }),
        happening('landmark', '1976-07-11', { importance: '3' }),
        happening('now', '2026-07-11'),
      ],
    });
    const titles = (reply: Reply | undefined) => eventsOf(reply).map(({ title }) => title);
    const talk = new Talk('vi', library);
    const first = await talk.say('/today');
    assert.deepEqual(titles(first), titles(postOf('2026-07-11', postKnowledge(library))));
    assert.equal(titles(first)[0], 'landmark');
    const [next] = first.buttons ?? [];
    const pressed = next === undefined ? undefined : await talk.press(next.action);
    const second = pressed?.kind === 'replace' ? titles(pressed.reply) : [];
    assert.deepEqual(second.toSorted(), ['detail', 'now', 'plain'].toSorted());
    assert.equal(second.at(-1), 'now');
  });

  it('says so when nothing is recorded', async () => {
    assert.equal(onlyText(await new Talk().say('/today 1/1')), vi.noEventToday('ngày 1 tháng 1'));
  });

  it('says that a year, a month or a range is no day', async () => {
    for (const text of ['1995', 'tháng 7', '1995-2000']) {
      assert.equal(onlyText(await new Talk().say(`/today ${text}`)), vi.notADay(text));
    }
  });

  it('says how many events it leaves out', async () => {
    const { blocks } = await new Talk('vi', daysOf(5)).say('/today 12/7');
    assert.deepEqual(blocks.at(-1), { kind: 'text', text: vi.moreEvents(2) });
    assert.equal(blocks.length, 1 + 3 + 1);
  });
});

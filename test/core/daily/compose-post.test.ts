import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from '../../../src/core/chat/words/words.ts';
import { createPostComposer } from '../../../src/core/daily/compose-post.ts';
import {
  CONTENTS,
  eventsOf,
  happening,
  knowledgeOf,
  postKnowledge,
  postOf,
} from '../../support/daily/post-world.ts';
import { tinyLibrary } from '../../support/tiny-library.ts';
import { edtf } from '../chat/tiny-chat.ts';

const titles = (...of: Parameters<typeof postOf>): readonly string[] =>
  eventsOf(postOf(...of)).map(({ title }) => title);
const vi = wordsIn('vi').daily.post;

describe('a daily post', () => {
  it('tells what happened on the day, how long ago, with a handle and a source', () => {
    const knowledge = knowledgeOf(happening('normalisation', '1995-07-11'));
    const post = postOf('2026-07-11', knowledge);
    assert.deepEqual(post?.blocks[0], { kind: 'heading', text: 'Ngày này năm xưa (ngày 11 tháng 7)' });
    const [event] = eventsOf(post);
    assert.equal(event?.date, '31 năm trước (1995)');
    assert.equal(event?.source?.title, 'Nguồn');
    assert.equal(knowledge.library.sentence(event?.handle ?? '')?.document.id, 'normalisation');
  });

  it('gives the date in each capital where they differ', () => {
    const knowledge = knowledgeOf(
      happening('normalisation', '1995-07-11', {
        places: '["Washington, D.C."]',
        also_dated: '[{ date: 1995-07-12, place: Hà Nội }]',
      }),
    );
    for (const day of ['2026-07-11', '2026-07-12']) {
      assert.equal(
        eventsOf(postOf(day, knowledge))[0]?.date,
        '31 năm trước (1995) · 11/7/1995 ở Washington, D.C., 12/7/1995 ở Hà Nội',
      );
    }
  });

  it('begins with what happened on that day where it happened', () => {
    const knowledge = knowledgeOf(
      happening('in-washington', '1995-07-11', { also_dated: '[{ date: 1995-07-12, place: Hà Nội }]' }),
      happening('in-hanoi', '1995-07-12', { also_dated: '[{ date: 1995-07-11, place: Washington }]' }),
    );
    for (const year of [2026, 2027, 2028]) {
      assert.equal(titles(`${year}-07-11`, knowledge)[0], 'in-washington');
      assert.equal(titles(`${year}-07-12`, knowledge)[0], 'in-hanoi');
    }
  });

  it('tells at most three, and has a button for the others', () => {
    const knowledge = knowledgeOf(
      ...['a', 'b', 'c', 'd'].map((id, index) => happening(`event-${id}`, `199${index}-07-11`)),
    );
    const post = postOf('2026-07-11', knowledge);
    assert.equal(eventsOf(post).length, 3);
    assert.deepEqual(post?.buttons, [
      {
        label: vi.more,
        action: { kind: 'page', command: 'today', argument: 'XXXX-07-11', page: 1, language: 'vi' },
      },
    ]);
  });

  it('begins with landmarks, then with round anniversaries', () => {
    const knowledge = knowledgeOf(
      happening('detail', '1996-07-11', { importance: '1' }),
      happening('plain', '1993-07-11'),
      happening('round', '1986-07-11'),
      happening('landmark', '1976-07-11', { importance: '3' }),
    );
    assert.deepEqual(titles('2026-07-11', knowledge), ['landmark', 'round', 'plain']);
  });

  it('does not begin with the same event two years running where there is an equal', () => {
    const knowledge = knowledgeOf(happening('first', '1981-07-11'), happening('second', '1982-07-11'));
    const leaders = Array.from({ length: 12 }, (_, index) => titles(`${2020 + index}-07-11`, knowledge)[0]);
    for (const [index, leader] of leaders.entries())
      assert.notEqual(leader, leaders[index + 1], String(2020 + index));
  });

  it('begins with a landmark every year when nothing comes near it', () => {
    const knowledge = knowledgeOf(
      happening('landmark', '1975-04-30', { importance: '3' }),
      happening('detail', '1983-04-30', { importance: '1' }),
    );
    for (const year of [2025, 2026, 2027, 2028]) {
      assert.equal(titles(`${year}-04-30`, knowledge)[0], 'landmark');
    }
  });

  it('is the same whenever it is asked for', () => {
    const knowledge = knowledgeOf(happening('first', '1981-07-11'), happening('second', '1982-07-11'));
    assert.deepEqual(postOf('2026-07-11', knowledge), postOf('2026-07-11', knowledge));
  });

  it('is composed once for all who chose the same, and anew when the knowledge was edited', () => {
    let knowledge = knowledgeOf(happening('first', '1981-07-11'));
    let lookups = 0;
    const composer = createPostComposer(() => {
      const timeline = new Proxy(knowledge.timeline, {
        get: (lookup, name) => {
          lookups += 1;
          const value = Reflect.get(lookup, name);
          return typeof value === 'function' ? value.bind(lookup) : value;
        },
      });
      return { ...knowledge, timeline };
    });
    const day = edtf('2026-07-11');
    const first = composer.compose(CONTENTS, day);
    const before = lookups;
    assert.deepEqual(composer.compose(CONTENTS, day), first);
    assert.equal(lookups, before);
    for (const other of [{ language: 'en' }, { topics: ['trade'] }, { emptyDays: 'nearest' }] as const)
      assert.notDeepEqual(composer.compose({ ...CONTENTS, ...other }, edtf('2026-07-12')), first);
    knowledge = knowledgeOf(happening('edited', '1981-07-11'));
    assert.notDeepEqual(composer.compose(CONTENTS, day), first);
  });

  it('leaves out what happens this very year or later', () => {
    assert.equal(postOf('2026-07-11', knowledgeOf(happening('now', '2026-07-11'))), undefined);
    assert.equal(postOf('1990-07-11', knowledgeOf(happening('later', '1995-07-11'))), undefined);
  });

  it('keeps to the topics', () => {
    const knowledge = knowledgeOf(
      happening('deal', '1990-07-11', { topics: '[trade]' }),
      happening('battle', '1968-07-11', { topics: '[war]' }),
    );
    assert.deepEqual(titles('2026-07-11', knowledge, { topics: ['trade', 'law'] }), ['deal']);
    assert.equal(postOf('2026-07-11', knowledge, { topics: ['law'] }), undefined);
  });

  it('calls a round anniversary one, but never that of a war or a disaster', () => {
    const knowledge = knowledgeOf(
      happening('treaty', '1996-07-11', { topics: '[trade]' }),
      happening('battle', '1966-07-11', { topics: '[war]' }),
      happening('crash', '1976-07-11', { title: '{ vi: Tai nạn máy bay, en: A plane crashes }' }),
    );
    const dates = new Map(eventsOf(postOf('2026-07-11', knowledge)).map(({ title, date }) => [title, date]));
    assert.equal(dates.get('treaty'), 'Tròn 30 năm (1996)');
    assert.equal(dates.get('battle'), '60 năm trước (1966) · chiến tranh');
    assert.equal(dates.get('Tai nạn máy bay'), '50 năm trước (1976)');
    assert.equal(
      eventsOf(postOf('2026-07-11', knowledge, { language: 'en' }))[0]?.date,
      '60 years ago (1966) · war',
    );
  });

  it('never raises its voice', () => {
    const said = JSON.stringify([wordsIn('vi').daily.post, wordsIn('en').daily.post]);
    assert.doesNotMatch(said, /!|🎉|chúc mừng|celebrat|happy/i);
  });

  it('remembers 29 February on the 28th of a common year, and says so', () => {
    const knowledge = knowledgeOf(happening('leap', '1996-02-29'));
    const [event] = eventsOf(postOf('2027-02-28', knowledge));
    assert.equal(event?.date, '31 năm trước (1996) · 29/2/1996');
    assert.deepEqual(postOf('2027-02-28', knowledge)?.blocks.at(-1), { kind: 'notice', text: vi.leapDay });
    assert.equal(postOf('2028-02-28', knowledge), undefined);
    assert.equal(eventsOf(postOf('2028-02-29', knowledge))[0]?.title, 'leap');
  });

  it('says everything in both languages when asked to', () => {
    const knowledge = knowledgeOf(
      happening('event', '1995-07-11', { title: '{ vi: Sự kiện, en: An event }' }),
    );
    const post = postOf('2026-07-11', knowledge, { language: 'both' });
    assert.deepEqual(
      post?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
      ['Ngày này năm xưa (ngày 11 tháng 7)', 'On this day (July 11)'],
    );
    assert.deepEqual(
      eventsOf(post).map(({ title }) => title),
      ['Sự kiện', 'An event'],
    );
  });

  it('tells a visit of several days on each of them, with its dates', () => {
    const knowledge = knowledgeOf(happening('visit', '2000-11-16/2000-11-19'));
    assert.equal(eventsOf(postOf('2026-11-18', knowledge))[0]?.date, '26 năm trước (2000) · 16–19/11/2000');
  });
});

describe('an empty day', () => {
  const month = happening('month', '2000-07');

  it('has no post when it is to be skipped', () => {
    assert.equal(postOf('2026-07-20', knowledgeOf(month)), undefined);
  });

  it('gets something of the month, labelled as such', () => {
    const post = postOf('2026-07-20', knowledgeOf(month), { emptyDays: 'nearest' });
    assert.deepEqual(post?.blocks.slice(0, 2), [
      { kind: 'text', text: vi.nothing('ngày 20 tháng 7') },
      { kind: 'heading', text: vi.inMonth('tháng 7') },
    ]);
    assert.equal(eventsOf(post)[0]?.date, 'tháng 7/2000');
  });

  it('gets other things of the month on other days', () => {
    const months = knowledgeOf(...['a', 'b', 'c', 'd'].map((id) => happening(`month-${id}`, '2000-07')));
    const of = (day: string) => titles(day, months, { emptyDays: 'nearest' })[0];
    assert.notEqual(of('2026-07-20'), of('2026-07-21'));
  });

  it('gets the days around, with their own dates, and never calls them today', () => {
    const post = postOf(
      '2026-07-20',
      knowledgeOf(happening('near', '1998-07-22'), happening('far', '1998-07-30')),
      {
        emptyDays: 'nearest',
      },
    );
    assert.deepEqual(
      eventsOf(post).map(({ title, date }) => [title, date]),
      [['near', '22/7/1998']],
    );
    assert.doesNotMatch(JSON.stringify(post), /Ngày này năm xưa|năm trước \(/);
  });

  it('gets a sentence to read when nothing else is there', () => {
    const library = tinyLibrary({
      articles: [{ title: 'Chè', paragraphs: ['Chè được uống bằng chén nhỏ.'] }],
    });
    const post = postOf('2026-07-20', postKnowledge(library), { emptyDays: 'nearest' });
    assert.deepEqual(post?.blocks[1], { kind: 'heading', text: vi.reading });
    assert.equal(post?.blocks[2]?.kind, 'quote');
  });

  it('says that it is the topics that have nothing', () => {
    const knowledge = knowledgeOf(happening('deal', '1990-07-11', { topics: '[trade]' }), {
      ...month,
      keys: { ...month.keys, topics: '[law]' },
    });
    const post = postOf('2026-07-11', knowledge, { ...CONTENTS, topics: ['law'], emptyDays: 'nearest' });
    assert.deepEqual(post?.blocks[0], { kind: 'text', text: vi.nothingOnTopics('ngày 11 tháng 7') });
  });

  it('stays empty where nothing at all is known', () => {
    const knowledge = knowledgeOf(happening('far', '1998-01-01'));
    assert.equal(postOf('2026-07-11', knowledge, { topics: ['law'], emptyDays: 'nearest' }), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, check, type EventParts, rulesFinding, timeline } from './made-up-folder.ts';

const EMBARGO: EventParts = {
  id: '1994-02-03-embargo-lifted',
  date: '1994-02-03',
  title: {
    vi: 'Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam',
    en: 'President Bill Clinton lifts the trade embargo against Vietnam',
  },
  vi: 'Ngày 3 tháng 2 năm 1994, Tổng thống Hoa Kỳ Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam.',
  en: 'On February 3, 1994, US President Bill Clinton lifted the trade embargo against Vietnam.',
  people: '[Bill Clinton]',
  url: 'https://www.nytimes.com/1994/02/04/embargo.html',
};
const EMBARGO_AGAIN: EventParts = {
  ...EMBARGO,
  id: '1994-02-04-clinton-ends-embargo',
  date: '1994-02-04',
  vi: 'Ngày 4 tháng 2 năm 1994, Tổng thống Bill Clinton tuyên bố bãi bỏ lệnh cấm vận thương mại với Việt Nam.',
  en: 'On February 4, 1994, President Bill Clinton announced the end of the trade embargo against Vietnam.',
  url: 'https://www.latimes.com/archives/embargo.html',
};

describe('events told twice', () => {
  it('finds one event under two dates and names both places', () => {
    const [finding] = check(timeline({}, EMBARGO, EMBARGO_AGAIN));
    assert.equal(finding?.rule, 'same-event');
    assert.equal(finding?.subject, EMBARGO_AGAIN.id);
    assert.match(finding?.message ?? '', /1994-02-03-embargo-lifted.*1994-02-04 here, 1994-02-03 there/);
  });

  it('finds one event told twice under the same date', () => {
    const twice = { ...EMBARGO_AGAIN, ...EMBARGO, id: '1994-02-03-clinton-ends-embargo' };
    assert.deepEqual(rulesFinding(timeline({}, EMBARGO, { ...twice, url: EMBARGO_AGAIN.url ?? '' })), [
      'same-event',
    ]);
  });

  it('accepts two dates that the editor has linked', () => {
    const linked = { ...EMBARGO, more: '  also_dated:\n    - { date: 1994-02-04, place: Hà Nội }\n' };
    assert.deepEqual(check(timeline({}, linked, EMBARGO_AGAIN)), []);
  });

  it('finds a question that is written down for two events', () => {
    const asked = (id: string, day: string): EventParts => ({
      id,
      date: day,
      vi: `Ngày ${Number(day.slice(-2))} tháng 5 năm 2001, hai bên họp về ${id}.`,
      en: `On May ${Number(day.slice(-2))}, 2001, the two sides met about ${id}.`,
      title: { vi: `Họp về ${id}`, en: `Meeting about ${id}` },
      more: '  asked:\n    vi: [Hai bên họp hôm nào?]\n',
    });
    const [finding] = check(timeline({}, asked('ca', '2001-05-02'), asked('gao', '2001-05-20')));
    assert.equal(finding?.rule, 'asked-twice');
    assert.match(finding?.message ?? '', /"Hai bên họp hôm nào\?" is asked of "ca" already/);
  });

  it('accepts two events of one week that share only people and places', () => {
    const speech: EventParts = {
      ...EMBARGO_AGAIN,
      id: '1994-02-05-clinton-speech',
      date: '1994-02-05',
      title: { vi: 'Clinton gặp cựu chiến binh', en: 'Clinton meets veterans' },
      vi: 'Ngày 5 tháng 2 năm 1994, Tổng thống Bill Clinton tiếp đoàn cựu chiến binh tại Nhà Trắng.',
      en: 'On February 5, 1994, President Bill Clinton received a group of veterans at the White House.',
    };
    assert.deepEqual(check(timeline({}, EMBARGO, speech)), []);
  });

  it('accepts yearly meetings whose titles count them', () => {
    const round = (nth: number, year: number): EventParts => ({
      id: `${year}-05-10-dialogue`,
      date: `${year}-05-10`,
      title: { vi: `Đối thoại nhân quyền lần ${nth}`, en: `Human rights dialogue no. ${nth}` },
      vi: `Ngày 10 tháng 5 năm ${year}, Việt Nam và Hoa Kỳ họp Đối thoại nhân quyền lần ${nth} tại Hà Nội.`,
      en: `On May 10, ${year}, Vietnam and the United States held human rights dialogue no. ${nth} in Hanoi.`,
      people: '[]',
      url: `https://www.state.gov/dialogue-${nth}`,
    });
    assert.deepEqual(check(timeline({}, round(17, 2013), round(18, 2014))), []);
  });
});

describe('articles against the timeline', () => {
  it('finds a sentence that gives another day of the same month', () => {
    const text =
      'Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam ngày 13 tháng 2 năm 1994.';
    const [finding] = check({ ...timeline({}, EMBARGO), ...article({ text }) });
    assert.equal(finding?.rule, 'timeline-date');
    assert.equal(finding?.file, 'articles/bai-viet.md');
    assert.equal(finding?.line, 7);
    assert.match(finding?.message ?? '', /1994-02-03 \(timeline\/events\.yaml, line/);
  });

  it('finds a sentence that gives the same day of another month', () => {
    const text =
      'Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam ngày 3 tháng 3 năm 1994.';
    assert.deepEqual(rulesFinding({ ...timeline({}, EMBARGO), ...article({ text }) }), ['timeline-date']);
  });

  it('accepts the right day, and other events of the month', () => {
    const text =
      'Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam ngày 3 tháng 2 năm 1994. ' +
      'Pepsi mở nhà máy đầu tiên ở Thành phố Hồ Chí Minh ngày 4 tháng 2 năm 1994.';
    assert.deepEqual(check({ ...timeline({}, EMBARGO), ...article({ text }) }), []);
  });

  it('accepts the day it was in another place, and the day another source gives', () => {
    const more = `  also_dated:
    - { date: 1994-02-04, place: Hà Nội }
  other_versions:
    - { date: 1994-02-02, text: { vi: Ngày 2., en: February 2. }, source: { title: Báo } }
`;
    for (const day of [4, 2]) {
      const text = `Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại với Việt Nam ngày ${day} tháng 2 năm 1994.`;
      assert.deepEqual(check({ ...timeline({}, { ...EMBARGO, more }), ...article({ text }) }), []);
    }
  });
});

describe('events against themselves', () => {
  it('finds a text that tells another date than the event has', () => {
    const en = 'On August 6, 1995, Warren Christopher opened the US Embassy in Hanoi.';
    const findings = check(timeline({ en })).filter(({ rule }) => rule === 'event-date');
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message ?? '', /1995-08-05.*\(en\).*1995-08-06/);
  });

  it('accepts a text with the date of the other capital and later days beside it', () => {
    const event: EventParts = {
      vi: 'Ngày 6 tháng 8 năm 1995, theo giờ Hà Nội, Warren Christopher mở Đại sứ quán Hoa Kỳ.',
      en: 'On August 6, 1995, Hanoi time, Warren Christopher opened the US Embassy.',
      more: '  also_dated:\n    - { date: 1995-08-06, place: Hà Nội }\n',
    };
    assert.deepEqual(check(timeline(event)), []);
  });

  it('finds an id that begins with another date', () => {
    const [finding, ...others] = check(timeline({ id: '1995-08-15-christopher-opens-embassy' }));
    assert.equal(finding?.rule, 'event-id');
    assert.equal(finding?.line, 1);
    assert.deepEqual(others, []);
  });

  it('accepts ids with a part of the date, without one, and with a number that is none', () => {
    for (const id of ['1995-christopher', '1995-08-christopher', 'christopher', '1995-08-05-17th-parallel'])
      assert.deepEqual(check(timeline({ id })), []);
  });
});

describe('weekdays', () => {
  const weekdays = (vi: string): readonly string[] => rulesFinding(article({ text: vi }));

  it('finds a Vietnamese weekday that does not fit', () => {
    const [finding] = check(
      article({ text: 'Hoa Kỳ mở đại sứ quán vào thứ Hai, ngày 12 tháng 7 năm 1995.' }),
    );
    assert.equal(finding?.rule, 'weekday');
    assert.match(finding?.message ?? '', /1995-07-12 was "thứ tư", not "thứ hai"/);
  });

  it('finds an English weekday before or behind the date', () => {
    for (const text of [
      'The United States recognized Vietnam on Monday, July 11, 1995.',
      'The United States recognized Vietnam on July 11, 1995, a Wednesday.',
    ])
      assert.deepEqual(rulesFinding(article({ language: 'en', text })), ['weekday'], text);
  });

  it('accepts weekdays that fit', () => {
    assert.deepEqual(weekdays('Hoa Kỳ công bố vào thứ Ba, ngày 11 tháng 7 năm 1995.'), []);
    assert.deepEqual(weekdays('Hoa Kỳ công bố vào Chủ nhật, 30 tháng 4 năm 2000.'), []);
  });

  it('does not take "lần thứ hai" for a Monday', () => {
    assert.deepEqual(weekdays('Bill Clinton thăm Việt Nam lần thứ hai ngày 12 tháng 7 năm 2000.'), []);
  });
});

describe('offices', () => {
  const glossary = {
    'glossary.yaml': `- vi: [Bill Clinton]
  en: [Bill Clinton]
  kind: person
  offices:
    - { title: { vi: Tổng thống Hoa Kỳ, en: President of the United States }, from: 1993-01-20, to: 2001-01-20 }
- vi: [Võ Văn Kiệt]
  en: [Võ Văn Kiệt]
  kind: person
  offices:
    - { title: { vi: Thủ tướng Chính phủ, en: Prime Minister of Vietnam }, from: 1991-08, to: 1997-09 }
- vi: [Pete Peterson]
  en: [Pete Peterson]
  kind: person
  offices:
    - { title: { vi: Đại sứ Hoa Kỳ tại Việt Nam, en: U.S. Ambassador to Vietnam }, from: 1997-05-14, to: 2001-07-15 }
`,
  };
  const found = (text: string, language: 'vi' | 'en' = 'vi'): readonly string[] =>
    rulesFinding({ ...glossary, ...article({ text, language }) });

  it('finds an office held at another time', () => {
    assert.deepEqual(found('Tổng thống Clinton thăm Hà Nội ngày 5 tháng 6 năm 2003.'), ['office-term']);
    assert.deepEqual(found('Thủ tướng Võ Văn Kiệt thăm Washington năm 1999.'), ['office-term']);
    assert.deepEqual(found('US President Bill Clinton visited Hanoi in 2003.', 'en'), ['office-term']);
  });

  it('reads names before punctuation and possessives', () => {
    assert.deepEqual(found('Ngày 5 tháng 6 năm 2003, Hà Nội đón Tổng thống Bill Clinton.'), ['office-term']);
    assert.deepEqual(found("Hanoi welcomed President Clinton's daughter in 2003.", 'en'), ['office-term']);
  });

  it('accepts an office held at the time, also by surname or with the country', () => {
    assert.deepEqual(found('Tổng thống Mỹ Bill Clinton thăm Hà Nội ngày 16 tháng 11 năm 2000.'), []);
    assert.deepEqual(
      found('Tổng thống Clinton nói tại Hà Nội năm 2000 rằng Hoa Kỳ sẽ gửi đoàn trở lại năm 2003.'),
      [],
    );
  });

  it('accepts a former office, and one still to come', () => {
    assert.deepEqual(found('Cựu Tổng thống Bill Clinton thăm Hà Nội năm 2006.'), []);
    assert.deepEqual(found('Bill Clinton, sau này là Tổng thống Clinton, học ở Oxford năm 1969.'), []);
    assert.deepEqual(found('Former US President Bill Clinton visited Hanoi in 2006.', 'en'), []);
  });

  it('accepts what goes on from a time before the office', () => {
    assert.deepEqual(found('Từ năm 1975, đến Tổng thống Clinton mới có chuyến thăm đầu tiên.'), []);
  });

  it('gives ambassadors leeway between appointment and credentials', () => {
    assert.deepEqual(found('Đại sứ Pete Peterson đến Hà Nội ngày 9 tháng 5 năm 1997.'), []);
    assert.deepEqual(found('Đại sứ Pete Peterson đến Hà Nội ngày 9 tháng 5 năm 1993.'), ['office-term']);
  });

  it('knows nothing of people and offices that the glossary does not have', () => {
    assert.deepEqual(found('Tổng thống Ngô Đình Diệm thăm Washington năm 1957.'), []);
    assert.deepEqual(found('Đại sứ Võ Văn Kiệt thăm Washington năm 1957.'), []);
  });
});

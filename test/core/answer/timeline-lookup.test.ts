import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DatedEntry, TimelineLookup } from '../../../src/core/answer/timeline-lookup.ts';
import { edtf, TODAY } from '../../support/asking.ts';
import { type TinyEvent, tinyLibrary } from '../../support/tiny-library.ts';

const event = (id: string, date: string, more: Readonly<Record<string, string>> = {}): TinyEvent => ({
  id,
  keys: { date, ...more },
});

const library = tinyLibrary({
  articles: [
    {
      id: 'bai',
      title: 'Bài',
      more: 'noise: machine-translated\ncorrections:\n  - { find: năm 1996, doubtful: true, reason: Chưa rõ. }',
      paragraphs: [
        'Ngày 6 tháng 8 năm 1995, đại sứ quán mở cửa. Câu này không có ngày.',
        'Ngày […] tháng 8 năm 1995, đoàn đến thăm. Đoàn rời đi năm 1996.',
        'Tháng 7 năm 1995 là tháng mưa.',
      ],
    },
  ],
  events: [
    event('e-2000', '2000-11-16/2000-11-19'),
    event('e-1995-day', '1995-07-12', { also_dated: '[{ date: 1995-07-11, place: Washington }]' }),
    event('e-1995-month', '1995-07'),
    event('e-1995-year', '1995'),
    event('e-1973', '1973-01-27'),
    event('e-1787', '1787'),
  ],
});
const lookup = new TimelineLookup(library, TODAY);

const nameOf = (entry: DatedEntry): string => (entry.kind === 'event' ? entry.event.id : entry.sentence.text);
const eventsOn = (date: string): readonly string[] => lookup.events(edtf(date)).map(nameOf);
const allOn = (date: string): readonly string[] => lookup.all(edtf(date)).map(nameOf);

describe('the timeline', () => {
  it('finds the events of a day, and nothing known only to its month', () => {
    assert.deepEqual(eventsOn('1995-07-12'), ['e-1995-day']);
  });

  it('finds an event by its date in either capital, once', () => {
    assert.deepEqual(eventsOn('1995-07-11'), ['e-1995-day']);
    assert.deepEqual(eventsOn('1995-07').toSorted(), ['e-1995-day', 'e-1995-month']);
  });

  it('finds the events of a year, a decade and a range, in order of time', () => {
    assert.deepEqual(eventsOn('1995').toSorted(), ['e-1995-day', 'e-1995-month', 'e-1995-year']);
    assert.deepEqual(eventsOn('199X').length, 3);
    assert.deepEqual(eventsOn('1973/2000').at(0), 'e-1973');
    assert.deepEqual(eventsOn('1973/2000').at(-1), 'e-2000');
    assert.deepEqual(eventsOn('../1953'), ['e-1787']);
    assert.deepEqual(eventsOn('1996/..'), ['e-2000']);
  });

  it('finds a stay of several days by each of its days, and by no other', () => {
    for (const day of ['2000-11-16', '2000-11-17', '2000-11-19']) assert.deepEqual(eventsOn(day), ['e-2000']);
    for (const day of ['2000-11-15', '2000-11-20']) assert.deepEqual(eventsOn(day), []);
  });

  it('finds a day of any year', () => {
    assert.deepEqual(eventsOn('XXXX-07-12'), ['e-1995-day']);
    assert.deepEqual(eventsOn('XXXX-01-27'), ['e-1973']);
    assert.deepEqual(eventsOn('XXXX-11-18'), ['e-2000']);
    assert.deepEqual(eventsOn('XXXX-02-29'), []);
  });

  it('adds the dated sentences of articles, sound ones only', () => {
    assert.deepEqual(allOn('1995-08'), ['Ngày 6 tháng 8 năm 1995, đại sứ quán mở cửa.']);
    assert.deepEqual(allOn('1996'), []);
    assert.ok(allOn('1995-07').includes('Tháng 7 năm 1995 là tháng mưa.'));
  });

  it('does not take the sentences of events for those of articles', () => {
    assert.deepEqual(allOn('1973'), ['e-1973']);
  });
});

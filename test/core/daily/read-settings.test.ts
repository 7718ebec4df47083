import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChosenSettings, readSettings } from '../../../src/core/daily/read-settings.ts';

function chosen(text: string): ChosenSettings | undefined {
  const reading = readSettings(text);
  return reading.kind === 'settings' ? reading.chosen : assert.fail(JSON.stringify(reading));
}

function problem(text: string) {
  const reading = readSettings(text);
  return reading.kind === 'problem' ? reading.problem : assert.fail(JSON.stringify(reading));
}

const HANOI = 'Asia/Ho_Chi_Minh';

describe('the settings of daily posts', () => {
  const cases: readonly (readonly [string, object])[] = [
    [
      '08:00 Asia/Ho_Chi_Minh vi topics=trade,diplomacy days=mon-fri silent empty=nearest',
      {
        time: '08:00',
        zone: HANOI,
        language: 'vi',
        topics: ['trade', 'diplomacy'],
        weekdays: [1, 2, 3, 4, 5],
        silent: true,
        emptyDays: 'nearest',
      },
    ],
    ['8h sáng', { time: '08:00' }],
    ['7:30', { time: '07:30' }],
    ['8h sáng giờ Hà Nội', { time: '08:00', zone: HANOI }],
    [
      'lúc 8 giờ tối giờ California, song ngữ',
      { time: '20:00', zone: 'America/Los_Angeles', language: 'both' },
    ],
    [
      '8h chủ đề: thương mại, ngoại giao t2-t6',
      { time: '08:00', topics: ['trade', 'diplomacy'], weekdays: [1, 2, 3, 4, 5] },
    ],
    ['8h chủ đề thương mại, hậu quả chiến tranh', { time: '08:00', topics: ['trade', 'war-legacy'] }],
    ['topics=human-rights,war', { topics: ['human-rights', 'war'] }],
    ['topics=all', { topics: [] }],
    ['chủ đề tất cả', { topics: [] }],
    [
      '20:00 at New York both weekends',
      { time: '20:00', zone: 'America/New_York', language: 'both', weekdays: [6, 7] },
    ],
    ['t7-t2', { weekdays: [1, 6, 7] }],
    ['mon, wed and fri', { weekdays: [1, 3, 5] }],
    ['thứ hai đến thứ tư, chủ nhật', { weekdays: [1, 2, 3, 7] }],
    ['thu', { weekdays: [4] }],
    [
      'mỗi ngày 7h tiếng Anh im lặng',
      { weekdays: [1, 2, 3, 4, 5, 6, 7], time: '07:00', language: 'en', silent: true },
    ],
    ['silent=no', { silent: false }],
    ['có chuông', { silent: false }],
    ['empty=skip', { emptyDays: 'skip' }],
    ['ngày trống: gần nhất', { emptyDays: 'nearest' }],
    ['giờ=9h múi giờ=Sài Gòn ngôn ngữ=vi', { time: '09:00', zone: HANOI, language: 'vi' }],
    ['time=9:15 tz=Europe/Paris lang=en', { time: '09:15', zone: 'Europe/Paris', language: 'en' }],
    ['', {}],
  ];
  for (const [text, expected] of cases) {
    it(`are understood: ${text}`, () => assert.deepEqual(chosen(text), expected));
  }

  const problems: readonly (readonly [string, object])[] = [
    ['99:30', { field: 'time', text: '99:30' }],
    ['24:00', { field: 'time', text: '24:00' }],
    ['99', { field: 'time', text: '99' }],
    ['20h sáng', { field: 'time', text: '20h sáng' }],
    ['time=soon', { field: 'time', text: 'soon' }],
    ['8h topics=trade,bogus', { field: 'topics', text: 'bogus' }],
    ['8h days=funday', { field: 'weekdays', text: 'funday' }],
    ['8h days=mon-xyz', { field: 'weekdays' }],
    ['8h lang=fr', { field: 'language', text: 'fr' }],
    ['8h empty=panic', { field: 'emptyDays', text: 'panic' }],
    ['8h Mars/Olympus', { field: 'zone', text: 'Mars/Olympus' }],
    ['8h zone=+07:00', { field: 'zone', text: '+07:00' }],
    ['8h ôi trời ơi', { field: 'unknown' }],
  ];
  for (const [text, expected] of problems) {
    it(`are refused at once: ${text}`, () => compare(problem(text), expected));
  }

  function compare(actual: object, expected: object): void {
    for (const [key, value] of Object.entries(expected)) {
      assert.equal((actual as Record<string, unknown>)[key], value, key);
    }
  }

  it('come with the zones that may be meant', () => {
    const found = problem('8h Asia/Ho_Chi_Min');
    assert.deepEqual(found.field === 'zone' && found.near[0], HANOI);
  });

  it('may be endless nonsense', () => {
    assert.equal(readSettings('x '.repeat(100_000)).kind, 'problem');
    assert.equal(readSettings(`${'8'.repeat(5000)}:00`).kind, 'problem');
  });
});

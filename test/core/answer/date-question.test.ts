import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf } from '../../support/asking.ts';
import { tinyLibrary } from '../../support/tiny-library.ts';

const ask = askerOf(
  tinyLibrary({
    events: [
      {
        id: '1995-07-12-embassy-talks',
        keys: {
          date: '1995-07-12',
          title: '{ vi: Hai bên bàn về đại sứ quán, en: Talks on embassies }',
          text: '{ vi: "Ngày 12 tháng 7 năm 1995, hai bên bàn về việc mở đại sứ quán.", en: "On July 12, 1995, the two sides discussed opening embassies." }',
        },
      },
      {
        id: '2013-07-25-partnership',
        keys: {
          date: '2013-07-25',
          title: '{ vi: Lập quan hệ đối tác, en: A partnership }',
          text: '{ vi: "Ngày 25 tháng 7 năm 2013, hai nước lập quan hệ đối tác.", en: "On July 25, 2013, the two countries formed a partnership." }',
        },
      },
    ],
  }),
);

describe('a question that asks only what happened then', () => {
  it('is answered with the event of the day, the day of any year, the month or the year', () => {
    for (const question of [
      'Chuyện gì xảy ra ngày 12/7/1995?',
      'chuyen gi xay ra ngay 12/7/1995',
      'Ngày 12 tháng 7 có sự kiện gì?',
      'Tháng 7 năm 1995 có sự kiện gì?',
      'What happened on July 12, 1995?',
      'what happened in 1995',
    ]) {
      const answer = ask(question);
      assert.equal(answer.answered, true, question);
      assert.equal(answer.passages[0]?.document.id, '1995-07-12-embassy-talks', question);
    }
  });

  it('is answered in its own language', () => {
    assert.equal(ask('What happened on July 12, 1995?').passages[0]?.document.language, 'en');
  });

  it('is not known when nothing is recorded for the date', () => {
    assert.equal(ask('Chuyện gì xảy ra ngày 3/3/1903?').answered, false);
  });
});

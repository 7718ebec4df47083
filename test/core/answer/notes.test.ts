import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, edtf, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';

const ask = askerOf(smallWorld());

describe('a claim with a wrong date', () => {
  it('is not confirmed: the sentence is shown with both dates', () => {
    const answer = ask(
      'Năm 1990 Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?',
    );
    assert.equal(
      told(answer),
      'Ngày 3 tháng 2 năm 1994, Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.',
    );
    assert.deepEqual(answer.notes, [{ kind: 'other-date', asked: edtf('1990'), found: edtf('1994-02-03') }]);
    assert.equal(answer.direct, undefined);
  });

  it('is not confirmed when only the day is wrong', () => {
    const { notes } = ask(
      'Ngày 4 tháng 2 năm 1994 Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam đúng không?',
    );
    assert.deepEqual(notes, [{ kind: 'other-date', asked: edtf('1994-02-04'), found: edtf('1994-02-03') }]);
  });

  it('is told from one with a right date, however little of it is named', () => {
    for (const date of ['Năm 1994', 'Tháng 2 năm 1994', 'Ngày 3/2/1994', 'Thập niên 1990']) {
      const { notes } = ask(
        `${date} Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?`,
      );
      assert.deepEqual(notes, [], date);
    }
  });

  it('is noted in a question that only takes it for granted', () => {
    const { notes } = ask('Ai bãi bỏ lệnh cấm vận thương mại đối với Việt Nam năm 1990?');
    assert.deepEqual(notes, [{ kind: 'other-date', asked: edtf('1990'), found: edtf('1994-02-03') }]);
  });

  it('is noted for an event by the event’s date', () => {
    const answer = ask('Did Obama announce the full lifting of the ban on lethal arms sales in 2012?');
    assert.deepEqual(answer.notes, [{ kind: 'other-date', asked: edtf('2012'), found: edtf('2016-05-23') }]);
  });
});

describe('a two-digit year', () => {
  it('is noted with the year it was taken for', () => {
    const { notes } = ask(
      'Năm 94 Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?',
    );
    assert.deepEqual(notes, [{ kind: 'assumed-century', date: edtf('1994') }]);
  });

  it('is the latest such year not in the future', () => {
    const question = 'Ngày 23/5/16 Obama tuyên bố dỡ bỏ hoàn toàn lệnh cấm bán vũ khí sát thương phải không?';
    const [note] = ask(question, { today: edtf('2025-06-15') }).notes;
    assert.deepEqual(note, { kind: 'assumed-century', date: edtf('2016-05-23') });
    const [before] = ask(question, { today: edtf('2010-06-15') }).notes;
    assert.deepEqual(before, { kind: 'assumed-century', date: edtf('1916-05-23') });
  });

  it('is not noted where all four digits are there', () => {
    assert.deepEqual(
      ask('Năm 1994 Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?').notes,
      [],
    );
  });
});

describe('an impossible date', () => {
  it('is told in the words of the asker', () => {
    const { notes } = ask(
      'Ngày 31/2/1994 Tổng thống Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?',
    );
    assert.deepEqual(
      notes.map((note) => (note.kind === 'impossible-date' ? note.text : note.kind)),
      ['Ngày 31/2/1994'],
    );
  });

  it('is told with its keystrokes mended', () => {
    const { notes } = ask(
      'Ngayf 31/2/1994 Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam phải không?',
    );
    assert.deepEqual(
      notes.map((note) => (note.kind === 'impossible-date' ? note.text : note.kind)),
      ['Ngày 31/2/1994'],
    );
  });

  it('is told even when nothing is known of the matter', () => {
    const answer = ask('Ngày 31/2/1994 có chuyện gì?');
    assert.equal(answer.answered, false);
    assert.deepEqual(
      answer.notes.map(({ kind }) => kind),
      ['impossible-date'],
    );
  });
});

describe('a date that can be read in two ways', () => {
  const question = 'Did Bill Clinton normalize diplomatic relations with Vietnam on 7/11/1995?';

  it('is asked back with both readings when the asker writes English', () => {
    const { notes } = ask(question, { language: 'en' });
    assert.deepEqual(notes, [
      { kind: 'ambiguous-date', candidates: [edtf('1995-07-11'), edtf('1995-11-07')] },
    ]);
  });

  it('is day before month in Vietnamese, so that nothing is asked back', () => {
    const { notes } = ask(
      'Ngày 11/7/1995 Tổng thống Clinton tuyên bố bình thường hóa quan hệ ngoại giao với Việt Nam phải không?',
    );
    assert.deepEqual(notes, []);
  });

  it('is no ambiguity when one reading has no such month', () => {
    const { notes } = ask(question.replace('7/11', '7/13'), { language: 'en' });
    assert.deepEqual(notes, [{ kind: 'other-date', asked: edtf('1995-07-13'), found: edtf('1995-07-11') }]);
  });
});

describe('a question that was not answered', () => {
  it('has no note about the date of a sentence that is not shown', () => {
    const answer = ask('Năm 1990 ở Lào có bao nhiêu voi?');
    assert.equal(answer.answered, false);
    assert.deepEqual(answer.notes, []);
  });
});

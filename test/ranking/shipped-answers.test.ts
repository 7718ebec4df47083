import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf } from '../support/asking.ts';
import { loadShippedLibrary } from './libraries.ts';

describe('from the shipped knowledge', () => {
  const ask = askerOf(loadShippedLibrary());

  it('what has nothing to do with its subject is not answered', () => {
    for (const question of [
      'giá vàng hôm nay',
      'gia vang hom nay',
      'who won the world cup',
      'thời tiết Đà Lạt ngày mai thế nào?',
      'cách nấu phở bò ngon',
      'Viết giúp tôi bài văn tả con mèo',
      'What is the best laptop for students?',
    ]) {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${question}: ${answer.passages[0]?.sentence.text}`);
    }
  });

  it('the two countries normalised relations when they did, not on an anniversary or after it', () => {
    for (const question of [
      'Hai nước bình thường hóa quan hệ khi nào?',
      'hai nuoc binh thuong hoa nam nao',
      'When did the two countries normalize relations?',
    ]) {
      assert.match(ask(question).direct?.text ?? '', /1995/u, question);
      assert.match(ask(question).passages[0]?.sentence.text ?? '', /1995.*(?:Hà Nội|Hanoi)/u, question);
    }
  });

  it('when is told to the day where the day is known, and by the date of what is asked', () => {
    for (const [question, date] of Object.entries({
      'Việt Nam và Mỹ bình thường hóa quan hệ khi nào?': /1[12] tháng 7 năm 1995/u,
      'viet nam va my binh thuong hoa quan he khi nao': /1[12] tháng 7 năm 1995/u,
      'When did Vietnam and the US normalize relations?': /July 1[12], 1995/u,
      'Mỹ dỡ bỏ cấm vận khi nào?': /3 tháng 2 năm 1994/u,
      'BTA được ký khi nào?': /13 tháng 7 năm 2000/u,
    })) {
      assert.match(ask(question).direct?.text ?? '', date, question);
    }
  });

  it('what happened in one place is no answer to what happened in another', () => {
    for (const question of [
      'Có bao nhiêu sinh viên Mỹ học tại Huế năm 2003?',
      'When did the US open a consulate in Hai Phong after 1995?',
    ]) {
      assert.equal(ask(question).answered, false, question);
    }
  });

  it('the date of something else is not the date of a visit that never was', () => {
    for (const question of [
      'Tổng thống Ronald Reagan thăm Hà Nội ngày nào?',
      'Tổng thống Jimmy Carter thăm Hà Nội năm nào?',
      'Thủ tướng Võ Văn Kiệt thăm Nhà Trắng ngày nào?',
    ])
      assert.equal(ask(question).answered, false, question);
  });

  it('a name nobody tells of is no slip for a common word', () => {
    assert.equal(ask('Hồ Gươm ở đâu').answered, false);
  });

  it('where is answered by a place within one of the two countries', () => {
    for (const question of ['Where was the BTA signed?', 'BTA được ký ở đâu?', 'bta ky o dau']) {
      assert.equal(ask(question).direct?.text, 'Washington', question);
    }
  });

  it('a claim with a wrong year is answered by the sentence that dates the matter, and told to differ', () => {
    for (const question of [
      'BTA được ký năm 1999 đúng không?',
      'bta ky nam 1999 phai khong',
      'The BTA was signed in 1999, right?',
      'Is it true that the BTA was signed in 1999?',
      'Was the BTA signed in 1999?',
    ]) {
      const { answered, passages, notes } = ask(question);
      assert.equal(answered, true, question);
      assert.match(passages[0]?.sentence.text ?? '', /2000/u, question);
      const note = notes.find(({ kind }) => kind === 'other-date');
      assert.match(note?.kind === 'other-date' ? note.found : '', /^2000/u, question);
    }
  });

  it('a claim with the right year is answered without a remark', () => {
    const { answered, passages, notes } = ask('BTA được ký năm 2000 đúng không?');
    assert.equal(answered, true);
    assert.match(passages[0]?.sentence.text ?? '', /13 tháng 7 năm 2000/u);
    assert.deepEqual(notes, []);
  });

  it('trade is told in dollars, however the question about a year is put', () => {
    for (const [question, figure] of Object.entries({
      'thuong mai viet my nam 2022 bao nhieu': /^(?:138,8|123,86) tỷ đô la/u,
      'thương mại Việt Mỹ năm 2022 bao nhiêu': /^(?:138,8|123,86) tỷ đô la/u,
      'kim ngạch thương mại Việt - Mỹ năm 2019 là bao nhiêu?': /^7[57],\d+ tỷ đô la/u,
      'How much was trade between Vietnam and the US in 2022?': /^(?:138\.8|123\.86) billion/u,
      'xuất khẩu sang Mỹ năm 2021': /^96,3 tỷ đô la/u,
    })) {
      assert.match(ask(question).direct?.text ?? '', figure, question);
    }
    const inEnglish = ask('how much trade did vietnam and the us do in 2022');
    assert.match(inEnglish.passages[0]?.sentence.text ?? '', /138\.8 billion/u);
  });

  it('students are counted in students', () => {
    assert.equal(ask('có bao nhiêu sinh viên Việt Nam ở Mỹ năm 2016').direct?.text, '22.400');
  });

  it('a year that a series does not have is told, though the question names nothing but series and year', () => {
    const answer = ask('xuất khẩu sang Mỹ năm 2022');
    assert.equal(answer.answered, false);
    assert.equal(answer.notes[0]?.kind, 'missing-year');
  });
});

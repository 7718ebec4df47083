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
});

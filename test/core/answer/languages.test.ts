import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, firstSentence, shortAnswer, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

describe('the language of an answer', () => {
  const ask = askerOf(smallWorld());

  it('is that of the question, whatever language was set', () => {
    for (const language of ['vi', 'en'] as const) {
      assert.equal(ask('Ai bãi bỏ lệnh cấm vận thương mại?', { language }).language, 'vi');
      assert.equal(ask('ai bai bo lenh cam van thuong mai', { language }).language, 'vi');
      assert.equal(ask('Who lifted the trade embargo?', { language }).language, 'en');
    }
  });

  it('is the one set when the question does not show its own', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const question of ['1995', 'Bill Clinton', 'APEC?', '']) {
        assert.equal(ask(question, { language }).language, language, question);
      }
    }
  });

  it('does not change which sentence answers', () => {
    const vietnamese =
      'Ngày 3 tháng 2 năm 1994, Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam.';
    assert.equal(firstSentence(ask('When did Bill Clinton lift the trade embargo on Vietnam?')), vietnamese);
    assert.equal(
      firstSentence(ask('Who was the first US ambassador in Hanoi?')),
      firstSentence(ask('Đại sứ đầu tiên của Mỹ ở Hà Nội là ai?')),
    );
  });
});

describe('an event', () => {
  const ask = askerOf(smallWorld());
  const VI =
    'Ngày 23 tháng 5 năm 2016, tại Hà Nội, Tổng thống Barack Obama tuyên bố dỡ bỏ hoàn toàn lệnh cấm bán vũ khí sát thương.';
  const EN =
    'On May 23, 2016, in Hanoi, President Barack Obama announced the full lifting of the ban on lethal arms sales.';

  it('is told in the language of the asker', () => {
    assert.equal(told(ask('Obama tuyên bố dỡ bỏ hoàn toàn lệnh cấm bán vũ khí sát thương khi nào?')), VI);
    assert.equal(told(ask('obama tuyen bo do bo hoan toan lenh cam ban vu khi sat thuong khi nao')), VI);
    assert.equal(told(ask('When did Obama announce the full lifting of the ban on lethal arms sales?')), EN);
  });

  it('is told in the language of the asker also when only the other wording matches', () => {
    // "Cochinchina" stands in the English text alone.
    const answer = ask('Thomas Jefferson xin gì của Cochinchina?');
    assert.equal(
      firstSentence(answer),
      'Năm 1787, tại Paris, Thomas Jefferson hỏi xin Hoàng tử Cảnh thóc giống của Đàng Trong.',
    );
  });

  it('is quoted once, not in both languages', () => {
    const sentences = ask('Obama announced lethal arms vũ khí sát thương').passages.map(
      ({ sentence }) => sentence.text,
    );
    assert.equal(sentences.filter((text) => text === VI || text === EN).length, 1);
  });
});

describe('an article with a translation', () => {
  const SEEN = 'Năm 1820, thuyền trưởng John White đến Sài Gòn trên tàu Franklin.';
  const TOLD = 'In 1820, Captain John White came to Saigon in the brig Franklin.';
  const library = tinyLibrary({
    articles: [
      { id: 'thuyen-truong', title: 'Thuyền trưởng White', paragraphs: [SEEN] },
      {
        id: 'captain',
        title: 'Captain White',
        language: 'en',
        more: 'translation_of: thuyen-truong',
        paragraphs: [TOLD],
      },
      ...BACKGROUND,
    ],
  });
  const ask = askerOf(library);

  it('answers in the language of the asker', () => {
    assert.equal(told(ask('Thuyền trưởng John White đến Sài Gòn năm nào?')), SEEN);
    assert.equal(told(ask('When did Captain John White come to Saigon?')), TOLD);
  });

  it('gives the short answer in that language too', () => {
    assert.equal(
      shortAnswer(ask('When did Captain John White come to Saigon in the brig Franklin?')),
      'date: 1820',
    );
  });
});

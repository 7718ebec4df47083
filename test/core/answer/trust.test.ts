import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, firstSentence, shortAnswer, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const MASKED_VISIT = 'Ngày […], Thủ tướng Phan Văn Khải gặp Tổng thống George Bush tại Nhà Trắng.';
const MASKED_ORDER = 'Hai bên ký hợp đồng mua […] máy bay Boeing cho Vietnam Airlines.';
const DOUBTFUL_VISITORS = 'Mỹ gửi 49 triệu du khách đến Vịnh Hạ Long trong một năm.';
const DOUBTFUL_OPENING =
  'Ngày 9 tháng 9 năm 2009, ông Jim Webb khai trương trung tâm rà phá bom mìn tại Quảng Trị.';

describe('a masked sentence', () => {
  const ask = askerOf(smallWorld());

  it('never tells when or how many', () => {
    for (const question of [
      'Thủ tướng Phan Văn Khải gặp Tổng thống George Bush tại Nhà Trắng khi nào?',
      'Thủ tướng Phan Văn Khải gặp Tổng thống George Bush tại Nhà Trắng ngày nào?',
      'thu tuong phan van khai gap tong thong george bush tai nha trang nam nao',
      'Hai bên ký hợp đồng mua bao nhiêu máy bay Boeing cho Vietnam Airlines?',
      'When did Phan Van Khai gap George Bush tại Nhà Trắng?',
    ]) {
      const answer = ask(question);
      assert.equal(answer.direct, undefined, question);
      assert.notEqual(told(answer), MASKED_VISIT, question);
      assert.notEqual(told(answer), MASKED_ORDER, question);
    }
  });

  it('still tells who, where and what', () => {
    assert.equal(told(ask('Ai gặp Tổng thống George Bush tại Nhà Trắng?')), MASKED_VISIT);
    assert.equal(told(ask('Thủ tướng Phan Văn Khải gặp Tổng thống George Bush ở đâu?')), MASKED_VISIT);
    assert.equal(told(ask('Hai bên ký hợp đồng mua gì cho Vietnam Airlines?')), MASKED_ORDER);
  });

  it('gives way to a sound sentence that tells the date', () => {
    const library = tinyLibrary({
      articles: [
        { paragraphs: ['Ngày […], ông Võ Văn Kiệt khánh thành cầu Mỹ Thuận.'] },
        { paragraphs: ['Ông Võ Văn Kiệt dự lễ khánh thành cầu Mỹ Thuận ngày 21 tháng 5 năm 2000.'] },
        ...BACKGROUND,
      ],
    });
    const answer = askerOf(library)('Ông Võ Văn Kiệt khánh thành cầu Mỹ Thuận ngày nào?');
    assert.equal(shortAnswer(answer), 'date: ngày 21 tháng 5 năm 2000');
  });
});

describe('a doubtful sentence', () => {
  const ask = askerOf(smallWorld());

  it('never tells a figure or a date', () => {
    for (const question of [
      'Mỹ gửi bao nhiêu du khách đến Vịnh Hạ Long?',
      'Mỹ gửi bao nhiêu triệu du khách đến Vịnh Hạ Long trong một năm?',
      'Ông Jim Webb khai trương trung tâm rà phá bom mìn tại Quảng Trị ngày nào?',
      'ong jim webb khai truong trung tam ra pha bom min nam nao',
    ]) {
      const answer = ask(question);
      assert.equal(answer.direct, undefined, question);
      assert.notEqual(told(answer), DOUBTFUL_VISITORS, question);
      assert.notEqual(told(answer), DOUBTFUL_OPENING, question);
    }
  });

  it('still tells who and what', () => {
    assert.equal(told(ask('Ai khai trương trung tâm rà phá bom mìn tại Quảng Trị?')), DOUBTFUL_OPENING);
    assert.equal(told(ask('Ông Jim Webb khai trương cái gì tại Quảng Trị?')), DOUBTFUL_OPENING);
  });

  it('says that it is doubtful, and why', () => {
    const [best] = ask('Ai khai trương trung tâm rà phá bom mìn tại Quảng Trị?').passages;
    assert.equal(best?.sentence.doubtful, true);
    assert.deepEqual(
      best?.sentence.corrections?.map(({ reason }) => reason),
      ['Chưa rõ ngày.'],
    );
  });
});

describe('a corrected sentence', () => {
  const ask = askerOf(smallWorld());
  const answer = ask('Ai thăm Đại học Harvard và bàn việc đào tạo tiến sĩ?');

  it('is quoted in the editor’s wording and answers from it', () => {
    assert.equal(
      told(answer),
      'Năm 2008, Phó Thủ tướng Nguyễn Thiện Nhân thăm Đại học Harvard và bàn việc đào tạo tiến sĩ.',
    );
    assert.equal(shortAnswer(answer), 'person: Nguyễn Thiện Nhân');
  });

  it('is marked, and shows its original wording with the reason', () => {
    const sentence = answer.passages[0]?.sentence;
    assert.equal(sentence?.corrected, true);
    assert.equal(
      sentence?.original,
      'Năm 2008, Phó Thủ tướng Nguyễn Thiện Nhơn thăm Đại học Harvard và bàn việc đào tạo tiến sĩ.',
    );
    assert.deepEqual(
      sentence?.corrections?.map(({ reason }) => reason),
      ['Sai tên.'],
    );
  });

  it('is not found better by the wording that was wrong', () => {
    const wrong = ask('Nguyễn Thiện Nhơn');
    const right = ask('Nguyễn Thiện Nhân');
    assert.equal(firstSentence(right), told(answer));
    assert.ok((wrong.passages[0]?.score ?? 0) < (right.passages[0]?.score ?? 0));
  });
});

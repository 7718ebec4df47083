import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, conversationWith, firstSentence, shortAnswer, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const TRADE_2001 = 'Năm 2001, kim ngạch hai chiều đạt 1,5 tỷ USD.';
const TRADE_2013 = 'Năm 2013, kim ngạch hai chiều đạt 29 tỷ USD.';
const SIGNING = 'Hiệp định thương mại song phương được ký tại Washington ngày 13 tháng 7 năm 2000.';
const SIGNER = 'Bộ trưởng Vũ Khoan ký hiệp định này thay mặt Việt Nam.';
const SEED_RICE = 'Năm 1787, tại Paris, Thomas Jefferson hỏi xin Hoàng tử Cảnh thóc giống của Đàng Trong.';

describe('a question with another date', () => {
  it('is the last one again, for that date', () => {
    for (const followUp of ['còn năm 2013?', 'Còn năm 2013 thì sao?', 'con nam 2013', 'thế còn năm 2013?']) {
      const ask = conversationWith(smallWorld());
      assert.equal(told(ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?')), TRADE_2001);
      assert.equal(told(ask(followUp)), TRADE_2013, followUp);
    }
  });

  it('can be asked on and on', () => {
    const ask = conversationWith(smallWorld());
    ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
    assert.equal(told(ask('còn năm 2013?')), TRADE_2013);
    assert.equal(told(ask('còn năm 2001?')), TRADE_2001);
  });

  it('can be asked in English', () => {
    const ask = conversationWith(smallWorld());
    ask('How much did two-way trade (kim ngạch hai chiều) reach in 2001?');
    const answer = ask('and in 2013?');
    assert.equal(firstSentence(answer), TRADE_2013);
    assert.equal(answer.language, 'en');
  });

  it('has the other person instead of the first', () => {
    const ask = conversationWith(smallWorld());
    ask('Tổng thống Bill Clinton thăm Việt Nam tháng nào?');
    assert.equal(
      told(ask('còn George Bush?')),
      'Tháng 11 năm 2006, Tổng thống George Bush thăm Việt Nam và dự hội nghị APEC.',
    );
  });

  it('has the other person instead of the first also when no capitals are typed', () => {
    const ask = conversationWith(smallWorld());
    ask('tổng thống bill clinton thăm việt nam tháng nào?');
    assert.equal(
      told(ask('còn george bush?')),
      'Tháng 11 năm 2006, Tổng thống George Bush thăm Việt Nam và dự hội nghị APEC.',
    );
  });

  it('means nothing without a conversation', () => {
    assert.equal(askerOf(smallWorld())('còn năm 2013?').answered, false);
  });
});

describe('a fragment', () => {
  it('is about what was just talked about', () => {
    const ask = conversationWith(smallWorld());
    assert.equal(told(ask('Hiệp định thương mại song phương được ký khi nào?')), SIGNING);
    const where = ask('ở đâu?');
    assert.equal(told(where), SIGNING);
    assert.equal(shortAnswer(where), 'place: Washington');
  });

  it('is a question of its own where it names a subject that was not talked about and is surely answered', () => {
    const ask = conversationWith(smallWorld());
    ask('Hiệp định thương mại song phương được ký khi nào?');
    assert.match(told(ask('Obama dỡ bỏ lệnh cấm bán vũ khí ngày nào?')) ?? '', /23 tháng 5 năm 2016/);
  });

  it('finds the neighbouring sentence that has what it asks for', () => {
    const ask = conversationWith(smallWorld());
    ask('Hiệp định thương mại song phương được ký khi nào?');
    const who = ask('ai ký?');
    assert.equal(told(who), SIGNER);
    assert.equal(shortAnswer(who), 'person: Vũ Khoan');
  });

  it('is not answered without a conversation', () => {
    for (const fragment of ['ở đâu?', 'khi nào?', 'who?', 'nói thêm đi']) {
      assert.equal(askerOf(smallWorld())(fragment).answered, false, fragment);
    }
  });
});

describe('a pronoun', () => {
  it('stands for whom the last answer was about', () => {
    const ask = conversationWith(smallWorld());
    ask('Đại sứ đầu tiên của Hoa Kỳ tại Hà Nội là ai?');
    assert.equal(told(ask('ông ấy bị giam mấy năm?')), 'Ông từng là phi công và bị giam sáu năm.');
  });
});

describe('"nói thêm đi"', () => {
  it('goes on with the sentences behind the one quoted, none twice, then with those before it', () => {
    const ask = conversationWith(smallWorld());
    const quoted = [firstSentence(ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?'))];
    for (let again = 0; again < 4; again += 1) quoted.push(firstSentence(ask('nói thêm đi', { limit: 1 })));
    assert.deepEqual(quoted, [
      TRADE_2001,
      TRADE_2013,
      'Tôm và cá tra là hai mặt hàng bị kiện bán phá giá.',
      SIGNING,
      SIGNER,
    ]);
  });

  it('is not answered any more when all was told', () => {
    const ask = conversationWith(smallWorld());
    ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
    for (let again = 0; again < 4; again += 1) ask('nói thêm đi', { limit: 1 });
    const answer = ask('nói thêm đi');
    assert.equal(answer.answered, false);
    assert.deepEqual(answer.passages, []);
  });

  it('is understood in many wordings', () => {
    for (const wording of ['nói thêm', 'Kể thêm!', 'noi ro hon', 'chi tiết hơn', 'tell me more', 'Go on.']) {
      const ask = conversationWith(smallWorld());
      ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
      assert.equal(told(ask(wording)), TRADE_2013, wording);
    }
  });

  it('has no short answer, since nothing was asked', () => {
    const ask = conversationWith(smallWorld());
    ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
    assert.equal(ask('nói thêm đi').direct, undefined);
  });
});

describe('a new topic', () => {
  it('drops the old one', () => {
    const ask = conversationWith(smallWorld());
    ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
    assert.equal(told(ask('Thomas Jefferson hỏi xin thóc giống của Hoàng tử nào?')), SEED_RICE);
    assert.equal(ask('còn năm 2013?').passages.at(0)?.sentence.text === TRADE_2013, false);
  });

  it('is answered as well as without a conversation', () => {
    const alone = askerOf(smallWorld());
    for (const question of [
      'Hiệp định thương mại song phương được ký khi nào?',
      'Đại sứ đầu tiên của Hoa Kỳ tại Hà Nội là ai?',
      'Ai tuyên bố dỡ bỏ lệnh cấm bán vũ khí sát thương?',
      'When did the first direct passenger flight land in Ho Chi Minh City?',
    ]) {
      const ask = conversationWith(smallWorld());
      ask('Tổng thống Bill Clinton thăm Việt Nam tháng nào?');
      assert.equal(told(ask(question)), told(alone(question)), question);
    }
  });
});

describe('a question that is not answered', () => {
  it('leaves the topic as it was', () => {
    const ask = conversationWith(smallWorld());
    ask('Kim ngạch hai chiều năm 2001 đạt bao nhiêu?');
    assert.equal(ask('giá vàng Lào hôm nay').answered, false);
    assert.equal(told(ask('nói thêm đi')), TRADE_2013);
  });
});

describe('what is said beside the topic', () => {
  it('is not taken for a question about it when it is thanks', () => {
    const ask = conversationWith(smallWorld());
    ask('Hiệp định thương mại song phương được ký khi nào?');
    for (const thanks of ['cảm ơn', 'thank you', 'hello']) assert.equal(ask(thanks).answered, false, thanks);
  });

  it('is told to be no date when there is no such day', () => {
    const ask = conversationWith(smallWorld());
    ask('Hiệp định thương mại song phương được ký khi nào?');
    const answer = ask('còn 31/2/2014?');
    assert.equal(answer.answered, false);
    assert.deepEqual(
      answer.notes.map(({ kind }) => kind),
      ['impossible-date'],
    );
  });
});

describe('a follow-up on an event that several texts tell', () => {
  const library = tinyLibrary({
    articles: [
      {
        id: 'dai-su-quan',
        title: 'Đại sứ quán',
        paragraphs: ['Ngày 15 tháng 4 năm 2023, lễ động thổ khu nhà mới diễn ra ở quận Cầu Giấy, Hà Nội.'],
      },
      ...BACKGROUND,
    ],
    events: [
      {
        id: '2023-dong-tho',
        keys: {
          date: '2023-04-15',
          title: '{ vi: Ngoại trưởng thăm Hà Nội, en: The Secretary visits Hanoi }',
          text: '{ vi: "Ngày 15 tháng 4 năm 2023, Ngoại trưởng Antony Blinken và Bộ trưởng Bùi Thanh Sơn cùng có mặt tại buổi lễ.", en: "On April 15, 2023, Secretary Antony Blinken and Minister Bùi Thanh Sơn attended the ceremony." }',
        },
      },
    ],
    glossary: [
      '{ kind: person, vi: [Antony Blinken], en: [Antony Blinken] }',
      '{ kind: person, vi: [Bùi Thanh Sơn], en: [Bui Thanh Son] }',
    ],
  });

  it('is answered from what another text tells of that day', () => {
    const ask = conversationWith(library);
    ask('Lễ động thổ khu nhà mới diễn ra ngày nào?');
    assert.match(told(ask('Ai có mặt?')) ?? '', /Blinken và Bộ trưởng Bùi Thanh Sơn/);
  });

  it('goes on also where it begins with "rồi" and asks for the same kind of thing', () => {
    const ask = conversationWith(library);
    ask('Bộ trưởng nào có mặt tại buổi lễ với Ngoại trưởng Antony Blinken ngày 15 tháng 4 năm 2023?');
    assert.match(told(ask('rồi ai nữa?')) ?? '', /Antony Blinken/);
  });
});

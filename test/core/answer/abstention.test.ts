import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askerOf, told } from '../../support/asking.ts';
import { smallWorld } from '../../support/small-world.ts';
import { apart, BACKGROUND, tinyLibrary } from '../../support/tiny-library.ts';

const OUT_OF_TOPIC = [
  'giá vàng hôm nay',
  'thời tiết Đà Lạt ngày mai thế nào?',
  'cách nấu phở bò ngon',
  'who won the world cup',
  'Viết giúp tôi bài văn tả con mèo',
  '1 + 1 bằng mấy?',
  'kể chuyện cười đi',
  'What is the best laptop for students?',
];

const UNKNOWN = [
  'Ngoại trưởng Henry Kissinger đến Sài Gòn lần đầu năm nào?',
  'Tổng thống Richard Nixon gặp Lê Đức Thọ ở đâu?',
  'Thủ tướng Nguyễn Xuân Phúc gặp Donald Trump ngày nào?',
  'How many helicopters took part in Operation Frequent Wind?',
  'When did Senator John McCain visit Hoa Lo prison again?',
];

/** Well told events, of which a particular is asked that no sentence has. */
const PARTICULARS = [
  'Ai phiên dịch cho Tổng thống Bill Clinton khi ông thăm Việt Nam tháng 11 năm 2000?',
  'Tổng thống Bill Clinton ở khách sạn nào khi thăm Việt Nam năm 2000?',
  'tong thong bill clinton o khach san nao khi tham viet nam nam 2000',
  'Vợ của đại sứ Douglas Peterson tên gì?',
  'Tổng thống George Bush ăn trưa món gì khi dự hội nghị APEC năm 2006?',
  'What did President George Bush eat at the APEC summit in 2006?',
];

/** What is so today, elsewhere. */
const OFFICES_ELSEWHERE = [
  'Ai là thủ tướng Nhật Bản?',
  'tổng thống pháp là ai',
  'Who is the president of France?',
];

const EMPTY = ['', ' ', '?', '...', '🙂🙂🙂', 'ơ', 'là của và', 'what is the', '12/7/1995', '\u0000'];

describe('the bot says that it does not know', () => {
  const ask = askerOf(smallWorld());

  for (const [what, questions] of Object.entries({
    'when the question is out of its subject': OUT_OF_TOPIC,
    'when the subject is its own, but nothing is known': UNKNOWN,
    'when a particular is asked that is not told': PARTICULARS,
    'when somebody asks who governs another country': OFFICES_ELSEWHERE,
    'when there is nothing to go by': EMPTY,
  })) {
    it(what, () => {
      for (const question of questions) {
        const answer = ask(question);
        assert.equal(answer.answered, false, `${question}: ${answer.passages[0]?.sentence.text}`);
        assert.equal(answer.direct, undefined, question);
      }
    });
  }

  it('with a confidence below that of anything it answers', () => {
    const answered = ask('Hiệp định thương mại song phương được ký khi nào?');
    assert.ok(answered.answered);
    for (const question of [...OUT_OF_TOPIC, ...UNKNOWN, ...PARTICULARS, ...EMPTY]) {
      assert.ok(ask(question).confidence < answered.confidence, question);
    }
  });
});

describe('a question about another one of its kind', () => {
  const ask = askerOf(smallWorld());
  it('is not answered with the person that is known', () => {
    assert.equal(ask('Tổng thống Donald Trump thăm Việt Nam năm nào?').answered, false);
  });

  it('is not answered with the agreement that is known', () => {
    assert.equal(ask('Hiệp định Geneva được ký ở khách sạn nào?').answered, false);
  });
});

describe('the suggestions of a question that was not answered', () => {
  it('are asked as an editor wrote down, the likest of several', () => {
    const library = tinyLibrary({
      events: [
        {
          id: 'khoi-cong',
          keys: {
            title: '{ vi: Khởi công nhà máy Phù Sa, en: Work on the Phù Sa mill begins }',
            text: '{ vi: "Ngày 12 tháng 7 năm 1995, kỹ sư Trần Bình khởi công nhà máy Phù Sa.", en: "On July 12, 1995, engineer Trần Bình began work on the Phù Sa mill." }',
            asked: '{ vi: [Nhà máy Phù Sa được khởi công ngày nào?, Kỹ sư nào khởi công nhà máy Phù Sa?] }',
          },
        },
      ],
      articles: BACKGROUND,
    });
    const { answered, suggestions } = askerOf(library)('Kỹ sư nhà máy Phù Sa lĩnh lương bao nhiêu?');
    assert.equal(answered, false);
    assert.deepEqual(suggestions, ['Kỹ sư nào khởi công nhà máy Phù Sa?']);
  });

  const ask = askerOf(smallWorld());

  it('are three at most, all different', () => {
    for (const question of [...OUT_OF_TOPIC, ...UNKNOWN, ...PARTICULARS, ...EMPTY]) {
      const { suggestions } = ask(question, { limit: 10 });
      assert.ok(suggestions.length <= 3, question);
      assert.equal(new Set(suggestions).size, suggestions.length, question);
    }
  });

  it('are in the language of the question', () => {
    const { suggestions } = ask('How many ships did Barack Obama bring to Hanoi?');
    assert.notDeepEqual(suggestions, []);
    for (const suggestion of suggestions) assert.match(suggestion, /^\p{ASCII}+$/u);
    assert.match(ask('Tổng thống Richard Nixon gặp Lê Đức Thọ ở đâu?').suggestions.join(), /[ổăỡ]/);
  });

  it('are none when the question is answered', () => {
    assert.deepEqual(ask('Hiệp định thương mại song phương được ký khi nào?').suggestions, []);
  });

  it('are questions that it can answer', () => {
    for (const question of [...OUT_OF_TOPIC, ...UNKNOWN]) {
      for (const suggestion of ask(question).suggestions) {
        assert.ok(ask(suggestion).answered, `${question} → ${suggestion}`);
      }
    }
  });
});

describe('a particular that is told', () => {
  it('is answered', () => {
    const ask = askerOf(
      tinyLibrary({
        articles: [
          ...apart('Ngày 5 tháng 6 năm 2001, Đại sứ Lê Văn Bàng dự tiệc chia tay tại khách sạn Mayflower.'),
          ...BACKGROUND,
        ],
      }),
    );
    assert.match(told(ask('Đại sứ Lê Văn Bàng dự tiệc chia tay ở khách sạn nào?')) ?? '', /Mayflower/);
    assert.match(told(ask('dai su le van bang du tiec chia tay o khach san nao')) ?? '', /Mayflower/);
  });
});

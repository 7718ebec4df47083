import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Locale } from '../../../src/core/locale.ts';
import { findParticles } from '../../../src/core/text/chat-particles.ts';
import { expandChatSpelling } from '../../../src/core/text/chat-spelling.ts';

const expand = (text: string, language: Locale = 'vi'): string =>
  expandChatSpelling(text.split(' '), language)
    .map(({ word }) => word)
    .join(' ');

const WRITTEN_OUT: readonly (readonly [typed: string, written: string])[] = [
  ['ng mỹ nào lm đsu lâu nhất ở sg z', 'người mỹ nào làm đại sứ lâu nhất ở sài gòn vậy'],
  ['vn đc kết nạp vào lhq ngày bn thế', 'việt nam được kết nạp vào liên hợp quốc ngày bao nhiêu thế'],
  ['tàu mĩ đụng độ vs tàu vn ở đâu', 'tàu mỹ đụng độ với tàu việt nam ở đâu'],
  ['tướg westmoreland phát biểu trc quốc hội hum nào', 'tướng westmoreland phát biểu trước quốc hội hôm nào'],
  ['hạm trưởg về đà nẵg mìh fải jữa kủa', 'hạm trưởng về đà nẵng mình phải giữa của'],
  ['hai nước qh ntn trg chiến tranh', 'hai nước quan hệ như thế nào trường chiến tranh'],
  ['k có ai đến dsq mỹ', 'không có ai đến đại sứ quán mỹ'],
  ['hk là gi', 'không là gì'],
  ['quan hệ vn hk', 'quan hệ việt nam hoa kỳ'],
  ['tổng thống hk sang hn', 'tổng thống hoa kỳ sang hà nội'],
  ['bộ thg mại mĩ họp thg 7', 'bộ thương mại mỹ họp tháng 7'],
  ['kí hđ hàng ko', 'kí hiệp định hàng không'],
  ['quỹ vef của mĩ hđ tới năm nào', 'quỹ vef của mỹ hoạt động tới năm nào'],
  ['tt mĩ nào và tt bush với tt phúc', 'tổng thống mỹ nào và tổng thống bush với tt phúc'],
  ['lễ lúc mấy h , 8 h à', 'lễ lúc mấy giờ , 8 giờ à'],
  ['t 7 2021 mĩ tặng mấy tr liều', 'tháng 7 2021 mỹ tặng mấy triệu liều'],
  ['t7 2021 mĩ làm gì', 'tháng 7 2021 mỹ làm gì'],
  ['ô trump bàn về ô nhiễm', 'ông trump bàn về ô nhiễm'],
  ['robin olds cầm đầu chiến dịch j v mn', 'robin olds cầm đầu chiến dịch gì vậy mọi người'],
  ['mỹ rút quân r thì sao', 'mỹ rút quân rồi thì sao'],
  ['số đt của lsq ở tphcm', 'số điện thoại của lãnh sự quán ở thành phố hồ chí minh'],
];

const LEFT_ALONE: readonly string[] = [
  'giá 10 k nhé',
  'gen z thế nào',
  'j edgar hoover đúng không',
  'tập v của bộ sử',
  'họp ở washington dc hôm nào',
  'tt phúc gặp ai',
  'gđ tg nq',
  'VN ký với US năm nào',
  'hong kong ở đâu',
  'má mà mạ',
];

describe('expandChatSpelling', () => {
  for (const [typed, written] of WRITTEN_OUT) {
    it(`writes "${typed}" out as "${written}"`, () => {
      assert.equal(expand(typed), written);
    });
  }

  for (const text of LEFT_ALONE) {
    it(`leaves "${text}" as it is`, () => {
      assert.equal(expand(text), text);
    });
  }

  it('reads a first word with a capital as telephones put it', () => {
    assert.equal(expand('Ko ai biết'), 'không ai biết');
  });

  it('writes no marks into an utterance without any', () => {
    assert.equal(expand('qhe vn my ntn'), 'quan he viet nam my nhu the nao');
  });

  it('tells for each word which one it was made from', () => {
    assert.deepEqual(expandChatSpelling(['ký', 'ntn', 'z'], 'vi'), [
      { word: 'ký', from: 0 },
      { word: 'như', from: 1 },
      { word: 'thế', from: 1 },
      { word: 'nào', from: 1 },
      { word: 'vậy', from: 2 },
    ]);
  });

  it('knows the chat spellings of English and none of Vietnamese in an English utterance', () => {
    assert.equal(
      expand('wen did the prez meet ppl in vn k', 'en'),
      'when did the president meet people in vietnam k',
    );
  });

  it('keeps the order and loses no word, whatever the words', () => {
    const words = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('k', 'j', 'z', 'v', 'hk', 'tt', 'ntn', '7', 'h', 'ô', 'tướg')),
    );
    fc.assert(
      fc.property(words, fc.constantFrom<Locale>('vi', 'en'), (typed, language) => {
        const from = expandChatSpelling(typed, language).map((word) => word.from);
        assert.deepEqual([...new Set(from)], Array.from(typed.keys()));
        assert.deepEqual(
          from,
          [...from].sort((a, b) => a - b),
        );
      }),
    );
  });
});

/** What is left of an utterance without its particles. */
const content = (text: string): string => {
  const words = text.split(' ');
  const particles = findParticles(words);
  return words.filter((_, at) => particles[at] !== true).join(' ');
};

describe('findParticles', () => {
  const cases: readonly (readonly [utterance: string, content: string])[] = [
    ['ký ngày nào vậy', 'ký ngày nào'],
    ['ký ngày nào thế bạn', 'ký ngày nào'],
    ['ky ngay nao the ad', 'ky ngay nao'],
    ['ai ký vậy mọi người', 'ai ký'],
    ['cho mình hỏi ai ký hiệp định ạ', 'ai ký hiệp định'],
    ['mọi người ơi cho hỏi ai ký', 'ai ký'],
    ['chào bot làm ơn cho biết ai ký', 'ai ký'],
    ['could you please tell me who signed it please', 'who signed it'],
    ['nói thêm đi', 'nói thêm'],
    ['bác hồ gặp ai', 'bác hồ gặp ai'],
    ['hiệp định có lợi như thế', 'hiệp định có lợi như thế'],
    ['chính sách với châu á', 'chính sách với châu á'],
    ['quan he voi tay ban nha', 'quan he voi tay ban nha'],
    ['lễ ở ha noi do ai mo', 'lễ ở ha noi do ai mo'],
    ['ai đi với bạn của bác ta', 'ai đi với bạn của bác ta'],
  ];
  for (const [utterance, left] of cases) {
    it(`leaves "${left}" of "${utterance}"`, () => {
      assert.equal(content(utterance), left);
    });
  }

  it('keeps an utterance of nothing else', () => {
    assert.equal(content('vậy á'), 'vậy á');
    assert.equal(content('cho hỏi'), 'cho hỏi');
  });

  it('judges every word of any utterance', () => {
    const words = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('cho', 'hỏi', 'vậy', 'thế', 'mọi', 'người', 'ạ', 'nào', 'ai')),
    );
    fc.assert(
      fc.property(words, (utterance) => {
        assert.equal(findParticles(utterance).length, utterance.length);
      }),
    );
  });
});

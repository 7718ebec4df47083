import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, check, rulesFinding, timeline } from './made-up-folder.ts';

/** A founding article: its text reproduces a damaged original. */
const quoted = (text: string) => article({ text, header: 'noise: machine-translated' });

describe('sentences that are quoted alone', () => {
  const vietnamese: readonly (readonly [dangling: string, standing: string])[] = [
    ['Ông thăm Hà Nội năm 2000.', 'Ông Bill Clinton thăm Hà Nội năm 2000.'],
    ['Họ ký hiệp định năm 1973.', 'Họ Nguyễn là họ phổ biến nhất của người Mỹ gốc Việt năm 2000.'],
    ['Đây là chuyến thăm đầu tiên năm 1995.', 'Đấy là chợ của người Mỹ gốc Việt ở Boston năm 1995.'],
    ['Hiệp định này có hiệu lực năm 2001.', 'Hiệp định Thương mại có hiệu lực năm 2001.'],
    ['Chuyến thăm lần đó kéo dài ba ngày.', 'Chuyến thăm năm 2000 kéo dài ba ngày.'],
    ['Sau đó, Quốc hội Hoa Kỳ phê chuẩn.', 'Sau năm 1975, Quốc hội Hoa Kỳ áp lệnh cấm vận.'],
    ['Cùng năm, hai nước mở văn phòng.', 'Cùng ngày 28 tháng 1 năm 1995, hai nước mở văn phòng.'],
    ['Hai bên ký thỏa thuận tại Paris.', 'Hai bên miền Nam Việt Nam họp tại Paris năm 1973.'],
    ['Tuy nhiên, Hoa Kỳ từ chối.', 'Tuyên bố của Hoa Kỳ năm 1995 nói khác.'],
  ];
  const english: readonly (readonly [dangling: string, standing: string])[] = [
    ['He visited Hanoi in 2000.', 'Henry Kissinger visited Hanoi in 1973.'],
    [
      'It took effect in 2001.',
      'It was not until 1995 that Vietnam and the United States recognized each other.',
    ],
    ['This agreement took effect in 2001.', 'Thistle Farms sold goods from Vietnam in 2001.'],
    ['The two sides met in Paris.', 'The two Vietnams met in Paris in 1973.'],
    ['In that speech, Bill Clinton named two goals.', 'In the speech of 1995, Bill Clinton named two goals.'],
    ['Later, Congress agreed.', 'Later in 1995, Congress agreed.'],
    ['Their ship came to Da Nang.', 'The ship Curtis Wilbur came to Da Nang.'],
  ];

  for (const [language, table] of [
    ['vi', vietnamese],
    ['en', english],
  ] as const) {
    for (const [dangling, standing] of table) {
      it(`finds "${dangling}" and accepts "${standing}"`, () => {
        assert.deepEqual(rulesFinding(article({ language, text: dangling })), ['stand-alone']);
        assert.deepEqual(rulesFinding(article({ language, text: standing })), []);
      });
    }
  }

  it('finds it in the later sentences of an event, with their line', () => {
    const vi =
      'Ngày 5 tháng 8 năm 1995, Warren Christopher mở Đại sứ quán Hoa Kỳ ở Hà Nội. Ông ở lại hai ngày.';
    const en =
      'On August 5, 1995, Warren Christopher opened the US Embassy in Hanoi. Christopher stayed two days.';
    const [finding, ...others] = check(timeline({ vi, en }));
    assert.equal(finding?.rule, 'stand-alone');
    assert.equal(finding?.line, 7);
    assert.deepEqual(others, []);
  });
});

describe('long sentences', () => {
  const words = (count: number): string => `Hoa Kỳ ${'bán '.repeat(count - 3)}gạo.`;

  it('finds a sentence of 61 words and accepts one of 60', () => {
    assert.deepEqual(rulesFinding(article({ text: words(61) })), ['long-sentence']);
    assert.deepEqual(rulesFinding(article({ text: words(60) })), []);
  });
});

describe('diacritics', () => {
  const found = (text: string): readonly string[] => rulesFinding(article({ text }));

  it('finds a sentence typed without them', () => {
    assert.deepEqual(found('Tong thong Bill Clinton tham Ha Noi va gap cac nha lanh dao hai nuoc.'), [
      'diacritics',
    ]);
  });

  it('finds single words that have lost them', () => {
    assert.deepEqual(found('Tổng thống Bill Clinton thăm Viet Nam năm 2000 theo lời mời.'), ['diacritics']);
    assert.deepEqual(found('Hoa Kỳ và Việt Nam mở quan he ngoại giao năm 1995.'), ['diacritics']);
    assert.deepEqual(found('Quốc hội hai nuoc phê chuẩn hiệp định năm 2001.'), ['diacritics']);
  });

  it('accepts foreign names, quoted titles and words without marks of their own', () => {
    assert.deepEqual(found('Tàu USS Carl Vinson thăm "Da Nang Port" (theo Viet Nam News) năm 2018.'), []);
    assert.deepEqual(
      found('Cam Ranh, Long Thanh, Tam Giang và Nam Lan đi theo hai tàu tuần dương năm 2018.'),
      [],
    );
    assert.deepEqual(
      found('Warren Christopher, George Shultz, James Baker, Cyrus Vance và Colin Powell là ngoại trưởng.'),
      [],
    );
  });

  it('looks at titles too', () => {
    const [finding] = check(
      timeline({ title: { vi: 'Mở dai su quan ở Hà Nội', en: 'Embassy opens in Hanoi' } }),
    );
    assert.equal(finding?.rule, 'diacritics');
    assert.equal(finding?.subject, '1995-08-05-christopher-opens-embassy');
    assert.equal(finding?.line, 4);
  });
});

describe('tone placement', () => {
  it('finds the newer placement and says how this folder writes it', () => {
    const [finding] = check(article({ text: 'Hiệp định hoà bình được ký năm 1973 tại thủ đô nước Pháp.' }));
    assert.equal(finding?.rule, 'tone-placement');
    assert.equal(finding?.remedy, 'Write "hòa".');
  });

  it('finds it in Vietnamese names in English', () => {
    const text = 'Vũ Thuỷ visited Washington in 2001.';
    assert.deepEqual(rulesFinding(article({ language: 'en', text })), ['tone-placement']);
  });

  it('accepts the older placement and words that have but one', () => {
    assert.deepEqual(
      rulesFinding(article({ text: 'Hòa bình, thủy quân và quý khách hoàn toàn khỏe năm 1973.' })),
      [],
    );
  });
});

describe('quotations of damaged originals', () => {
  it('are left as they are by the rules on wording', () => {
    const text = `Ông noi ve quan he hai nuoc va hoà binh voi cac nha bao nuoc ngoai. ${'Hoa Kỳ '.repeat(31)}mua gạo.`;
    assert.deepEqual(rulesFinding(quoted(text)), []);
    assert.deepEqual(rulesFinding(article({ text })), [
      'diacritics',
      'long-sentence',
      'stand-alone',
      'tone-placement',
    ]);
  });

  it('are held against the calendar all the same', () => {
    assert.deepEqual(rulesFinding(quoted('Ông đến vào thứ Hai, ngày 12 tháng 7 năm 1995.')), ['weekday']);
  });
});

describe('copies of an original', () => {
  const original =
    'Việt_Nam và Hoa_Kỳ đã thống_nhất nhiều biện_pháp nhằm thúc_đẩy hợp_tác kinh_tế , thương_mại và đầu_tư trong những năm tới .';
  const plain = original.replaceAll('_', ' ').replaceAll(' ,', ',').replaceAll(' .', '.');
  const folder = { 'articles/bai-bao.txt': original };

  it('finds a sentence taken over from a text in the folder, whatever its spacing', () => {
    const [finding, ...others] = check({ ...folder, ...article({ text: plain }) });
    assert.equal(finding?.rule, 'copied-sentence');
    assert.match(finding?.message ?? '', /articles\/bai-bao\.txt/);
    assert.deepEqual(others, []);
  });

  it('accepts the same matter in other words, and the article that reproduces the text', () => {
    const text = 'Việt Nam và Hoa Kỳ đã thống nhất nhiều biện pháp để buôn bán và đầu tư nhiều hơn.';
    assert.deepEqual(check({ ...folder, ...article({ text }) }), []);
    assert.deepEqual(check({ ...folder, ...quoted(plain) }), []);
  });
});

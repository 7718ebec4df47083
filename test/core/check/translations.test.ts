import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, check, type Folder, rulesFinding, timeline } from './made-up-folder.ts';

const twins = (vi: string, en: string): Folder => ({
  ...article({ id: 'bai-viet', header: 'translation_of: article', text: vi }),
  ...article({ id: 'article', language: 'en', header: 'translation_of: bai-viet', text: en }),
});

describe('translations', () => {
  const different: readonly (readonly [what: string, vi: string, en: string])[] = [
    ['days', 'Hoa Kỳ bỏ cấm vận ngày 3 tháng 2 năm 1994.', 'The embargo was lifted on February 4, 1994.'],
    ['months', 'Đoàn thăm Hà Nội tháng 8 năm 1995.', 'The group visited Hanoi in September 1995.'],
    ['years', 'Hoa Kỳ bỏ cấm vận năm 1994.', 'The embargo was lifted in 1995.'],
    ['amounts', 'Kim ngạch đạt 36,5 tỷ USD.', 'Trade reached 35.6 billion dollars.'],
    ['magnitudes', 'Kim ngạch đạt 36,5 triệu USD.', 'Trade reached 36.5 billion dollars.'],
    ['decimals and thousands', 'Có 1.234 sinh viên.', 'There were 1.234 students.'],
    ['spelt numbers', 'Có ba đoàn và bốn tàu.', 'There were three groups and five ships.'],
    ['figures that one leaves out', 'Có 23 hài cốt.', 'Remains were returned.'],
  ];
  for (const [what, vi, en] of different) {
    it(`finds different ${what} in twin articles and in events`, () => {
      assert.deepEqual(rulesFinding(twins(vi, en)), ['translation']);
      const base = { vi: `Ngày 5 tháng 8 năm 1995. ${vi}`, en: `August 5, 1995. ${en}` };
      assert.deepEqual(rulesFinding(timeline(base)), ['translation']);
    });
  }

  const same: readonly (readonly [what: string, vi: string, en: string])[] = [
    [
      'dates in the order of each language',
      'Ngày 3/2/1994 có lễ ký.',
      'The signing was on February 3, 1994.',
    ],
    ['intervals', 'Từ ngày 22 đến 25 tháng 5 năm 2016 có lễ.', 'From May 22 to 25, 2016 there were events.'],
    [
      'two days of a month',
      'Đoàn họp ngày 19 và 20 tháng 12 năm 1977.',
      'Talks were on December 19 and 20, 1977.',
    ],
    ['decades', 'Thập niên 1990 có nhiều đoàn.', 'Many groups came in the 1990s.'],
    [
      'numbers in digits and words',
      'Có 12 đoàn và 1,5 triệu người.',
      'There were twelve groups and 1.5 million people.',
    ],
    [
      'spelt numbers',
      'Có hai mươi lăm tàu và ba trăm nghìn lính.',
      'There were twenty-five ships and three hundred thousand soldiers.',
    ],
    ['half a million', 'Có nửa triệu người.', 'There were half a million people.'],
    ['ordinals', 'Đối thoại lần thứ 12 và khóa XIII.', 'The twelfth dialogue, and the 13th congress.'],
    ['years and fives', 'Hai năm và năm tháng trôi qua.', 'Two years and five months went by.'],
    ['lists that need no count', 'Ba người là An, Bình và Chi.', 'The people were An, Bình and Chi.'],
    ['hours', 'Lúc 19 giờ có lễ.', 'The ceremony was at 7 p.m.'],
    ['names with digits', 'Máy bay B-52 rải 2,4-D.', 'B-52 planes sprayed 2,4-D.'],
    ['private and four', 'Vốn tư nhân ở vòng thứ tư.', 'Private capital in the fourth round.'],
  ];
  for (const [what, vi, en] of same) {
    it(`accepts the same ${what}`, () => assert.deepEqual(check(twins(vi, en)), []));
  }

  it('names the sentence in which they differ', () => {
    const vi = 'Hoa Kỳ bỏ cấm vận năm 1994.\n\nViệt Nam gia nhập WTO năm 2007.';
    const en = 'The embargo was lifted in 1994.\n\nVietnam joined the WTO in 2006.';
    const [finding, ...others] = check(twins(vi, en));
    assert.equal(finding?.file, 'articles/bai-viet.md');
    assert.equal(finding?.line, 10);
    assert.match(finding?.message ?? '', /"2007" stands in vi only; "2006" stands in en only/);
    assert.deepEqual(others, []);
  });
});

describe('twins', () => {
  it('finds a twin that does not point back', () => {
    const folder = {
      ...article({ id: 'bai-viet', header: 'translation_of: article', text: 'Hoa Kỳ bỏ cấm vận năm 1994.' }),
      ...article({ id: 'article', language: 'en', text: 'The embargo was lifted in 1994.' }),
    };
    const [finding, ...others] = check(folder);
    assert.equal(finding?.rule, 'twins');
    assert.equal(finding?.line, 5);
    assert.match(finding?.remedy ?? '', /translation_of: bai-viet/);
    assert.deepEqual(others, []);
  });

  it('finds twins with different numbers of paragraphs or sentences, once for both', () => {
    const [two, three] = ['Lễ ở Hà Nội. Lễ ở Huế.', 'A rite in Hanoi. A rite in Hue. A rite in Da Nang.'];
    for (const folder of [twins(two, three), twins(`${two}\n\n${two}`, 'A rite in Hanoi. A rite in Hue.')])
      assert.deepEqual(
        check(folder).map(({ rule }) => rule),
        ['twins'],
      );
  });
});

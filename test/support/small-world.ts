import type { Library } from '../../src/core/knowledge/library.ts';
import { BACKGROUND, type TinyArticle, type TinyEvent, tinyLibrary } from './tiny-library.ts';

const SOURCE = '{ title: Nguồn, url: "https://example.org/nguon" }';

const ARTICLES: readonly TinyArticle[] = [
  {
    id: 'binh-thuong-hoa',
    title: 'Tiến trình bình thường hóa',
    paragraphs: [
      'Ngày 3 tháng 2 năm 1994, Tổng thống Bill Clinton bãi bỏ lệnh cấm vận thương mại đối với Việt Nam. Doanh nghiệp Mỹ chờ đợi quyết định này từ lâu.',
      'Ngày 11 tháng 7 năm 1995, Tổng thống Bill Clinton tuyên bố bình thường hóa quan hệ ngoại giao với Việt Nam. Đại sứ quán Hoa Kỳ mở cửa tại Hà Nội tháng 8 năm 1995.',
      'Ông Douglas Peterson là đại sứ đầu tiên của Hoa Kỳ tại Hà Nội. Ông từng là phi công và bị giam sáu năm.',
    ],
  },
  {
    id: 'thuong-mai',
    title: 'Thương mại song phương',
    paragraphs: [
      'Hiệp định thương mại song phương được ký tại Washington ngày 13 tháng 7 năm 2000. Bộ trưởng Vũ Khoan ký hiệp định này thay mặt Việt Nam.',
      'Năm 2001, kim ngạch hai chiều đạt 1,5 tỷ USD. Năm 2013, kim ngạch hai chiều đạt 29 tỷ USD.',
      'Tôm và cá tra là hai mặt hàng bị kiện bán phá giá.',
    ],
  },
  {
    id: 'tham-vieng',
    title: 'Các chuyến thăm cấp cao',
    paragraphs: [
      'Tháng 11 năm 2000, Tổng thống Bill Clinton thăm Việt Nam trong bốn ngày.',
      'Tháng 11 năm 2006, Tổng thống George Bush thăm Việt Nam và dự hội nghị APEC.',
      'Tháng 7 năm 2013, Chủ tịch nước Trương Tấn Sang thăm Hoa Kỳ.',
    ],
  },
  {
    id: 'ban-dich-may',
    title: 'Bài dịch máy',
    more: `noise: machine-translated
corrections:
  - { find: Nguyễn Thiện Nhơn, replace: Nguyễn Thiện Nhân, reason: Sai tên., source: ${SOURCE} }
  - { find: 49 triệu du khách, doubtful: true, reason: Chưa rõ con số. }
  - { find: Ngày 9 tháng 9 năm 2009, doubtful: true, reason: Chưa rõ ngày. }`,
    paragraphs: [
      'Năm 2008, Phó Thủ tướng Nguyễn Thiện Nhơn thăm Đại học Harvard và bàn việc đào tạo tiến sĩ.',
      'Mỹ gửi 49 triệu du khách đến Vịnh Hạ Long trong một năm.',
      'Ngày 9 tháng 9 năm 2009, ông Jim Webb khai trương trung tâm rà phá bom mìn tại Quảng Trị.',
    ],
  },
  {
    id: 'ban-che-so',
    title: 'Bài bị che số',
    paragraphs: [
      'Ngày […], Thủ tướng Phan Văn Khải gặp Tổng thống George Bush tại Nhà Trắng.',
      'Hai bên ký hợp đồng mua […] máy bay Boeing cho Vietnam Airlines.',
    ],
  },
  {
    id: 'flights',
    title: 'Flights between the two countries',
    language: 'en',
    paragraphs: [
      'The first direct passenger flight since the war landed in Ho Chi Minh City on December 10, 2004. It was operated by United Airlines from San Francisco.',
      'About 68,000 orphans of the storm were fed by American sailors.',
    ],
  },
];

const EVENTS: readonly TinyEvent[] = [
  {
    id: '2016-vu-khi',
    keys: {
      date: '2016-05-23',
      title: '{ vi: Dỡ bỏ lệnh cấm bán vũ khí, en: The arms sales ban is lifted }',
      text: '{ vi: "Ngày 23 tháng 5 năm 2016, tại Hà Nội, Tổng thống Barack Obama tuyên bố dỡ bỏ hoàn toàn lệnh cấm bán vũ khí sát thương.", en: "On May 23, 2016, in Hanoi, President Barack Obama announced the full lifting of the ban on lethal arms sales." }',
      people: '[Barack Obama]',
      places: '[Hà Nội, Hanoi]',
    },
  },
  {
    id: '1787-lua-giong',
    keys: {
      date: '1787',
      title: '{ vi: Jefferson tìm lúa giống, en: Jefferson looks for rice }',
      text: '{ vi: "Năm 1787, tại Paris, Thomas Jefferson hỏi xin Hoàng tử Cảnh thóc giống của Đàng Trong.", en: "In 1787, in Paris, Thomas Jefferson asked Prince Canh for seed rice of Cochinchina." }',
      people: '[Thomas Jefferson]',
      places: '[Paris]',
    },
  },
];

const GLOSSARY: readonly string[] = [
  '{ kind: place, vi: [Hoa Kỳ, Mỹ], en: [United States, America, US], also: [USA, hk] }',
  '{ kind: place, vi: [Việt Nam], en: [Vietnam], also: [VN] }',
  '{ kind: place, vi: [Hà Nội], en: [Hanoi] }',
  '{ kind: place, vi: [Washington], en: [Washington] }',
  '{ kind: person, vi: [Bill Clinton, Clinton], en: [Bill Clinton, Clinton] }',
  '{ kind: person, vi: [Barack Obama, Obama], en: [Barack Obama, Obama] }',
  '{ kind: person, vi: [Douglas Peterson, Peterson], en: [Douglas Peterson, Peterson] }',
  '{ kind: person, vi: [Vũ Khoan], en: [Vu Khoan] }',
  '{ kind: person, vi: [Nguyễn Thiện Nhân], en: [Nguyen Thien Nhan] }',
  '{ kind: person, vi: [Phan Văn Khải], en: [Phan Van Khai] }',
  '{ kind: person, vi: [Jim Webb], en: [Jim Webb] }',
  '{ kind: person, vi: [Trương Tấn Sang], en: [Truong Tan Sang] }',
  '{ kind: person, vi: [George Bush], en: [George Bush] }',
  '{ kind: treaty, vi: [hiệp định thương mại song phương], en: [bilateral trade agreement], also: [BTA] }',
  '{ kind: term, vi: [lệnh cấm vận, cấm vận], en: [embargo] }',
  '{ kind: term, vi: [bãi bỏ], en: [lift, lifted] }',
  '{ kind: term, vi: [bình thường hóa], en: [normalize, normalization] }',
  '{ kind: term, vi: [quan hệ ngoại giao], en: [diplomatic relations] }',
  '{ kind: term, vi: [đại sứ], en: [ambassador] }',
  '{ kind: term, vi: [đại sứ quán, tòa đại sứ], en: [embassy] }',
  '{ kind: term, vi: [thương mại], en: [trade] }',
  '{ kind: term, vi: [đầu tiên], en: [first] }',
];

/** A small folder with a bit of everything: articles, events, a glossary, corrected, doubtful and masked sentences. */
export const smallWorld = (): Library =>
  tinyLibrary({ articles: [...ARTICLES, ...BACKGROUND], events: EVENTS, glossary: GLOSSARY });

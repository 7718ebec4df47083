import { fold } from '../text/fold.ts';

/**
 * Particulars of people and events that a text either tells or does not: who interpreted, what was eaten, in which
 * hotel. However well a sentence fits the rest of such a question, without the particular it is no answer. A phrase is
 * found in a question word by word; those of one Vietnamese syllable only where marks are typed ("an" is also "an ninh").
 */
const VIETNAMESE = [
  // Family and friends
  'vợ|chồng|con gái|con trai|cháu nội|cháu ngoại|em gái|anh trai|chị gái|bạn gái|bạn trai|người yêu|thú cưng',
  'con chó|con mèo|mấy người con|mấy đứa con|bao nhiêu con|kết hôn|cưới|ly hôn|ly dị',
  // Who served
  'phiên dịch|thông dịch|dịch giả|tài xế|lái xe|đầu bếp|vệ sĩ|thợ may|nhiếp ảnh gia|huấn luyện viên|trọng tài',
  'chụp|thiết kế|lái chiếc',
  // Lodging, food, dress
  'khách sạn|phòng số|tầng mấy|mấy tầng|bao nhiêu tầng|ăn gì|ăn món|uống gì|món ăn|thực đơn|khai vị',
  'tráng miệng|rượu|bia|mặc|cà vạt|áo gì|áo dài|váy|giày|màu gì|màu nào|màu sắc|nước hoa|đồng hồ gì|đồng hồ hiệu',
  // Body, habits, belongings
  'cao bao nhiêu|nặng bao nhiêu|cân nặng|chiều cao|cung hoàng đạo|sở thích|thích nhất|mức lương|lương|nhóm máu',
  'sinh ở đâu|sinh năm|sinh ngày|quê ở|bao nhiêu tuổi|mấy tuổi|tài sản|nuôi con|nhà riêng|biển số|số điện thoại|email|địa chỉ|số fax|website|trang web|mật khẩu',
  // Weather, prices, circumstances
  'thời tiết|trời mưa|trời nắng|nắng hay mưa|mưa hay nắng|nhiệt độ|giá vé|vé máy bay|tỷ giá bao nhiêu|tỉ giá bao nhiêu|mấy giờ|vé xem|lịch thi đấu|hát bài',
  'bài hát|ca khúc|mấy trang|bao nhiêu trang|tặng quà gì|món quà gì|quà gì|cây bút gì|cây bút nào|chiếc bút gì|bút gì|bài thơ',
  // Names, schooling, belief, and what is left of somebody
  'tên thật|tên khai sinh|góa phụ|vợ góa|quả phụ|thứ tiếng|ngoại ngữ|theo đạo gì|theo đạo nào|tôn giáo gì|công giáo không',
  'có đạo|chuyên ngành|học ngành|luận án|bằng cấp|bia mộ|màu tóc|màu mắt|để râu|hình xăm|cỡ giày',
  // Money of one person or place, numbers of things, lengths of words and sounds
  'thù lao|cát-xê|học phí|lệ phí|tiền thuê|giá thuê|tiền thưởng|tiền công|lương hưu|thu nhập|lợi nhuận|doanh thu|nộp thuế',
  'số phòng|số ghế|ghế số|số nhà|số hộ chiếu|số tài khoản|mã bưu điện|giờ mở cửa|wifi|xe hiệu|xe gì',
  'những món|trưa món gì|tối món gì|sáng món gì|bao nhiêu phút|mấy phút|bao nhiêu giây|bao nhiêu từ|bao nhiêu chữ|mấy chương|mấy ly|xì gà|điếu thuốc|tỷ số|tỉ số',
];
const ENGLISH = [
  'wife|husband|spouse|daughter|girlfriend|boyfriend|pet|dog|cat|married|marry|divorce',
  'interpreter|interpret|interpreted|translator|translated|driver|chauffeur|chef|cook|cooked|bodyguard|photographer',
  'coach|referee|hotel|restaurant|eat|ate|eaten|drank|menu|dish|dessert|for dinner|for lunch|for breakfast|wine',
  'wear|wore|wearing|dress|dressed|shoes|color|colour|tall|weigh|height|hobby|hobbies|favorite',
  'favourite|salary|net worth|weather|rain|raining|sunny|temperature|phone number|email|gift|song|sing|pages|floors',
  'widow|widower|real name|birth name|middle name|alias|majored|college major|thesis|languages|encore|recipe|dishes',
  'tattoo|beard|mustache|shoe size|tuition|pension|income|profit|revenue|seat number|room number|passport number',
  'zip code|opening hours|wifi|minutes|seconds|words long|chapters|cigar|cigarette|whiskey|cocktail',
  'what time|photo|photograph|designed|born|how old|hometown|piloted|stories tall|blood type|zodiac|ticket price|license plate|which pen|what pen|perfume|watch brand|password',
];

/** Phrases by their first word. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const byFirstWord = (phrases: readonly (readonly string[])[]): Phrases => {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
};

const split = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines.flatMap((line) => line.split('|').map((phrase) => phrase.split(' ')));

const ENGLISH_PHRASES = byFirstWord(split(ENGLISH));
const MARKED_PHRASES = byFirstWord(split(VIETNAMESE));
const UNMARKED_PHRASES = byFirstWord(
  split(VIETNAMESE)
    .filter(({ length }) => length > 1)
    .map((phrase) => phrase.map(fold)),
);

/**
 * Where particulars are asked for among the lower-case words of a question: indexes of their words, one list for each.
 * `marked`: whether the question was typed with diacritics.
 */
export function findParticulars(
  words: readonly string[],
  language: 'vi' | 'en',
  marked: boolean,
): readonly (readonly number[])[] {
  const phrases = language === 'en' ? ENGLISH_PHRASES : marked ? MARKED_PHRASES : UNMARKED_PHRASES;
  const found: (readonly number[])[] = [];
  for (const [at, first] of words.entries()) {
    for (const phrase of phrases.get(first) ?? []) {
      if (phrase.every((word, offset) => words[at + offset] === word) && !isPartOfAnother(words, at))
        found.push(phrase.map((_, offset) => at + offset));
    }
  }
  return found;
}

/** Words of wordings that mean something else: "vợ chồng Tổng thống" are two who came, "mặc cả" is to bargain. */
const OTHER_WORDINGS: readonly (readonly [before: string, word: string, behind: string])[] = [
  ['', 'vợ', 'chồng'],
  ['', 'vợ', 'con'],
  ['vợ', 'chồng', ''],
  ['', 'mặc', 'cả'],
  ['', 'mặc', 'dù'],
  ['quần', 'áo', ''],
  ['', 'áo', 'giáp'],
  ['giáng', 'sinh', ''],
];

const isPartOfAnother = (words: readonly string[], at: number): boolean =>
  OTHER_WORDINGS.some(
    ([before, word, behind]) =>
      words[at] === word &&
      (before === '' || words[at - 1] === before) &&
      (behind === '' || words[at + 1] === behind),
  );

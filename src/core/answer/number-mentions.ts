import { fold } from '../text/fold.ts';
import type { Span } from './answer.ts';
import { type Quantity, quantityOf } from './quantity.ts';

/** A quantity in a sentence with its unit ("36,5 tỷ USD"), and the noun it counts. */
export interface NumberMention extends Span {
  readonly quantity: Quantity;
  /** Folded words that follow: unit and noun. */
  readonly following: readonly string[];
}

const MAGNITUDE = '(?:triệu|tỷ|tỉ|nghìn tỷ|nghìn|ngàn|trăm|vạn|million|billion|trillion|thousand|hundred)';
const UNIT =
  '(?:%|phần trăm|percent|per cent|USD|đô la Mỹ|đô la|đôla|đô-la|dollars|km²|km2|km|ha|héc-ta|hecta|tấn|tons|tonnes|mét|meters|lít|liters|gallons|gallon|miles|mile|dặm|hải lý|feet|acres|pounds|kg)';
const DIGITS = '\\d{1,3}(?:[.,]\\d{3})+(?![\\d])|\\d{1,9}(?:[.,]\\d{1,4})?(?!\\d)';
/** "năm" is five, but far more often a year: not behind "mỗi" or a figure, nor before "nay" or at the end. */
const FIVE =
  '(?<!(?:\\d|mỗi|hàng|hằng|nhiều|trong|cuối|đầu|giữa|các|những|vài|cả|suốt|từng|số|lâu) )năm(?= \\p{Ll})(?! (?:nay|sau|trước|qua|ngoái|tới|đó|ấy|này|nào|mới|nữa|học)(?!\\p{L}))';
const WORD_NUMBERS =
  'một(?! trong )|hai|ba|bốn|sáu|bảy|tám|chín|mười|hàng trăm|hàng nghìn|hàng ngàn|hàng chục|vài chục|one(?! of )|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of|a(?=[ -](?:million|billion|trillion|hundred|thousand))';
/** What continues a number of several words; "năm" behind one means years. */
const CONTINUATION = `${MAGNITUDE}|${WORD_NUMBERS}|mươi|mốt|tư|lăm|linh|lẻ|rưỡi`;

const NUMERIC = new RegExp(
  `(?<![\\p{L}\\p{N}.,/\\-–])(?:thứ )?(?:US)?\\$? ?(?:${DIGITS})(?:[–—-](?:${DIGITS}))?(?:(?: |-)${MAGNITUDE})?(?: ?${UNIT})?`,
  'giu',
);
const SPELT = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:thứ )?(?:${FIVE}|${WORD_NUMBERS})(?: (?:${CONTINUATION})(?![\\p{L}\\p{N}]))*(?![\\p{L}\\p{N}])`,
  'giu',
);
/** So many words behind a quantity may tell what it counts, and they are looked for in so many UTF-16 units. */
const MAXIMUM_FOLLOWING = 4;
const FOLLOWING_REACH = 60;

const wordsBehind = (text: string, end: number): readonly string[] =>
  fold(text.slice(end, end + FOLLOWING_REACH))
    .split(/[^a-z%]+/)
    .filter(Boolean)
    .slice(0, MAXIMUM_FOLLOWING);

function followingWords(text: string, end: number, matched: string): readonly string[] {
  // The words of a spelt-out number are no unit.
  const unit = /\d/.test(matched)
    ? fold(matched)
        .split(/[^a-z%]+/)
        .filter(Boolean)
    : [];
  return [...unit, ...wordsBehind(text, end)];
}

/** Quantities of a sentence in order; `taken` are spans that are something else, such as dates. */
export function readNumbers(text: string, taken: readonly Span[]): readonly NumberMention[] {
  const mentions: NumberMention[] = [];
  for (const pattern of [NUMERIC, SPELT]) {
    for (const match of text.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      const end = match.index + match[0].trimEnd().length;
      const overlaps = (span: Span): boolean => span.start < end && start < span.end;
      if (taken.some(overlaps) || mentions.some(overlaps)) continue;
      const isYears = fold(match[0]).startsWith('nam') && mentions.some((number) => number.end === start - 1);
      if (isYears) continue;
      const following = followingWords(text, end, match[0]);
      mentions.push({ start, end, quantity: quantityOf(match[0], wordsBehind(text, end)[0]), following });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

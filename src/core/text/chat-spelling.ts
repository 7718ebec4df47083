import type { Locale } from '../locale.ts';
import { isTrailingParticle } from './chat-particles.ts';
import { respell } from './chat-respelling.ts';
import { ENGLISH_CHAT, VIETNAMESE_CHAT } from './chat-table.ts';
import { fold, hasDiacritics } from './fold.ts';
import { couldBeUnmarkedSyllable } from './syllables.ts';

/** A word of an utterance after chat spellings were written out. */
export interface ChatWord {
  readonly word: string;
  /** Index of the word it was made from. */
  readonly from: number;
}

/**
 * Writes out common chat spellings: "ntn" → "như", "thế", "nào". Every other word comes back as it is.
 *
 * Only words in small letters count, and the first one also with a capital, as telephones put it. A spelling with
 * several meanings is read by its neighbours and left alone where they don't tell. In an utterance without any marks
 * the words come without marks too, so that it stays what it is.
 */
export function expandChatSpelling(words: readonly string[], language: Locale): readonly ChatWord[] {
  const lower = words.map((word, at) => (at === 0 && isCapitalised(word) ? word.toLowerCase() : word));
  const marked = words.some(hasDiacritics);
  return words.flatMap((word, from) => {
    const expanded = language === 'vi' ? expandVietnamese(lower, from) : ENGLISH_CHAT.get(lower[from] ?? '');
    if (expanded === undefined) return [{ word, from }];
    return (marked ? expanded : fold(expanded)).split(' ').map((part) => ({ word: part, from }));
  });
}

const isCapitalised = (word: string): boolean =>
  word.length > 1 && word.slice(1) === word.slice(1).toLowerCase();

/** Readings of a spelling that depend on the words around it; `undefined` leaves it alone. */
type Reader = (words: readonly string[], at: number) => string | undefined;

const AMBIGUOUS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['k', (words, at) => (isNumber(words[at - 1]) || isForeign(words[at + 1]) ? undefined : 'không')],
  ['j', (words, at) => (isForeignOrMissing(words[at - 1]) && isForeign(words[at + 1]) ? undefined : 'gì')],
  ['z', (words, at) => (words[at - 1] === 'gen' ? undefined : 'vậy')],
  ['v', (words, at) => (endsHere(words, at) && !isNumber(words[at - 1]) ? 'vậy' : undefined)],
  ['r', (words, at) => (isForeign(words[at - 1]) || isForeign(words[at + 1]) ? undefined : 'rồi')],
  ['h', (words, at) => (isNumber(words[at - 1]) || /^m[ấa]y$/.test(words[at - 1] ?? '') ? 'giờ' : undefined)],
  ['t', (words, at) => (isMonth(words[at + 1]) && isYear(words[at + 2]) ? 'tháng' : undefined)],
  // "ô trump", but "ô nhiễm".
  ['ô', (words, at) => (isForeign(words[at + 1]) ? 'ông' : undefined)],
  ['hk', (words, at) => (BEFORE_COUNTRY.has(fold(words[at - 1] ?? '')) ? 'hoa kỳ' : 'không')],
  ['hong', (words, at) => (endsHere(words, at) && at > 0 ? 'không' : undefined)],
  ['thg', (words, at) => (fold(words[at + 1] ?? '') === 'mai' ? 'thương' : 'tháng')],
  // The American one is no prime minister; neither were Thiệu and Diệm.
  [
    'tt',
    (words, at) =>
      isForeign(words[at + 1]) || PRESIDED.has(fold(words[at + 1] ?? '')) ? 'tổng thống' : undefined,
  ],
  // "D.C." arrives as "dc".
  ['dc', (words, at) => (words[at - 1] === 'washington' ? undefined : 'được')],
  ['ms', (words, at) => (words[at + 1] === undefined || isForeign(words[at + 1]) ? undefined : 'mới')],
  ['hđ', (words, at) => (BEHIND_ACTIVITY.has(words[at + 1] ?? '') ? 'hoạt động' : 'hiệp định')],
  ['đt', (words, at) => (words[at - 1] === 'số' ? 'điện thoại' : undefined)],
  [
    'tr',
    (words, at) => (isNumber(words[at - 1]) || /^m[ấa]y$/.test(words[at - 1] ?? '') ? 'triệu' : undefined),
  ],
  // As it is said in the south; "vô hiệu", "vô địch" mean "without".
  ['vô', (words, at) => (WITHOUT.has(words[at + 1] ?? '') || words[at - 1] === 'hư' ? undefined : 'vào')],
  ['đ', (words, at) => (isNumber(words[at - 1]) ? 'đồng' : undefined)],
]);

/** Words, folded, behind which "hk" is the country (Hoa Kỳ); elsewhere it is a no. */
const BEFORE_COUNTRY: ReadonlySet<string> = new Set(
  (
    'vn nam viet va voi vs giua cua sang den toi tu o tai ben phia nuoc tham phu su thong quan quoc ngoai giao tiep ' +
    'toi doi cho boi hang nguoi quyen dan phi my - –'
  ).split(' '),
);
const PRESIDED: ReadonlySet<string> = new Set(['mi', 'my', 'hoa', 'hk', 'us', 'thieu', 'diem']);
const BEHIND_ACTIVITY: ReadonlySet<string> = new Set([
  'tới',
  'đến',
  'từ',
  'ở',
  'tại',
  'trong',
  'như',
  'của',
  'ntn',
]);
/** Words before which "vô" is "without". */
const WITHOUT: ReadonlySet<string> = new Set(
  (
    'hiệu địch điều hạn số cùng tình lý lí gia tư sản tuyến danh ích tội cớ hình cực chủ thời thần thức lễ nghĩa vọng ' +
    'tận biên bờ khối duyên phúc can ơn ý trách vị vàn tiền học cảm vi đạo'
  ).split(' '),
);
/** Abbreviated month and its number in one word: "t7". */
const SHORT_MONTH = /^t(1[0-2]|0?[1-9])$/;

function expandVietnamese(words: readonly string[], at: number): string | undefined {
  const word = words[at] ?? '';
  const reader = AMBIGUOUS.get(word);
  if (reader !== undefined) return reader(words, at);
  const month = SHORT_MONTH.exec(word)?.[1];
  if (month !== undefined && isYear(words[at + 1])) return `tháng ${month}`;
  return VIETNAMESE_CHAT.get(word) ?? respell(word);
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d/.test(word);
const isMonth = (word: string | undefined): boolean =>
  word !== undefined && /^(?:1[0-2]|0?[1-9])$/.test(word);
const isYear = (word: string | undefined): boolean =>
  word !== undefined && (/^(?:1[789]|20)\d\d$/.test(word) || word === 'năm' || word === 'nam');

/** Whether a word can't be Vietnamese in any spelling: a foreign name, mostly. */
function isForeign(word: string | undefined): boolean {
  if (word === undefined || isNumber(word) || hasDiacritics(word)) return false;
  const folded = fold(word);
  return (
    !couldBeUnmarkedSyllable(folded) &&
    !VIETNAMESE_CHAT.has(word) &&
    !AMBIGUOUS.has(word) &&
    !isTrailingParticle(word)
  );
}

const isForeignOrMissing = (word: string | undefined): boolean => word === undefined || isForeign(word);

/** More words than these behind one are no run of particles. */
const LONGEST_ENDING = 8;

/** Whether nothing but particles follows. */
function endsHere(words: readonly string[], at: number): boolean {
  return words.length - at <= LONGEST_ENDING && words.slice(at + 1).every((word) => isTrailingParticle(word));
}

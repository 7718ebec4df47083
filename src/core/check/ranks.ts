import type { Office } from '../knowledge/glossary.ts';

/**
 * Ranks by which people are called in front of their names, each with its words in both languages. A word belongs to
 * one rank only; an office is of a rank when its title holds one of the words.
 */
export const RANKS: readonly (readonly string[])[] = [
  ['Tổng thống', 'Chủ tịch nước', 'President', 'State President'],
  ['Thủ tướng Chính phủ', 'Thủ tướng', 'Chủ tịch Hội đồng Bộ trưởng', 'Prime Minister', 'Premier'],
  ['Tổng Bí thư', 'General Secretary', 'Party General Secretary'],
  [
    'Bộ trưởng Bộ Ngoại giao',
    'Bộ trưởng Ngoại giao',
    'Ngoại trưởng',
    'Foreign Minister',
    'Minister of Foreign Affairs',
    'Secretary of State',
  ],
  [
    'Bộ trưởng Bộ Quốc phòng',
    'Bộ trưởng Quốc phòng',
    'Defense Minister',
    'Defense Secretary',
    'Minister of Defense',
    'Minister of National Defense',
    'Secretary of Defense',
  ],
  ['Đại sứ', 'Ambassador'],
];

/** A person called by a rank: "Tổng thống Hoa Kỳ Bill Clinton". */
export interface RankedName {
  /** Index into {@link RANKS}. */
  readonly rank: number;
  /** The word for the rank, as in the table. */
  readonly word: string;
  /** Capitalised words behind the rank: the name, perhaps with more behind it. */
  readonly name: string;
}

/** Countries and posts that stand between a rank and a name. */
const BETWEEN =
  '(?:(?: Ban Chấp hành Trung ương)? Đảng Cộng sản Việt Nam)?' +
  '(?: (?:Hoa Kỳ|Mỹ|Việt Nam Dân chủ Cộng hòa|Việt Nam Cộng hòa|Việt Nam|Chính phủ|of Vietnam|of the United States))?' +
  '(?: tại (?:Việt Nam|Hoa Kỳ|Mỹ|Sài Gòn|Hà Nội)| to (?:Vietnam|South Vietnam|the United States))?';
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,4}";
const WORDS = RANKS.flat()
  .toSorted((a, b) => b.length - a.length)
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toLowerCase()}]${word.slice(1)}`)
  .join('|');
const RANKED = new RegExp(`(?<!\\p{L})(${WORDS})${BETWEEN} (${NAME})`, 'gu');
/** Words that say the rank is not held at the time: "cựu Tổng thống", "former US President", "Phó Thủ tướng". */
const NOT_NOW =
  /(?:cựu|nguyên|cố|phó|quyền|trợ lý|thứ trưởng|tương lai|sau này(?: là| trở thành)?|khi đó là|(?<!\p{L})(?:former|ex|late|vice|deputy|acting|then|future|later|assistant|under))(?:[ -](?:Hoa Kỳ|Mỹ|US|U\.S\.|American|South Vietnamese|Vietnamese))?[ -]$/iu;
const NOT_NOW_BEHIND =
  /^,? \(?(?:khi đó|lúc đó|lúc bấy giờ|sau này|tương lai|trước đây|then|later|the future)/iu;
/** "Quyền", "phó", "deputy" with a country between. UTF-16 units. */
const REACH = 30;

/** People called by a rank that they are said to hold; "cựu Tổng thống" and the like are left out. */
export function readRankedNames(text: string): readonly RankedName[] {
  return [...text.matchAll(RANKED)].flatMap((match) => {
    const [all, written = '', name = ''] = match;
    if (NOT_NOW.test(text.slice(Math.max(match.index - REACH, 0), match.index))) return [];
    if (NOT_NOW_BEHIND.test(text.slice(match.index + all.length))) return [];
    const word = written.charAt(0).toUpperCase() + written.slice(1);
    return [{ rank: rankOfWord(word), word, name }];
  });
}

/** The rank that a word of the table belongs to; -1 for any other word. */
export const rankOfWord = (word: string): number => RANKS.findIndex((words) => words.includes(word));

/** The rank of an office by its title; `undefined` for offices of other kinds and those of deputies. */
export function rankOf({ title }: Office): number | undefined {
  if (/^Phó(?!\p{L})/u.test(title.vi)) return undefined;
  const rank = RANKS.findIndex((words) =>
    words.some((word) => title.vi.includes(word) || title.en.includes(word)),
  );
  return rank === -1 ? undefined : rank;
}

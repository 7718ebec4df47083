import type { Locale } from '../locale.ts';

const anyOf = (...expressions: readonly string[]): string => `(?:${expressions.join('|')})`;
const opening = (expression: string, behind: string): RegExp => new RegExp(`^${expression}${behind}`, 'u');

/** No letter follows: the word ends here. */
const WORD_END = '(?!\\p{L})';
/** A small letter follows, so no name: "Ông đến", not "Ông Võ Văn Kiệt đến". */
const BEFORE_SMALL = '(?= \\p{Ll})';
/** No date and no name follows that would say which one is meant: "Later in 1995". */
const UNEXPLAINED = '(?!\\p{L}| (?:in |on )?(?:\\p{Lu}|\\d))';

const VI_PERSONS = anyOf('Ông', 'Bà', 'Họ', 'Nó', 'Hắn', 'Cô', 'Anh', 'Chị');
const VI_LINKS = anyOf(
  'Đây|Đó|Điều (?:này|đó)|Việc (?:này|đó)',
  'Sau đó|Trước đó|Khi đó|Lúc đó|Khi ấy|Từ đó|Trong (?:đó|số đó|khi đó)',
  'Theo đó|Do đó|Nhờ đó|Bên cạnh đó|Vì vậy|Vì thế|Tuy vậy|Mặc dù vậy|Tuy nhiên|Ngoài ra|Đồng thời',
  'Cùng (?:ngày|năm|tháng|lúc|thời gian)(?! \\d)',
);
const VI_PAIRS = anyOf(
  'Hai (?:bên|nước|ông|người|nhà lãnh đạo|vị|phía)',
  'Cả hai(?: (?:bên|nước|ông|người|phía))?',
  'Phía (?:bên )?kia|Bên kia',
);
/** "Hai bên ký" is dangling, "Hai bên miền Nam Việt Nam ký" says which two: verbs and adverbs only. */
const VI_VERBS = anyOf(
  'đã|đều|cùng|cũng|sẽ|không|có|là|bắt|nối|tiếp|gặp|bàn|thảo|trao|ký|ra|lập|thỏa|đồng|thống|nhất|tuyên|khẳng|nhấn|cam|hoan',
);
const EN_LINKS = anyOf(
  'However|Meanwhile|Afterwards?|Then|Later|Instead|Moreover',
  'In addition|In return|As a result|At the same time',
  '(?:That|The same|The next|The following) (?:day|month|year)',
);
const EN_PAIRS =
  '(?:The|Both|The other) (?:two )?(?:sides?|leaders|countries|parties|ministers|presidents|men|latter|former)';
const EN_PREPOSITIONS = 'In|On|At|Under|After|Before|With|During|By|From|For';

const OPENERS: Readonly<Record<Locale, readonly RegExp[]>> = {
  vi: [
    opening(`${VI_PERSONS}(?: ấy| ta)?`, BEFORE_SMALL),
    opening(VI_LINKS, WORD_END),
    opening(VI_PAIRS, `(?= ${VI_VERBS}${WORD_END})`),
    // "Hiệp định này", "Theo thỏa thuận đó": while the subject is still being named, in small letters.
    opening('\\p{Lu}\\p{Ll}*(?: \\p{Ll}+){0,4} (?:này|ấy|nói trên|trên đây|đó)', '(?=[ ,])'),
  ],
  en: [
    opening('(?:He|She|They|His|Her|Their|Its|These|Those|This)', WORD_END),
    opening('It(?! (?:was|is) (?:not until|on|in|only|the) )', WORD_END),
    opening('That', BEFORE_SMALL),
    opening(EN_LINKS, UNEXPLAINED),
    opening(EN_PAIRS, BEFORE_SMALL),
    opening(`(?:${EN_PREPOSITIONS}) (?:this|that|these|those|it|them|him|the same)`, WORD_END),
  ],
};

/**
 * The words at the beginning of a sentence that only the sentence before it explains: a pronoun, "hiệp định này",
 * "sau đó", "the two sides". `undefined` when it begins with something that stands by itself.
 */
export function danglingOpener(sentence: string, language: Locale): string | undefined {
  return OPENERS[language].map((opener) => opener.exec(sentence)?.[0]).find((found) => found !== undefined);
}

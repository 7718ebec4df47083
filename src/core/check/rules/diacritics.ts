import { fold, hasDiacritics } from '../../text/fold.ts';
import { couldBeUnmarkedSyllable, isVietnameseSyllable } from '../../text/syllables.ts';
import type { Rule } from '../finding.ts';
import { tokenWords } from '../token-words.ts';

/** What articles here speak of again and again; typed without marks it is nothing else. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'việt nam',
    'hoa kỳ',
    'hà nội',
    'sài gòn',
    'đà nẵng',
    'miền nam',
    'miền bắc',
    'quan hệ',
    'ngoại giao',
    'tổng thống',
    'thủ tướng',
    'chủ tịch',
    'bộ trưởng',
    'đại sứ',
    'quốc hội',
    'chính phủ',
    'quân đội',
    'nhân dân',
    'hiệp định',
    'hội nghị',
    'thỏa thuận',
    'tuyên bố',
    'chiến tranh',
    'hòa bình',
    'hợp tác',
    'đối tác',
    'toàn diện',
    'kinh tế',
    'thương mại',
    'quốc phòng',
    'bình thường',
    'cấm vận',
    'thành phố',
  ].map(fold),
);
/** Foreign words that look like Vietnamese syllables whose marks were lost. */
const FOREIGN: ReadonlySet<string> = new Set([
  'chat',
  'chip',
  'hoc',
  'hot',
  'lot',
  'net',
  'not',
  'pop',
  'that',
  'top',
  'yet',
]);
/** A sentence with fewer small-letter syllables may be all names. */
const FEWEST_SYLLABLES = 6;
/** In running Vietnamese two of three syllables carry a mark. */
const LEAST_MARKED = 0.3;
const QUOTED = /"[^"]*"|“[^“”]*”|\([^()]*\)/g;

/** A Vietnamese sentence, or words in it, typed without diacritics. */
export const diacritics: Rule = {
  name: 'diacritics',
  catches: 'A Vietnamese sentence whose words, or some of them, have lost their diacritics.',
  *find({ wordings }) {
    for (const { text, language, file, line, subject } of wordings) {
      const words = language === 'vi' ? unmarkedWords(text) : [];
      if (words.length === 0) continue;
      yield {
        file,
        line,
        message: `Diacritics are missing: ${words.map((word) => `"${word}"`).join(', ')}.`,
        remedy: 'Write the words with their diacritics; put a foreign title in quotation marks.',
        subject,
      };
    }
  },
};

function unmarkedWords(text: string): readonly string[] {
  const words = tokenWords(text.replaceAll(QUOTED, ' '));
  const syllables = words.filter(
    (word) => word === word.toLowerCase() && couldBeUnmarkedSyllable(fold(word)),
  );
  const marked = syllables.filter(hasDiacritics);
  if (syllables.length >= FEWEST_SYLLABLES && marked.length / syllables.length < LEAST_MARKED)
    return [`${syllables.slice(0, FEWEST_SYLLABLES).join(' ')} …`];
  const pairs = words
    .map((word, at) => `${word} ${words[at + 1] ?? ''}`)
    .filter((pair) => COMMON.has(pair.toLowerCase()));
  return [...pairs, ...syllables.filter(isImpossible)];
}

/** "quoc" and "nguoi" are no syllables without their marks, and no foreign words either. */
const isImpossible = (word: string): boolean =>
  word.length > 2 && !hasDiacritics(word) && !isVietnameseSyllable(word) && !FOREIGN.has(word);

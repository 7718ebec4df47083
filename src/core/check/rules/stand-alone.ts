import type { Locale } from '../../locale.ts';
import { beginningOf } from '../beginning-of.ts';
import type { Rule } from '../finding.ts';

/*
 * What a sentence cannot begin with when it is quoted alone. "Ông Võ Văn Kiệt" and "Họ Nguyễn" name someone, so
 * pronouns count only before a small letter; "this", "này" and their like count while the subject is still being named.
 */
const DANGLING: Readonly<Record<Locale, readonly RegExp[]>> = {
  vi: [
    /^(?:Ông|Bà|Họ|Nó|Hắn|Cô|Anh|Chị)(?: ấy| ta)? (?=\p{Ll})/u,
    /^(?:Ông|Bà) này(?!\p{L})/u,
    /^(?:Đây|Đó|Điều (?:này|đó)|Việc (?:này|đó)|Trong (?:đó|số đó|khi đó)|Sau đó|Trước đó|Khi đó|Lúc đó|Khi ấy|Từ đó|Theo đó|Do đó|Vì vậy|Vì thế|Nhờ đó|Đồng thời|Tuy nhiên|Tuy vậy|Ngoài ra|Bên cạnh đó|Mặc dù vậy|Cùng (?:ngày|năm|tháng|lúc|thời gian)(?! \d))(?!\p{L})/u,
    /^(?:Hai (?:bên|nước|ông|người|nhà lãnh đạo|vị|phía)|Cả hai(?: (?:bên|nước|ông|người|phía))?|Phía (?:bên )?kia|Bên kia)(?= (?:đã|đều|cùng|cũng|sẽ|nhất|ký|ra|tuyên|thỏa|đồng|bắt|không|có|thống|trao|khẳng|nhấn|bàn|là|gặp|lập|nối|tiếp|thảo|cam|hoan)(?!\p{L}))/u,
    /^\p{Lu}\p{Ll}*(?: \p{Ll}+){0,4} (?:này|ấy|nói trên|trên đây|đó)(?= |,)/u,
  ],
  en: [
    /^(?:He|She|They|His|Her|Their|Its|These|Those|This)(?!\p{L})/u,
    /^It (?!(?:was|is) (?:not until|on|in|only|the) )/u,
    /^That (?=\p{Ll})/u,
    /^(?:However|Meanwhile|Afterwards?|Then|Later|Instead|Moreover|In addition|In return|As a result|At the same time|That (?:day|month|year)|The same (?:day|month|year)|The next (?:day|month|year)|The following (?:day|month|year))(?!\p{L}| (?:in |on )?(?:\p{Lu}|\d))/u,
    /^(?:The|Both|The other) (?:two )?(?:sides?|leaders|countries|parties|ministers|presidents|men|latter|former)(?= \p{Ll})/u,
    /^(?:In|On|At|Under|After|Before|With|During|By|From|For) (?:this|that|these|those|it|them|him|the same)(?!\p{L})/u,
  ],
};

/** A sentence whose subject is only named in the one before it. */
export const standAlone: Rule = {
  name: 'stand-alone',
  catches:
    'A sentence that begins with a pronoun, a demonstrative or another word that needs the sentence before it.',
  *find({ statements }) {
    for (const { document, sentence, file, line, isQuotation, mentions } of statements) {
      if (isQuotation) continue;
      const dangling = DANGLING[document.language]
        .map((pattern) => pattern.exec(sentence.text)?.[0])
        .find(Boolean);
      if (dangling === undefined) continue;
      if (mentions.some(({ start }) => start < dangling.length)) continue;
      yield {
        file,
        line,
        message: `The sentence cannot stand alone: "${beginningOf(sentence.text)}"`,
        remedy: `Name what "${dangling.trim()}" stands for; every sentence is quoted without its neighbours.`,
        subject: sentence.handle,
      };
    }
  },
};

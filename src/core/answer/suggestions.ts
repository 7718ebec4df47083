import type { Edtf } from '../dates/edtf.ts';
import { readDates } from '../dates/read-dates.ts';
import type { Locale } from '../locale.ts';
import type { QuotedPassage } from './answer.ts';

/** What a question may be made of: a clause of at least and at most so many words. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 18;

/**
 * Questions that the passages look able to answer, nearest first. They ask when something happened, since that is what
 * a dated sentence answers for sure; whether the bot does answer them is for the caller to try.
 */
export function questionsOn(
  passages: readonly QuotedPassage[],
  language: Locale,
  today: Edtf,
): readonly string[] {
  const questions = new Set<string>();
  for (const { document, sentence } of passages) {
    if (document.language !== language || sentence.masked || sentence.doubtful) continue;
    const clause = document.kind === 'event' ? document.title : datedClause(sentence.text, language, today);
    const words = clause?.split(' ').length ?? 0;
    if (clause !== undefined && words >= FEWEST_WORDS && words <= MOST_WORDS) {
      questions.add(language === 'vi' ? `${clause} khi nào?` : `When was this: ${clause}?`);
    }
  }
  return [...questions];
}

/** "Hoa Kỳ mở đại sứ quán tại Hà Nội" of "Tháng 8 năm 1995, Hoa Kỳ mở đại sứ quán tại Hà Nội, và Việt Nam …". */
function datedClause(text: string, language: Locale, today: Edtf): string | undefined {
  const [first] = readDates(text, { language, today });
  if (first?.kind !== 'date' || !/^(?:|vào|trong|từ|on|in)$/i.test(text.slice(0, first.start).trim()))
    return undefined;
  const [clause] = text
    .slice(first.end)
    .replace(/^[\s,]+/, '')
    .split(/,(?!\d)|[;:(]|\.$/, 1);
  return clause?.trim();
}

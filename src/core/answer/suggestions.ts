import type { Edtf } from '../dates/edtf.ts';
import { readDates } from '../dates/read-dates.ts';
import type { Locale } from '../locale.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { QuotedPassage } from './answer.ts';
import type { Question } from './question.ts';

/** What a question may be made of: a clause of at least and at most so many words. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 18;
/** Of the questions of an event, the first are the plainest, as editors write them. */
const PLAINEST = 5;

/**
 * Questions that the passages look able to answer, nearest first: the likest of those that an editor wrote down for an
 * event, else when it happened, since that is what a dated sentence answers for sure. Whether the bot does answer them
 * is for the caller to try. At most `most`.
 */
export function questionsOn(
  asked: Pick<Question, 'terms' | 'language'>,
  passages: readonly QuotedPassage[],
  today: Edtf,
  most: number,
): readonly string[] {
  const { language } = asked;
  const questions = new Set<string>();
  for (const { document, sentence } of passages) {
    if (questions.size === most) break;
    if (document.language !== language || sentence.masked || sentence.doubtful) continue;
    const known = likest(asked, document.asked?.slice(0, PLAINEST) ?? []);
    if (known !== undefined) {
      questions.add(known);
      continue;
    }
    const clause = document.kind === 'event' ? document.title : datedClause(sentence.text, language, today);
    const words = clause?.split(' ').length ?? 0;
    if (clause !== undefined && words >= FEWEST_WORDS && words <= MOST_WORDS) {
      questions.add(language === 'vi' ? `${clause} khi nào?` : `When was this: ${clause}?`);
    }
  }
  return [...questions];
}

/** The one of some questions that shares most of its words with the one that was asked; the first of equals. */
function likest({ terms }: Pick<Question, 'terms'>, questions: readonly string[]): string | undefined {
  let best: { readonly question: string; readonly share: number } | undefined;
  for (const question of questions) {
    const own = new Set(tokenise(question).map(({ word }) => termOf(word)));
    let shared = 0;
    for (const term of own) if (terms.has(term)) shared += 1;
    const share = shared / Math.max(1, own.size);
    if (best === undefined || share > best.share) best = { question, share };
  }
  return best?.question;
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

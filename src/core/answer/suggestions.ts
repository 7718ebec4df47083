import type { Locale } from '../locale.ts';
import type { QuotedPassage } from './answer.ts';
import type { Question } from './question.ts';

const MAXIMUM_SUGGESTIONS = 3;

/** Questions about the nearest events, which the bot is able to answer. */
export function suggestQuestions(question: Question, passages: readonly QuotedPassage[]): readonly string[] {
  const suggestions = new Set<string>();
  for (const { document } of passages) {
    if (document.language === question.language)
      suggestions.add(asQuestion(document.title, document.language));
    if (suggestions.size === MAXIMUM_SUGGESTIONS) break;
  }
  return [...suggestions];
}

function asQuestion(title: string, language: Locale): string {
  return language === 'vi' ? `${title} khi nào?` : `When: ${title}?`;
}

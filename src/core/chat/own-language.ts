import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { Library } from '../knowledge/library.ts';
import type { Locale } from '../locale.ts';

/**
 * Whether an article belongs in a list for readers of a language: when it is in that language, or when no translation
 * of it is. So nothing is listed twice, and nothing is kept from a reader for want of a translation.
 */
export function isForReadersOf(article: KnowledgeDocument, language: Locale, library: Library): boolean {
  if (article.language === language) return true;
  const { id, translationOf } = article;
  const isItsTranslation = (other: KnowledgeDocument): boolean =>
    other.language === language && (other.translationOf === id || other.id === translationOf);
  return !library.articles.some(isItsTranslation);
}

import type { KnowledgeDocument } from './document.ts';
import type { Library, PlacedSentence } from './library.ts';

/**
 * The sentence that says the same in the other language; `undefined` where there is none. An event tells its story in
 * both languages, and an article may name its translation; sentences pair up in order, so only documents of equal
 * length do.
 */
export function translationOf(
  { document, sentence }: PlacedSentence,
  library: Library,
): PlacedSentence | undefined {
  const other = translatedDocument(document, library);
  if (other === undefined) return undefined;
  const own = sentencesOf(document);
  const translated = sentencesOf(other);
  const twin = translated[own.indexOf(sentence)];
  return twin === undefined || own.length !== translated.length
    ? undefined
    : { document: other, sentence: twin };
}

const sentencesOf = (document: KnowledgeDocument) =>
  document.paragraphs.flatMap((paragraph) => paragraph.sentences);

function translatedDocument(document: KnowledgeDocument, library: Library): KnowledgeDocument | undefined {
  const language = document.language === 'vi' ? 'en' : 'vi';
  if (document.kind !== 'article') return library.document(document.id, language);
  return document.translationOf === undefined
    ? library.articles.find((article) => article.translationOf === document.id)
    : library.document(document.translationOf, language);
}

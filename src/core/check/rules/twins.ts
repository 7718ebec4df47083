import type { KnowledgeDocument } from '../../knowledge/document.ts';
import type { Rule } from '../finding.ts';

/** Two articles that should be translations of each other and are not, sentence by sentence. */
export const twins: Rule = {
  name: 'twins',
  catches: 'Translations that do not point at each other, or differ in their paragraphs or sentences.',
  *find({ articles }) {
    const byId = new Map(articles.map((entry) => [entry.article.id, entry]));
    for (const { article, file, lineOf } of articles) {
      const twin = byId.get(article.translationOf ?? '');
      if (twin === undefined) continue;
      const at = { file, line: lineOf('translation_of:'), subject: article.id };
      if (twin.article.translationOf !== article.id) {
        yield {
          ...at,
          message: `The article "${twin.article.id}" does not point back.`,
          remedy: `Add "translation_of: ${article.id}" to ${twin.file}.`,
        };
        continue;
      }
      // Of two twins the first in order speaks for both.
      if (article.id > twin.article.id) continue;
      const difference = differenceOf(article, twin.article);
      if (difference === undefined) continue;
      yield {
        ...at,
        message: `The article and its translation "${twin.article.id}" have ${difference}.`,
        remedy: 'Let each sentence have its translation, in the same order and paragraph.',
      };
    }
  },
};

function differenceOf(article: KnowledgeDocument, twin: KnowledgeDocument): string | undefined {
  const [own, other] = [article.paragraphs, twin.paragraphs];
  if (own.length !== other.length) return `${own.length} and ${other.length} paragraphs`;
  const at = own.findIndex(({ sentences }, index) => sentences.length !== other[index]?.sentences.length);
  if (at === -1) return undefined;
  return `${own[at]?.sentences.length} and ${other[at]?.sentences.length} sentences in paragraph ${at + 1}`;
}

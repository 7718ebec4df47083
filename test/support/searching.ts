import { analyseQuestion } from '../../src/core/answer/question.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { ConceptFinder } from '../../src/core/search/concepts.ts';
import { buildCorpus } from '../../src/core/search/corpus.ts';
import { SearchIndex } from '../../src/core/search/search-index.ts';
import { TODAY } from './asking.ts';

/** The search index of a library, as the answerer makes it. */
export function indexOf({ glossary, documents }: Library): SearchIndex {
  const finder = new ConceptFinder(glossary.map(({ vi, en, also }) => ({ forms: [...vi, ...en, ...also] })));
  return new SearchIndex(buildCorpus(documents, finder), finder);
}

/** What a search matches, best first, as wordings. */
export function searchFor(index: SearchIndex, question: string): readonly string[] {
  const query = analyseQuestion(question, {
    language: 'vi',
    today: TODAY,
    isKnownWord: (folded) => index.knows(folded),
  });
  return index
    .search(query)
    .matches.filter(({ score }) => score > 0)
    .map(({ sentence }) => index.corpus.passages[sentence]?.sentence.text ?? '');
}

import type { KnowledgeDocument } from '../knowledge/document.ts';
import type { Corpus } from '../search/corpus.ts';
import { UNSEEN } from '../search/lexicon.ts';

/**
 * For each sentence the one that says the same in the other language, or {@link UNSEEN}: an event tells its story in
 * both, and an article may name its translation. Sentences pair up in order, so only documents of equal length do.
 */
export function pairTwins(corpus: Corpus): Int32Array {
  const twins = new Int32Array(corpus.passages.length).fill(UNSEEN);
  const firsts = new Map<
    string,
    { readonly document: KnowledgeDocument; readonly first: number; count: number }
  >();
  const keyOf = (document: KnowledgeDocument): string =>
    `${document.kind} ${document.id} ${document.language}`;
  corpus.passages.forEach(({ document }, sentence) => {
    const entry = firsts.get(keyOf(document));
    if (entry === undefined) firsts.set(keyOf(document), { document, first: sentence, count: 1 });
    else entry.count += 1;
  });
  for (const { document, first, count } of firsts.values()) {
    const other = document.language === 'vi' ? 'en' : 'vi';
    const id = document.kind === 'article' ? document.translationOf : document.id;
    const twin = id === undefined ? undefined : firsts.get(`${document.kind} ${id} ${other}`);
    if (twin === undefined || twin.count !== count) continue;
    for (let at = 0; at < count; at += 1) {
      twins[first + at] = twin.first + at;
      twins[twin.first + at] = first + at;
    }
  }
  return twins;
}

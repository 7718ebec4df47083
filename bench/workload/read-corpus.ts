import { join } from 'node:path';
import type { KnowledgeDocument } from '../../src/core/knowledge/document.ts';
import type { Library } from '../../src/core/knowledge/library.ts';
import { readLibrary } from '../../src/core/knowledge/read-library.ts';
import { readKnowledgeFolder } from '../../src/infra/files/knowledge-folder.ts';
import { loadPlainArticles } from '../../test/ranking/plain-articles.ts';
import { type Corpus, type CorpusChoice, corpusOf, countSentences, libraryWith } from './corpus.ts';
import { createRandom, type Random, shuffle } from './random.ts';
import { synthesiseDocuments } from './synthetic.ts';

const SEED = 1995;

/** @throws Error when the folder cannot be read or has problems. */
export function readCorpus(choice: CorpusChoice): Corpus {
  const library =
    choice.kind === 'knowledge'
      ? readKnowledge(choice.directory)
      : loadPlainArticles(join(choice.directory, 'articles.jsonl'));
  const unit = choice.kind === 'knowledge' ? 'sentence' : 'document';
  const { sentences } = choice;
  return corpusOf(sentences === undefined ? library : resize(library, sentences, createRandom(SEED)), unit);
}

function readKnowledge(directory: string): Library {
  const folder = readKnowledgeFolder(directory);
  if (folder.kind === 'problems') throw new Error(folder.problems[0]?.message);
  const reading = readLibrary(folder.files);
  if (reading.kind === 'library') return reading.library;
  const [first] = reading.problems;
  throw new Error(
    `${directory} has ${reading.problems.length} problems, the first in ${first?.file}: ${first?.message}`,
  );
}

/** Leaves documents out, or adds synthetic ones, until there are `sentences` or hardly more. */
function resize(library: Library, sentences: number, random: Random): Library {
  const missing = sentences - countSentences(library.documents);
  if (missing >= 0) {
    const filler = synthesiseDocuments(library.documents, missing, random);
    return libraryWith(library, [...library.documents, ...filler]);
  }
  const kept: KnowledgeDocument[] = [];
  let count = 0;
  for (const group of shuffle(groupTranslations(library.documents), random)) {
    if (count >= sentences) break;
    kept.push(...group);
    count += countSentences(group);
  }
  return libraryWith(library, kept);
}

/** Documents that say the same in two languages stay together. */
function groupTranslations(
  documents: readonly KnowledgeDocument[],
): readonly (readonly KnowledgeDocument[])[] {
  const groups = new Map<string, KnowledgeDocument[]>();
  for (const document of documents) {
    const ids = [document.id, document.translationOf ?? document.id].sort();
    const key = `${document.kind} ${ids[0]}`;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()];
}

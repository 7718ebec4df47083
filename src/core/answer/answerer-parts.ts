import type { Edtf } from '../dates/edtf.ts';
import type { GlossaryEntry } from '../knowledge/glossary.ts';
import type { Library } from '../knowledge/library.ts';
import { ConceptFinder } from '../search/concepts.ts';
import { buildCorpus } from '../search/corpus.ts';
import { type PackedCorpus, unpackCorpus } from '../search/packed-corpus.ts';
import { SearchIndex } from '../search/search-index.ts';
import { CloseReader, ORDINARY_IMPORTANCE } from './close-reading.ts';
import { Gazetteer } from './gazetteer.ts';
import { SentenceFactsReader } from './sentence-facts.ts';
import { Subjects } from './subjects.ts';
import { pairTwins } from './twins.ts';

/** What an answerer works with. */
export interface AnswererParts {
  readonly index: SearchIndex;
  readonly facts: SentenceFactsReader;
  readonly reader: CloseReader;
  readonly subjects: Subjects;
}

/** Finds the concepts of a glossary. */
export const conceptFinderOf = (glossary: readonly GlossaryEntry[]): ConceptFinder =>
  new ConceptFinder(glossary.map(({ vi, en, also }) => ({ forms: [...vi, ...en, ...also] })));

/** Makes the parts one by one; between two of them is the moment to rest. */
function* assembleParts(
  library: Library,
  today: Edtf,
  packed: PackedCorpus | undefined,
): Generator<void, AnswererParts> {
  const finder = conceptFinderOf(library.glossary);
  yield;
  const corpus = packed === undefined ? buildCorpus(library.documents, finder) : unpackCorpus(packed);
  yield;
  const gazetteer = new Gazetteer(library.events, library.glossary);
  yield;
  const twins = pairTwins(corpus);
  yield;
  const index = new SearchIndex(corpus, finder);
  const facts = new SentenceFactsReader(corpus, today, gazetteer);
  const reader = new CloseReader({
    corpus,
    facts,
    twins,
    importanceOf: (document) => library.event(document.id)?.importance ?? ORDINARY_IMPORTANCE,
  });
  return { index, facts, reader, subjects: new Subjects(library.glossary, index) };
}

/** All parts at once. */
export function allParts(library: Library, today: Edtf, packed: PackedCorpus | undefined): AnswererParts {
  const steps = assembleParts(library, today, packed);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, with rests in which others may work. */
export async function allPartsInSlices(
  library: Library,
  today: Edtf,
  packed: PackedCorpus,
  rest: () => Promise<void>,
): Promise<AnswererParts> {
  const steps = assembleParts(library, today, packed);
  for (let step = steps.next(); ; step = steps.next()) {
    await rest();
    if (step.done === true) return step.value;
  }
}

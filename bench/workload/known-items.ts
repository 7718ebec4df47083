import type { KnowledgeDocument, Sentence } from '../../src/core/knowledge/document.ts';
import type { Locale } from '../../src/core/locale.ts';
import { fold } from '../../src/core/text/fold.ts';
import { wordWeight } from '../../src/core/text/function-words.ts';
import { type Token, tokenise } from '../../src/core/text/tokenise.ts';
import type { BenchQuestion } from './bench-question.ts';
import type { Corpus } from './corpus.ts';
import { type Random, shuffle } from './random.ts';
import { isSynthetic } from './synthetic.ts';

/** Words a made-up question takes from its sentence: about as many telling words as a typed question has. */
const WORDS = 6;
const SHORTEST_SENTENCE = 12;

/**
 * Questions made of words of sentences in the corpus, in their order, as someone asks who half remembers the sentence:
 * `count` in each language, the Vietnamese ones also without diacritics. Right is every sentence that has all those
 * words, and its translation: the same event is told in several places.
 */
export function makeKnownItems(corpus: Corpus, count: number, random: Random): readonly BenchQuestion[] {
  const candidates = shuffle(
    [...corpus.recordOf].filter(([sentence, record]) => isFit(sentence, corpus.documentOf[record])),
    random,
  );
  const holders = findHolders(corpus);
  const statements = groupStatements(corpus);
  const questions: BenchQuestion[] = [];
  const made: Record<Locale, number> = { vi: 0, en: 0 };
  for (const [sentence, record] of candidates) {
    const document = corpus.documentOf[record];
    if (document === undefined || made[document.language] >= count) continue;
    const words = somewhatRemembered(sentence.text, random);
    if (words === undefined) continue;
    made[document.language] += 1;
    const text = words.map(({ start, end }) => sentence.text.slice(start, end)).join(' ');
    const right = new Set([record, ...holdersOfAll(words, holders)]);
    for (const holder of [...right]) for (const twin of statements.get(holder) ?? []) right.add(twin);
    if (document.language === 'en') questions.push({ group: 'known en', text, right });
    else
      questions.push({ group: 'known vi', text, right }, { group: 'known plain', text: fold(text), right });
  }
  return questions;
}

const isFit = ({ masked, doubtful }: Sentence, document: KnowledgeDocument | undefined): boolean =>
  !masked && !doubtful && document !== undefined && !isSynthetic(document);

function somewhatRemembered(sentence: string, random: Random): readonly Token[] | undefined {
  const tokens = tokenise(sentence);
  if (tokens.length < SHORTEST_SENTENCE) return undefined;
  const telling = tokens.filter(({ word }) => wordWeight(word, true) === 1);
  if (telling.length < WORDS) return undefined;
  const kept = new Set(shuffle(telling, random).slice(0, WORDS));
  return tokens.filter((token) => kept.has(token));
}

/** The records that hold a word, for every word; made-up records are right for nothing. */
function findHolders({ records, documentOf }: Corpus): ReadonlyMap<string, ReadonlySet<number>> {
  const holders = new Map<string, Set<number>>();
  for (const { id, text } of records) {
    const document = documentOf[id];
    if (document === undefined || isSynthetic(document)) continue;
    for (const { word } of tokenise(text)) {
      const holding = holders.get(word) ?? new Set();
      holders.set(word, holding.add(id));
    }
  }
  return holders;
}

function holdersOfAll(
  words: readonly Token[],
  holders: ReadonlyMap<string, ReadonlySet<number>>,
): readonly number[] {
  const [first, ...others] = words.map(({ word }) => holders.get(word) ?? new Set<number>());
  return [...(first ?? [])].filter((record) => others.every((holding) => holding.has(record)));
}

/**
 * For each record those that say the same: an event tells its story sentence by sentence in two languages, and an
 * article may be another's translation.
 */
function groupStatements({ recordOf, documentOf }: Corpus): ReadonlyMap<number, readonly number[]> {
  const byStatement = new Map<string, number[]>();
  const groups = new Map<number, readonly number[]>();
  for (const [{ position }, record] of recordOf) {
    const document = documentOf[record];
    if (document === undefined || isSynthetic(document)) continue;
    const [id] = [document.id, document.translationOf ?? document.id].sort();
    const key = `${document.kind} ${id} ${position}`;
    const group = byStatement.get(key) ?? [];
    group.push(record);
    byStatement.set(key, group);
    groups.set(record, group);
  }
  return groups;
}

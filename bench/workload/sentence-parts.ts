import type { KnowledgeDocument } from '../../src/core/knowledge/document.ts';
import type { Locale } from '../../src/core/locale.ts';
import { pick, type Random } from './random.ts';

/** Pieces of real sentences of one language, to put new ones together from. */
export interface SentenceParts {
  readonly openings: readonly string[];
  readonly continuations: readonly string[];
  readonly titles: readonly string[];
  /** Names that few sentences have, each once. The common ones stay where they are: they are the subject. */
  readonly names: ReadonlySet<string>;
  readonly nameList: readonly string[];
}

/** Two or more capitalised words: "Phan Văn Khải", "Hoa Kỳ". */
const NAME = /\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+/gu;
const NUMBER = /\d+/g;

/** A name of the field's every second sentence is no rare name. */
const RARE = 20;

/** Shares of the rare names that are exchanged, and of those that become names nobody has: texts gain names as they grow. */
const EXCHANGED = 0.5;
const INVENTED = 0.3;

/** Takes the documents of one language apart. */
export function takeApart(documents: readonly KnowledgeDocument[], language: Locale): SentenceParts {
  const own = documents.filter((document) => document.language === language);
  const openings: string[] = [];
  const continuations: string[] = [];
  const counts = new Map<string, number>();
  for (const { text } of own.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))) {
    const [opening, continuation] = inTwo(text);
    openings.push(opening);
    continuations.push(continuation);
    for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const nameList = [...counts].filter(([, count]) => count <= RARE).map(([name]) => name);
  return {
    openings,
    continuations,
    titles: own.map(({ title }) => title),
    names: new Set(nameList),
    nameList,
  };
}

/** A sentence that nobody wrote: half of one, half of another, with other figures, years and names. */
export function newSentence(parts: SentenceParts, random: Random): string {
  const spliced = `${pick(parts.openings, random)} ${pick(parts.continuations, random)}`;
  return disguise(spliced, parts, random);
}

/** A title that nobody wrote. */
export function newTitle(parts: SentenceParts, random: Random): string {
  const [opening] = inTwo(pick(parts.titles, random));
  const [, continuation] = inTwo(pick(parts.titles, random));
  return disguise(`${opening} ${continuation}`, parts, random);
}

/** At the comma nearest the middle, else at the space nearest the middle. */
function inTwo(text: string): readonly [string, string] {
  const middle = text.length / 2;
  let best = -1;
  for (const separator of [', ', ' ']) {
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at + separator.length - 1;
    }
    if (best >= 0) break;
  }
  return best < 0 ? [text, ''] : [text.slice(0, best), text.slice(best + 1)];
}

function disguise(text: string, { names, nameList }: SentenceParts, random: Random): string {
  return text
    .replace(NAME, (name) => (names.has(name) && random() < EXCHANGED ? otherName(nameList, random) : name))
    .replace(NUMBER, (digits) => otherNumber(digits, random))
    .trim();
}

function otherName(names: readonly string[], random: Random): string {
  const name = pick(names, random);
  if (random() >= INVENTED) return name;
  const [first] = name.split(' ');
  return `${first} ${pick(names, random).split(' ').slice(1).join(' ')}`;
}

function otherNumber(digits: string, random: Random): string {
  const value = Number(digits);
  if (digits.length === 4 && value >= 1700 && value <= 2030) return String(1780 + Math.floor(random() * 246));
  // Days and months stay days and months.
  if (value >= 1 && value <= 12) return String(1 + Math.floor(random() * 12)).padStart(digits.length, '0');
  if (value <= 31) return String(13 + Math.floor(random() * 16));
  return digits.replace(/\d/g, () => String(1 + Math.floor(random() * 9)));
}

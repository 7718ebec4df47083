import type { QueryWord } from '../search/query.ts';
import type { QueryPlan, Slot } from '../search/query-plan.ts';
import type { SlotQualities } from '../search/ranker.ts';

/** How much of a question a sentence accounts for; what the decision to answer rests on. */
export interface Evidence {
  /** Share of the question found in the sentence, its paragraph or its title: 0 to 1. */
  readonly covered: number;
  /** Share found in the sentence itself. */
  readonly own: number;
  /** How many of the question's names (people, places, treaties …) are found nowhere near: 0 to 2. */
  readonly missingNames: number;
  /** Whether the question names places narrower than a country and none of them is found anywhere near. */
  readonly elsewhere: boolean;
  /** How many of the question's names no text of the library has. */
  readonly unheardNames: number;
  /** How many of the particulars that the question asks about the sentence does not tell: 0 to 2. */
  readonly missingParticulars: number;
  /** How many of the people whom the question names are found nowhere near: 0 to 2. */
  readonly missingPeople: number;
  /** How many third countries the question names that are found nowhere near: 0 to 2. */
  readonly missingCountries: number;
  /** How much was found, in rarest words: that a rare name is there says more than that "quan hệ" is. */
  readonly amount: number;
  /** Rarity of the most telling thing found, as a share of the rarest possible: 0 to 1. */
  readonly strongest: number;
  /** See {@link SlotQualities}. */
  readonly pairs: number;
  readonly closeness: number;
  /** See {@link QueryPlan}. */
  readonly familiarity: number;
  /** Share of the telling words found, each counted alike. */
  readonly counted: number;
}

/** An ordinary word tells at most so much: how a person words a question is no part of its subject. */
const ORDINARY_CAP = 3.5;
/** An ordinary word that no text has is most often a colloquial one. */
const ORDINARY_UNSEEN = 2.2;
/** What an ordinary word counts that the glossary does not have, in a sentence of the other language. */
const FOREIGN = 0.3;
/** A name outside the glossary is often several words, each missed by itself. */
const MISSED_WORD_OF_NAME = 0.5;
const MOST_MISSING_NAMES = 2;
const MOST_MISSING_PARTICULARS = 2;
/** Found beside the sentence or in its title counts a little less than found in it. */
const NEAR = 0.85;
const TITLE = 0.75;
/** That people ask for it in such words, though no text has them, counts nearly as much. */
const ADDED = 0.75;
/** The title of an event is read with each of its sentences. */
const UNDER_TITLE = 0.9;

/** What the glossary's concepts are, by their numbers. */
export interface ConceptKinds {
  /** Whether it is a name. */
  isName(concept: number): boolean;
  isPerson(concept: number): boolean;
  /** Whether it is a country other than the two of the subject. */
  isThirdCountry(concept: number): boolean;
  /** Whether it is a country of the subject or its capital: that none is found says little, for a government is meant. */
  isGovernment(concept: number): boolean;
  /** Whether it is a place, and neither a country of the subject nor a capital, which may mean a government. */
  isPlace(concept: number): boolean;
}

/** What {@link weighEvidence} has to be told besides the words. */
export interface EvidenceOptions {
  readonly kinds: ConceptKinds;
  /** See {@link Question.particulars}. */
  readonly particulars: readonly (readonly number[])[];
  /** How many of the words the sentence has to have; what a topic stands for behind them counts as found. */
  readonly said: number;
  /** The sentence is in another language than the question: ordinary words can meet by the glossary only. */
  readonly isForeign: boolean;
  /** It is of an event or a figure, whose title says of what. */
  readonly isReadUnderTitle: boolean;
}

/** Sums up what `qualities` found of the question's slots in one sentence; `words` are those the plan was made of. */
export function weighEvidence(
  plan: QueryPlan,
  words: readonly QueryWord[],
  qualities: SlotQualities,
  { kinds, particulars, said, isForeign, isReadUnderTitle }: EvidenceOptions,
): Evidence {
  let total = 0;
  let covered = 0;
  let own = 0;
  let missingNames = 0;
  let unheardNames = 0;
  let missingPeople = 0;
  let missingCountries = 0;
  let places = 0;
  let placesFound = 0;
  let amount = 0;
  let strongest = 0;
  let telling = 0;
  let foundTelling = 0;
  const carriedFrom = sharesWhatWasSaid(plan, words, qualities, said) ? said : words.length;
  plan.slots.forEach((slot, index) => {
    const named = slot.concept === undefined ? isIdentity(slot, words) : kinds.isName(slot.concept);
    // What a wording means counts, not in which words or language it was put.
    const weight = slot.underConcept
      ? 0
      : tellingWeight(slot, named, words) * (isForeign && !named && slot.concept === undefined ? FOREIGN : 1);
    const foundIn = (place: readonly number[]): number =>
      Math.max(place[index] ?? 0, slot.concept === undefined ? 0 : literalQuality(plan, slot, words, place));
    const inTitle = foundIn(qualities.title);
    const inSentence =
      slot.from >= carriedFrom
        ? 1
        : Math.max(foundIn(qualities.own), isReadUnderTitle ? UNDER_TITLE * inTitle : 0);
    const anywhere = Math.max(
      inSentence,
      NEAR * foundIn(qualities.near),
      TITLE * inTitle,
      ADDED * (qualities.added[index] ?? 0),
    );
    total += weight;
    if (!slot.underConcept && roleOf(slot, words) === 1) {
      telling += 1;
      foundTelling += anywhere;
    }
    covered += weight * anywhere;
    own += weight * inSentence;
    amount += slot.weight * anywhere;
    strongest = Math.max(strongest, slot.weight * anywhere);
    const mayMeanGovernment = slot.concept !== undefined && kinds.isGovernment(slot.concept);
    if (named && !slot.underConcept && anywhere === 0 && slot.weight > 1 && !mayMeanGovernment)
      missingNames += slot.concept === undefined ? MISSED_WORD_OF_NAME : 1;
    if (slot.concept !== undefined && anywhere === 0) {
      if (kinds.isPerson(slot.concept)) missingPeople += 1;
      if (kinds.isThirdCountry(slot.concept)) missingCountries += 1;
    }
    if (slot.concept !== undefined && kinds.isPlace(slot.concept)) {
      places += 1;
      if (anywhere > 0) placesFound += 1;
    }
    if (named && slot.concept === undefined && !slot.underConcept && slot.term < 0 && anywhere === 0)
      unheardNames += 1;
  });
  return {
    covered: total === 0 ? 0 : covered / total,
    own: total === 0 ? 0 : own / total,
    missingNames: Math.min(MOST_MISSING_NAMES, missingNames),
    unheardNames,
    elsewhere: places > 0 && placesFound === 0,
    missingPeople: Math.min(MOST_MISSING_NAMES, missingPeople),
    missingCountries: Math.min(MOST_MISSING_NAMES, missingCountries),
    missingParticulars: Math.min(
      MOST_MISSING_PARTICULARS,
      particulars.filter((places) =>
        places.some((at) => words[at]?.weight !== 0 && ownQuality(plan, qualities, at) === 0),
      ).length,
    ),
    amount: amount / plan.greatestRarity,
    strongest: strongest / plan.greatestRarity,
    pairs: qualities.pairs,
    closeness: qualities.closeness,
    familiarity: plan.familiarity,
    counted: telling === 0 ? 1 : foundTelling / telling,
  };
}

/**
 * Whether a sentence has something of what was said now, or nothing telling was said: only then does its topic stand
 * for the words that were left unsaid. "Mỹ bỏ cấm vận khi nào?" goes on about no aircraft carrier.
 */
function sharesWhatWasSaid(
  { slots }: QueryPlan,
  words: readonly QueryWord[],
  { own, near, title }: SlotQualities,
  said: number,
): boolean {
  let isTelling = false;
  for (const [index, slot] of slots.entries()) {
    if (slot.from >= said || slot.underConcept || roleOf(slot, words) !== 1) continue;
    if ((own[index] ?? 0) + (near[index] ?? 0) + (title[index] ?? 0) > 0) return true;
    isTelling = true;
  }
  return !isTelling;
}

/** How well the word of the question at a place, or the wording it is part of, is found in the sentence itself. */
const ownQuality = ({ slots }: QueryPlan, { own }: SlotQualities, at: number): number =>
  slots.reduce(
    (best, slot, index) => (slot.from <= at && at < slot.to ? Math.max(best, own[index] ?? 0) : best),
    0,
  );

/** A shorter word is part of too many wordings that mean something else: "Pháp" of "giải pháp". In letters. */
const SHORTEST_LITERAL = 5;
/** That all words of a wording are there, though perhaps not together, counts less than the wording. */
const SCATTERED = 0.6;

/**
 * How well a concept was found by the very words that name it: a text may have them within a longer wording, as "program"
 * of "Fulbright Economics Teaching Program".
 */
function literalQuality(
  { slots }: QueryPlan,
  { from, to }: Slot,
  words: readonly QueryWord[],
  place: readonly number[],
): number {
  if (to - from === 1 && (words[from]?.word.length ?? 0) < SHORTEST_LITERAL) return 0;
  let least = 1;
  let met = 0;
  for (const [index, slot] of slots.entries()) {
    if (!slot.underConcept || slot.from < from || slot.to > to) continue;
    met += 1;
    least = Math.min(least, place[index] ?? 0);
  }
  if (met < to - from) return 0;
  return met === 1 ? least : least * SCATTERED;
}

/** Names and numbers that count or name: a sentence on another one is on something else. */
const isIdentity = (slot: Slot, words: readonly QueryWord[]): boolean => {
  const word = words[slot.from];
  return word?.capitalised === true || (word !== undefined && word.weight === 1 && /^\d/.test(word.word));
};

const roleOf = (slot: Slot, words: readonly QueryWord[]): number => words[slot.from]?.weight ?? 1;

function tellingWeight(slot: Slot, named: boolean, words: readonly QueryWord[]): number {
  if (named) return slot.weight;
  const role = roleOf(slot, words);
  const unseen = slot.concept === undefined && slot.term < 0;
  return Math.min(slot.weight, (unseen ? ORDINARY_UNSEEN : ORDINARY_CAP) * role);
}

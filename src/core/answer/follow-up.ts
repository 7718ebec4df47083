import type { QueryWord } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';
import { isOrdinalWord } from './ordinals.ts';
import type { Question } from './question.ts';
import type { Topic } from './topic.ts';

/**
 * How a question leans on what was said before.
 *
 * - `more`: asks for nothing but to go on.
 * - `variation`: the last question again, with another date or subject ("còn năm 2000?").
 * - `reference`: points back by a pronoun ("ông ấy", "it").
 * - `resumption`: short, and names nothing but what was just talked about.
 * - `fragment`: too short to stand alone, without pointing back ("ai ký?").
 * - `none`: stands alone.
 */
export type FollowUp = 'more' | 'variation' | 'reference' | 'resumption' | 'fragment' | 'none';

/** Folded, as whole questions. */
const MORE = [
  'noi them',
  'noi them di',
  'them nua',
  'noi tiep',
  'noi tiep di',
  'ke them',
  'ke tiep',
  'chi tiet hon',
  'noi ro hon',
  'tiep di',
  'tiep',
  'nua di',
  'them di',
  'con gi nua khong',
  'con gi nua',
  'more',
  'tell me more',
  'go on',
  'continue',
  'more please',
  'say more',
  'what else',
  'anything else',
  'more details',
  'elaborate',
];
/** Folded, in front of what takes the place of the date or subject before. */
const VARIATION_OPENINGS = [
  'con',
  'the con',
  'vay con',
  'con ve',
  'and',
  'and in',
  'what about',
  'how about',
  'and what about',
];
const REFERENCES_VI = [
  'ông ấy',
  'bà ấy',
  'ông ta',
  'bà ta',
  'cô ấy',
  'anh ấy',
  'họ',
  'nó',
  'đó',
  'đấy',
  'này',
  'ấy',
  'lúc đó',
  'khi đó',
  'hồi đó',
  'ở đó',
  'tại đó',
  'hai bên',
  'hai người',
];
const REFERENCES_EN = [
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'his',
  'their',
  'it',
  'its',
  'there',
  'this',
  'that',
  'these',
  'those',
  'then',
];
/** Folded, in front of a question that goes on from the answer before. */
const GOING_ON = ['the', 'vay', 'roi', 'roi thi', 'vay thi', 'the thi', 'so', 'and', 'then', 'and then'];
/** Longer questions say what they mean, pronoun or not. In words. */
const LONGEST_REFERENCE = { vi: 12, en: 16 } as const;
/** In words; a variation is no longer either. */
const LONGEST_FRAGMENT = 9;
/** A bare "ông"/"bà" at the end or before a verb refers back; before a name it is an address. */
const BARE_TITLE = /(?:^|\s)(?:ông|bà|cô|tướng)(?:$|\s+(?=\p{Ll}))/u;

/** Folded pronouns of one person. */
const PERSONAL = /(?<![a-z])(?:(?:ong|ba|co|anh|chi|nguoi) (?:ay|ta|do|nay)|he|she|him|her|his)(?![a-z])/;

/** Whether a question points back to a person. */
const meansPerson = ({ text, words }: Question): boolean =>
  PERSONAL.test(fold(words.map(({ word }) => word).join(' '))) ||
  BARE_TITLE.test(text.replace(/[?!.]+$/, ''));

/** Whether nothing is asked but to go on. */
export const asksToGoOn = ({ words }: Question): boolean =>
  MORE.includes(words.map(({ word }) => fold(word)).join(' '));

/** The question without weight: to go on after nothing finds nothing, whatever texts have its words. */
export const unsaid = (question: Question): Question => ({
  ...question,
  words: question.words.map((word) => ({ ...word, weight: 0 })),
});

/**
 * `isSpecific`: whether some word of the question is rare enough to name a subject of its own; `isNew`: whether such a
 * word is not in what was just quoted.
 */
export function classifyFollowUp(question: Question, isSpecific: boolean, isNew: boolean): FollowUp {
  const folded = question.words.map(({ word }) => fold(word));
  const line = folded.join(' ');
  if (asksToGoOn(question)) return 'more';
  if (
    folded.length <= LONGEST_FRAGMENT &&
    VARIATION_OPENINGS.some((opening) => line.startsWith(`${opening} `))
  ) {
    // "Còn BTA thì ký khi nào?" names its own subject and says what it wants of it.
    return isSpecific && saysWhatItWants(question) ? 'none' : 'variation';
  }
  const spoken = ` ${question.words.map(({ word }) => word).join(' ')} `;
  if (folded.length <= LONGEST_REFERENCE[question.language]) {
    const references =
      question.language === 'vi'
        ? question.marked
          ? REFERENCES_VI
          : REFERENCES_VI.map(fold)
        : REFERENCES_EN;
    if (references.some((reference) => spoken.includes(` ${reference} `))) return 'reference';
    if (question.language === 'vi' && BARE_TITLE.test(question.text.replace(/[?!.]+$/, '')))
      return 'reference';
  }
  if (folded.length > LONGEST_FRAGMENT || isNew) return 'none';
  if (isSpecific) return 'resumption';
  return GOING_ON.some((opening) => line.startsWith(`${opening} `)) ? 'reference' : 'fragment';
}

/** What the words of the question before count beside those of this one. */
const CARRIED_WEIGHT = 0.5;
/** Whom a pronoun means is not to be taken for somebody else. */
const CARRIED_NAME = 0.9;

const NO_NAMES: ReadonlySet<string> = new Set();

/** The question with what it leaves unsaid filled in from the topic. */
export function completeQuestion(
  question: Question,
  topic: Topic,
  followUp: FollowUp,
  namesIn: (question: Question) => ReadonlySet<string>,
): Question {
  const own = new Set(question.words.map(({ word }) => fold(word)));
  const before = topic.question;
  const replacesDate = question.dates.length > 0;
  // "Còn Obama?" puts another name in the place of the one before.
  const replacesName = followUp === 'variation' && namesIn(question).size > 0;
  // "Vòng ba thì bao giờ?" behind "vòng hai" asks for the third alone.
  const replacesOrdinal = question.ordinals.size > 0 && before.ordinals.size > 0;
  const namesBefore = replacesName ? namesIn(before) : NO_NAMES;
  const carried = before.words.filter(
    ({ word }) =>
      !own.has(fold(word)) &&
      !(replacesDate && isPartOfDate(word, before)) &&
      !(replacesOrdinal && isOrdinalWord(word)) &&
      !namesBefore.has(word),
  );
  const names = followUp === 'reference' ? namesIn(before) : NO_NAMES;
  const weight = (word: string): number =>
    followUp === 'variation' ? 1 : names.has(word) ? CARRIED_NAME : CARRIED_WEIGHT;
  const named = topic.person !== undefined && meansPerson(question) ? tokenise(topic.person) : [];
  const words: QueryWord[] = [
    ...question.words,
    ...named
      .filter(({ word }) => !own.has(fold(word)))
      .map(({ word }) => ({ word, weight: CARRIED_NAME, capitalised: true })),
    ...carried.map((word) => ({ ...word, weight: word.weight * weight(word.word) })),
  ];
  return {
    ...question,
    words,
    marked: question.marked || before.marked,
    wanted: followUp === 'variation' && !saysWhatItWants(question) ? before.wanted : question.wanted,
    confirmation: question.confirmation && followUp !== 'variation',
    dates: followUp === 'variation' && !replacesDate ? [] : question.dates,
  };
}

/** Whether it asks for something of a kind ("khi nào", "ai"), and not only about something. */
const saysWhatItWants = ({ wanted }: Question): boolean =>
  wanted.kind !== 'thing' && wanted.kind !== 'confirmation';

function isPartOfDate(word: string, question: Question): boolean {
  return question.dates.some((date) =>
    fold(question.read.slice(date.start, date.end))
      .split(/[^a-z0-9]+/)
      .includes(fold(word)),
  );
}

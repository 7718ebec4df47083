import { fold } from '../../src/core/text/fold.ts';
import { pick, type Random, shuffle } from './random.ts';

/** A question made to be slow or to break something. */
export interface HurtfulQuestion {
  /** What is hurtful about it. */
  readonly group: string;
  readonly text: string;
}

type Maker = (random: Random, sentences: readonly string[]) => string;

/** Far more than a chat message can hold. */
const ENORMOUS = 100_000;

/** Repeated, with and without an end that does not fit, these are hard on regular expressions that look back. */
const UNITS: readonly string[] = [
  'a',
  ' ',
  '\t\n',
  '1',
  '1.',
  '1,',
  '12/7/',
  '12-',
  '1995-',
  '199X/',
  'năm ',
  'ngày 12 tháng 7 ',
  'từ năm 1995 đến ',
  'July ',
  'một trăm ',
  'hai mươi ',
  '5 triệu ',
  'USD ',
  'uwow',
  'uwowngf ',
  'dd',
  'a6a6',
  'Vie65t ',
  'U.S.',
  'A.',
  'Tp.',
  '"',
  '(',
  '“',
  '…',
  '?!',
  'é',
  'e\u0302\u0301',
  '\u0323',
  '\ud83d',
  '\udc4d',
  '👩‍👩‍👧‍👦',
  'Nguyễn ',
  'ko bn hk z ',
  'nào ',
  'là gì ',
  'còn ',
  'nói thêm đi ',
  '#',
  '°',
];

const MAKERS: Readonly<Record<string, Maker>> = {
  'the same over and over': (random) => {
    const unit = pick(UNITS, random);
    return unit.repeat(Math.ceil(ENORMOUS / unit.length)) + pick(['', 'x', '!', ' \ud83d'], random);
  },
  'the same within the length that is read': (random) => {
    const unit = pick(UNITS, random);
    return unit.repeat(Math.ceil((20 + random() * 580) / unit.length)) + pick(['', 'x', '!', '…'], random);
  },
  'two things in turns': (random) => {
    const [one, two] = [pick(UNITS, random), pick(UNITS, random)];
    return (one + two).repeat(Math.ceil(600 / (one.length + two.length)));
  },
  bytes: (random) =>
    new TextDecoder().decode(Uint8Array.from({ length: length(random) }, () => Math.floor(random() * 256))),
  'UTF-16 units': (random) =>
    String.fromCharCode(...Array.from({ length: length(random) }, () => Math.floor(random() * 0x10000))),
  'words that nobody knows': (random) => Array.from({ length: 90 }, () => unknownWord(random)).join(' '),
  'known words, each with a slip': (random, sentences) =>
    wordsOf(sentences, random, 80)
      .map((word) => slip(word, random))
      .join(' '),
  'as many known words as fit': (random, sentences) => wordsOf(sentences, random, 110).join(' '),
  'known words without diacritics': (random, sentences) => fold(wordsOf(sentences, random, 110).join(' ')),
  'keystrokes left over': (random, sentences) =>
    wordsOf(sentences, random, 80)
      .map((word) => fold(word) + pick(['s', 'f', 'r', 'x', 'j', '1', '65', 'w', 'dd'], random))
      .join(' '),
  'sentences of the knowledge': (random, sentences) => pick(sentences, random),
  'sentences in decomposed capitals': (random, sentences) =>
    pick(sentences, random).toUpperCase().normalize('NFD'),
  'sentences cut anywhere': (random, sentences) => {
    const sentence = pick(sentences, random);
    const at = Math.floor(random() * sentence.length);
    return sentence.slice(at, at + Math.floor(random() * 200));
  },
  'numbers and dates': (random) =>
    Array.from({ length: 60 }, () =>
      [Math.floor(random() * 40), Math.floor(random() * 15), Math.floor(random() * 3000)].join(
        pick('/-. ,'.split(''), random),
      ),
    ).join(pick([' ', ', ', ' đến ', ' to ', '-', '/'], random)),
};

/** Hurtful questions, as many of each group; the same ones for the same randomness and sentences. */
export function makeHurtfulQuestions(
  perGroup: number,
  sentences: readonly string[],
  random: Random,
): readonly HurtfulQuestion[] {
  return Object.entries(MAKERS).flatMap(([group, make]) =>
    Array.from({ length: perGroup }, () => ({ group, text: make(random, sentences) })),
  );
}

const length = (random: Random): number => Math.floor(random() * 700);

function wordsOf(sentences: readonly string[], random: Random, count: number): readonly string[] {
  const words: string[] = [];
  while (words.length < count) words.push(...pick(sentences, random).split(/\s+/));
  return shuffle(words, random).slice(0, count);
}

/** Letters that can be read aloud, so that they pass for a misspelt name. */
function unknownWord(random: Random): string {
  const syllable = (): string => pick('bcdghklmnprstv'.split(''), random) + pick('aeiou'.split(''), random);
  return syllable() + syllable() + pick(['', 'n', 'x'], random) + (random() < 0.5 ? syllable() : '');
}

/** One letter left out, doubled or replaced. */
function slip(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const instead = pick(['', `${word[at] ?? ''}${word[at] ?? ''}`, 'e', 'q'], random);
  return word.slice(0, at) + instead + word.slice(at + 1);
}

import type { Locale } from '../locale.ts';
import { fold, hasDiacritics } from '../text/fold.ts';
import { quantityAskedFor } from './quantity.ts';
import type { Wanted, WantedKind } from './wanted-kind.ts';
import {
  CONFIRMATION_ENDINGS,
  CONFIRMATION_OPENINGS,
  NOUN_RULES,
  type Phrase,
  type PhraseRule,
  QUESTION_RULES,
  TRAILING,
} from './wanted-phrases.ts';

/** How many words before "nào", or after "which", may name what is asked for. */
const NOUNS_BEFORE = 6;
const NOUNS_AFTER = 3;
const COUNTED_WORDS = 3;

/**
 * What the lower-case words of a question ask for. `marked`: whether it was typed with diacritics, so that a word
 * without them means itself.
 */
export function readWanted(typed: readonly string[], language: Locale, marked: boolean): Wanted {
  const words = typed.map((word, at) => (isNameNam(typed, at) || isBeginning(typed, at) ? '' : word));
  const asking = findAsking(words, language, marked);
  if (asking !== undefined && !(language === 'en' && isInClause(words, asking))) {
    const { rule, phrase, at } = asking;
    const after = words.slice(at + phrase.length, at + phrase.length + COUNTED_WORDS).map(fold);
    const quantity = rule.kind === 'number' ? quantityAskedFor(words) : undefined;
    return {
      kind: rule.kind,
      ...(rule.precision === undefined ? {} : { precision: rule.precision }),
      ...(quantity === undefined ? {} : { quantity }),
      of: rule.kind === 'number' ? [...countedIn(phrase), ...after] : [],
    };
  }
  return readNoun(words, marked) ?? { kind: isConfirmation(typed) ? 'confirmation' : 'thing', of: [] };
}

interface Asking {
  readonly rule: PhraseRule;
  readonly phrase: Phrase;
  readonly at: number;
}

/** English asks in front, so the first phrase counts; Vietnamese asks anywhere, so the first rule does. */
function findAsking(words: readonly string[], language: Locale, marked: boolean): Asking | undefined {
  let earliest: Asking | undefined;
  for (const rule of QUESTION_RULES) {
    for (const phrase of rule.phrases) {
      const at = find(words, phrase, marked);
      if (at === undefined || (language === 'vi' && isSeveral(words, phrase, marked))) continue;
      if (language === 'vi') return { rule, phrase, at };
      if (earliest === undefined || at < earliest.at) earliest = { rule, phrase, at };
    }
  }
  return earliest;
}

/** "Mấy nước" are several where something else is asked: "lãnh đạo mấy nước gửi quân họp ở thành phố nào?" */
const isSeveral = (words: readonly string[], [first]: Phrase, marked: boolean): boolean =>
  first?.word === 'mấy' && words.some((word) => isSame(word, NAO, marked) || isSame(word, GI, marked));

/** Words that ask by themselves, and verbs that open what is to be confirmed. */
const ASKING_BEFORE: ReadonlySet<string> = new Set(['what', 'which', 'how']);
const OPENING_VERBS: ReadonlySet<string> = new Set(['did', 'was', 'were', 'has', 'had']);

/** English asks once: "What was the vote when …" and "Was it Nixon who …" have their other words in clauses. */
const isInClause = (words: readonly string[], { at, rule }: Asking): boolean =>
  rule.kind !== 'definition' &&
  words
    .slice(0, at)
    .some((word, place) => ASKING_BEFORE.has(word) || (place === 0 && OPENING_VERBS.has(word)));

/** Words behind which "dau" is "đâu". */
const WHITHER: ReadonlySet<string> = new Set(
  'o tai den toi ve tu di sang qua vao noi ra bay chay dong nam'.split(' '),
);

/** Without its marks "đầu" looks like "đâu": "dau tien", "dung dau", "dau nam 1968" ask for no place. */
function isBeginning(words: readonly string[], at: number): boolean {
  if (words[at] !== 'dau') return false;
  const before = fold(words[at - 1] ?? '');
  if (['dung', 'dan', 'cam', 'mo', 'ban', 'hang'].includes(before)) return true;
  const next = fold(words[at + 1] ?? '');
  if (words.slice(at + 1).every((word) => isTrailing(word))) return false;
  if (['tien', 'nam', 'thang', 'tu', 'hang'].includes(next) || ['lan', 'bat', 'moi'].includes(before))
    return true;
  return !WHITHER.has(before);
}

/** "nam" of Việt Nam or miền Nam is no "năm", and "mỗi năm" asks for none: "viet nam may bay", "moi nam may phan tram". */
function isNameNam(words: readonly string[], at: number): boolean {
  return (
    fold(words[at] ?? '') === 'nam' &&
    ['viet', 'mien', 'dong', 'moi', 'hang'].includes(fold(words[at - 1] ?? ''))
  );
}

/** "người" of "mấy người" is part of the phrase, and yet what is counted. */
function countedIn(phrase: Phrase): readonly string[] {
  const [first, second] = phrase;
  return first?.word === 'mấy' && second !== undefined ? [second.folded] : [];
}

/** "tổng thống nào", "which ship": the kind follows from the noun. */
function readNoun(words: readonly string[], marked: boolean): Wanted | undefined {
  const asking = words.findIndex((word) => isSame(word, NAO, marked) || isSame(word, GI, marked));
  if (asking > 0) return kindOfNoun(words.slice(Math.max(0, asking - NOUNS_BEFORE), asking), 'first', marked);
  const which = words.findIndex((word) => word === 'which' || word === 'what');
  return which < 0 ? undefined : kindOfNoun(words.slice(which + 1, which + 1 + NOUNS_AFTER), 'last', marked);
}

const NAO = { word: 'nào', folded: 'nao' };
const GI = { word: 'gì', folded: 'gi' };

/**
 * The noun next to the asking word tells: "tổng thống nước nào" asks for a country. `head`: where the noun stands among
 * the words that belong to it, first in Vietnamese ("bộ trưởng quốc phòng") and last in English ("prime minister").
 */
function kindOfNoun(nouns: readonly string[], head: 'first' | 'last', marked: boolean): Wanted {
  let best: FoundNoun | undefined;
  for (const { kind, phrases } of NOUN_RULES) {
    for (const phrase of phrases) {
      const at = find(nouns, phrase, marked);
      if (at === undefined || (!marked && mayBeAnother(phrase) && at < nouns.length - 1)) continue;
      const found = { kind, at, phrase };
      if (best === undefined || isPartOf(best, found) || (at > best.at && !isPartOf(found, best)))
        best = found;
    }
  }
  if (best === undefined) return { kind: 'thing', of: nouns.map(fold) };
  const named = head === 'first' ? nouns.slice(best.at) : nouns.slice(0, best.at + best.phrase.length);
  return { kind: best.kind, of: named.map(fold) };
}

const TRAILING_FOLDED: ReadonlySet<string> = new Set([...TRAILING].map(fold));
const isTrailing = (word: string): boolean => TRAILING.has(word) || TRAILING_FOLDED.has(word);

interface FoundNoun {
  readonly kind: WantedKind;
  readonly at: number;
  readonly phrase: Phrase;
}

/** Whether one noun is only a part of the other: "sân bay" of "tàu sân bay". */
const isPartOf = (one: FoundNoun, other: FoundNoun): boolean =>
  one.phrase.length < other.phrase.length &&
  other.at <= one.at &&
  one.at + one.phrase.length <= other.at + other.phrase.length;

/** Without its marks "nơi" is also "nội" and "bà" also three; right before "nào" they are what they seem. */
const mayBeAnother = ([first, ...others]: Phrase): boolean =>
  first !== undefined &&
  others.length === 0 &&
  first.word !== first.folded &&
  !UNMISTAKABLE.has(first.folded);
const UNMISTAKABLE: ReadonlySet<string> = new Set(['nguoi', 'ong', 'tuong', 'tinh', 'thuyen']);

/** Whether the question states something and asks only whether it is so. */
export const isConfirmation = (words: readonly string[]): boolean => findConfirmation(words) !== undefined;

/**
 * Where the words are by which a question asks whether what it states is so ("phải không", "có phải"): first (inclusive) and
 * last (exclusive), if it does.
 */
export function findConfirmation(
  words: readonly string[],
): { readonly from: number; readonly to: number } | undefined {
  let to = words.length;
  while (to > 0 && TRAILING.has(words[to - 1] ?? '')) to -= 1;
  const ending = CONFIRMATION_ENDINGS.find(
    (phrase) => to >= phrase.length && standsAt(words, phrase, to - phrase.length),
  );
  if (ending !== undefined) return { from: to - ending.length, to };
  const opening = CONFIRMATION_OPENINGS.find((phrase) => standsAt(words, phrase, 0));
  return opening === undefined ? undefined : { from: 0, to: opening.length };
}

/** Where a phrase first begins. */
function find(words: readonly string[], phrase: Phrase, marked: boolean): number | undefined {
  for (let at = 0; at + phrase.length <= words.length; at += 1) {
    if (standsAt(words, phrase, at, marked)) return at;
  }
  return undefined;
}

/** Among words with marks the first has to have its own; people leave out those of the next. */
const standsAt = (words: readonly string[], phrase: Phrase, at: number, marked = false): boolean =>
  phrase.every((part, offset) => isSame(words[at + offset] ?? '', part, marked && offset === 0));

/** A word typed with marks means itself; one without may stand for any marks where none were typed. */
const isSame = (typed: string, { word, folded }: Phrase[number], marked: boolean): boolean =>
  typed === word || (!marked && typed === folded && !hasDiacritics(typed));

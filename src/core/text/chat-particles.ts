import { fold } from './fold.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Words of politeness and tone that say nothing about the subject, wherever they stand. With marks where the unmarked
 * form is a word of content: "ạ" but not "a".
 */
export const CHAT_PARTICLES: ReadonlySet<string> = words(
  'ạ ạh nhỉ nhé nhen nghen hả ơi oi z zậy dzậy ad admin adm mn mng please pls plz thx thanks bot hihi haha hehe huhu ' +
    'lol alo ah uh uhm',
);

/** Particles at the very end, where "v" is "vậy" and "á" no continent. */
const AT_END: ReadonlySet<string> = words('vậy vay v á a à ư hen hè hử nha nhá dị dậy vại nhi nhe');

/** Particles at the very end, behind a word that asks or another particle only: "ngày nào thế bạn", not "như thế". */
const BEHIND_QUESTION: ReadonlySet<string> = words(
  'thế the đó đấy với luôn bạn bác ta b ha da dạ ui nè ne ơ ờ',
);
const ASKING: ReadonlySet<string> = words(
  'nao gi j dau ai may nhieu bn khong ko k chua gio sao ntn vay z v a the nhi nhe nha ta phai dung ha',
);

/** "nói thêm đi": "đi" is a particle behind these, folded. */
const BEFORE_DI: ReadonlySet<string> = words('noi them tiep ke');

/** Courtesies before a question, folded; the longer before the shorter that it begins with. */
const OPENINGS: readonly (readonly string[])[] = [
  'cho minh hoi chut',
  'cho minh hoi la',
  'cho minh hoi',
  'cho mik hoi',
  'cho mk hoi',
  'cho em hoi',
  'cho e hoi',
  'cho toi hoi',
  'cho tui hoi',
  'cho toi biet',
  'cho minh biet',
  'cho hoi la',
  'cho hoi',
  'xin cho hoi',
  'xin hoi',
  'xin cho biet',
  'hay cho biet',
  'lam on cho biet',
  'lam on cho hoi',
  'lam on',
  'vui long',
  'moi nguoi oi',
  'moi nguoi',
  'ca nha oi',
  'ban oi',
  'xin chao',
  'chao ban',
  'chao bot',
  'co ai biet',
  'ai biet',
  'can you tell me',
  'could you tell me',
  'could you please tell me',
  'can you please tell me',
  'do you know',
  'tell me',
  'i want to know',
  'i would like to know',
  'hello',
  'hi',
  'hey',
]
  .map((phrase) => phrase.split(' '))
  .sort((a, b) => b.length - a.length);

/** Courtesies behind a question, folded. */
const CLOSINGS: readonly (readonly string[])[] = [
  'moi nguoi oi',
  'moi nguoi',
  'moi ng',
  'ca nha',
  'cac ban',
  'cac bac',
  'may ban',
  'giup minh voi',
  'giup em voi',
  'giup voi',
  'cam on',
  'thank you',
].map((phrase) => phrase.split(' '));

/** Behind these "á" is Asia and "nha" part of a name (Tây Ban Nha, Bồ Đào Nha). */
const BEFORE_CONTENT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['a', words('chau dong nam bac tay trung')],
  ['nha', words('ban dao trao')],
]);

/** Whether a lower-case word can be a particle when nothing but particles follows it. */
export function isTrailingParticle(word: string): boolean {
  return CHAT_PARTICLES.has(word) || AT_END.has(word) || BEHIND_QUESTION.has(word);
}

/**
 * For each lower-case word of an utterance whether it carries no content: courtesies before and behind the question,
 * particles at its end ("… ngày nào thế ad?"), and {@link CHAT_PARTICLES} anywhere. Words in the middle that only
 * might be particles are kept; so is an utterance of nothing else.
 */
export function findParticles(utterance: readonly string[]): readonly boolean[] {
  const folded = utterance.map(fold);
  const empty = utterance.map((word) => CHAT_PARTICLES.has(word));
  const matches = (phrase: readonly string[], at: number): boolean =>
    at >= 0 && phrase.every((word, index) => folded[at + index] === word);

  let start = 0;
  for (let length = -1; length !== 0 && start < utterance.length; start += length) {
    length = empty[start] ? 1 : (OPENINGS.find((phrase) => matches(phrase, start))?.length ?? 0);
    empty.fill(true, start, start + length);
  }
  let end = utterance.length;
  for (let length = -1; length !== 0 && end > start; end -= length) {
    const closing = CLOSINGS.find((phrase) => matches(phrase, end - phrase.length));
    length = closing?.length ?? (endsWithParticle(utterance, folded, end) ? 1 : 0);
    empty.fill(true, end - length, end);
  }
  return empty.every(Boolean) ? utterance.map(() => false) : empty;
}

function endsWithParticle(utterance: readonly string[], folded: readonly string[], end: number): boolean {
  const word = utterance[end - 1] ?? '';
  const before = folded[end - 2] ?? '';
  if (BEFORE_CONTENT.get(folded[end - 1] ?? '')?.has(before)) return false;
  if (CHAT_PARTICLES.has(word) || AT_END.has(word)) return true;
  if (BEHIND_QUESTION.has(word)) return ASKING.has(before);
  return (word === 'đi' || word === 'di') && BEFORE_DI.has(before);
}

import { fold } from './fold.ts';

/** Words that ask; they never occur in an answer because they were asked. */
const INTERROGATIVE = [
  'ai gì nào khi bao nhiêu giờ đâu sao mấy chi',
  'who whom whose what which when where why how',
];

/** Words that hold a sentence together and say little about its subject. */
const FUNCTION = [
  'là của và có được cho với ở tại trong những các đã sẽ đang bị do từ đến tới một này đó kia ấy người vào ra khi',
  'trên về lên xuống lại cũng thì mà nếu vì nên như để bằng theo qua sau trước giữa việc sự cuộc cái chiếc con',
  'không chưa rồi thế vậy nhé nhỉ ạ à ư hả hay hoặc hỏi biết nói xem giúp ơi mình bạn tôi em anh ad luôn thật đúng',
  'phải cùng cả mỗi từng đều rất hơn nhất còn nữa vẫn chỉ ngày tháng năm hôm lúc hồi thời',
  'the a an of in on at to for from by with as and or is are was were be been being do does did has have had it its',
  'that this these those there their they he she his her him them i you we us our your my me not no so than then',
  'about into over after before between during under year month day date time happen happened occur occurred take took place held can',
  'could would should will shall may might please tell name kind much many any some ever',
];

/** Weight of a function word beside 1 for any other word and 0 for an interrogative. */
export const FUNCTION_WORD_WEIGHT = 0.3;

function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

const interrogative = wordSet(INTERROGATIVE);
const functional = wordSet(FUNCTION);
const interrogativeFolded = new Set([...interrogative].map(fold));
const functionalFolded = new Set([...functional].map(fold));

/** How much a lower-case word tells about what a text is about: 0, {@link FUNCTION_WORD_WEIGHT} or 1. */
export function wordWeight(word: string, marked: boolean): number {
  if ((marked ? interrogative : interrogativeFolded).has(word)) return 0;
  return (marked ? functional : functionalFolded).has(word) ? FUNCTION_WORD_WEIGHT : 1;
}

/** Folded phrases that only say that something was, or name the unit of what is asked for. */
const LIGHT_PHRASES: readonly (readonly string[])[] = [
  'dien ra',
  'xay ra',
  'duoc to chuc',
  'bao nhieu tien',
  'bao nhieu phan tram',
  'may phan tram',
  'how much money',
  'what percentage',
].map((phrase) => phrase.split(' '));

/** For each lower-case word whether it belongs to a phrase that tells no more than a function word. */
export function findLightWords(words: readonly string[]): readonly boolean[] {
  const folded = words.map(fold);
  const light = words.map(() => false);
  for (let at = 0; at < words.length; at += 1) {
    for (const phrase of LIGHT_PHRASES) {
      if (phrase.every((word, offset) => folded[at + offset] === word))
        light.fill(true, at, at + phrase.length);
    }
  }
  return light;
}

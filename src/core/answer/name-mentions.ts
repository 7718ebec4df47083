import type { Span } from './answer.ts';

const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}'’-]*\.?(?: (?:de|van|von|der|la|bin|al|Jr\.?|Sr\.?|\p{Lu}[\p{L}\p{M}'’-]*\.?))*/gu;

/**
 * Runs of capitalised words: names of people, places and institutions without telling which. A single capitalised
 * word that opens the sentence is no name, since every sentence opens with one.
 */
export function readNames(text: string): readonly Span[] {
  const names: Span[] = [];
  for (const match of text.matchAll(CAPITALISED)) {
    const opensSentence = text.slice(0, match.index).trim() === '';
    if (opensSentence && !match[0].includes(' ')) continue;
    names.push({ start: match.index, end: match.index + match[0].replace(/\.$/, '').length });
  }
  return names;
}

/** A name of capitalised words, but for some in names of universities ("Bách khoa Hà Nội"). */
const NAME =
  "(?!(?:Mỹ|Hoa Kỳ|Việt Nam|US|Vietnam|American|Vietnamese)(?![\\p{L}]))\\p{Lu}[\\p{L}\\p{M}'’-]*(?: (?:(?:khoa|gia|phạm|tế) )?\\p{Lu}[\\p{L}\\p{M}'’-]*)*";
/** Vietnamese nouns of places stand before the name, English ones end it. */
const VIETNAMESE_PLACE = new RegExp(
  `(?<![\\p{L}])(?:[Cc]ăn cứ (?:không quân |hải quân )?|[Đđ]ài tưởng niệm |[Kk]hách sạn |[Dd]inh |[Ss]ân bay (?:quốc tế )?|[Đđ]ại học |[Nn]hà hát (?:[Ll]ớn )?|[Bb]ảo tàng |[Nn]ghĩa trang |[Nn]hà thờ |[Qq]uảng trường |[Cc]ông viên |[Tt]rại |[Nn]hà tù |[Bb]ệnh viện |[Cc]ảng |[Vv]ịnh |[Đđ]ảo |[Tt]hung lũng |[Cc]ung )${NAME}`,
  'gu',
);
const ENGLISH_PLACE = new RegExp(
  `${NAME} (?:Air Force Base|Air Base|Naval Base|Memorial|Hotel|Hall|Palace|Airport|University|College|Opera House|Museum|Cemetery|Church|Square|Park|Prison|Hospital|Port|Harbor|Bay|Island|Valley|Institute|Academy|Theatre|Theater)(?![\\p{L}])`,
  'gu',
);

/** Names that show by a noun of theirs that they are places': "Travis Air Force Base", "nhà tù Hỏa Lò". */
export function readPlaceNames(text: string): readonly Span[] {
  return [VIETNAMESE_PLACE, ENGLISH_PLACE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ start: index, end: index + name.length })),
  );
}

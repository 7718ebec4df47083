/** What kind of character stands at a place, as far as the beginning of a sentence is concerned. */
export type LetterClass = 'lower' | 'upper' | 'caseless' | 'digit' | 'space' | 'mark';

const CLASSES: readonly LetterClass[] = ['mark', 'lower', 'upper', 'caseless', 'digit', 'space'];
const LOWER = /\p{Ll}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const SPACE = /\s/u;

const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  CLASSES.indexOf(classify(String.fromCharCode(unit))),
);

function classify(character: string): LetterClass {
  if (LOWER.test(character)) return 'lower';
  if (UPPER.test(character)) return 'upper';
  if (LETTER.test(character)) return 'caseless';
  if (DIGIT.test(character)) return 'digit';
  return SPACE.test(character) ? 'space' : 'mark';
}

/** The class of one UTF-16 unit of a text; halves of surrogate pairs, and so emoji, are marks. */
export function letterClassAt(text: string, at: number): LetterClass {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return CLASSES[ASCII[unit] ?? 0] ?? 'mark';
  return classify(text.charAt(at));
}

import type { Locale } from '../locale.ts';

/**
 * What a word does to the number being spelt: a unit counts ("ba", "three"), a ten or teen adds itself ("mười",
 * "twenty"), a multiplier multiplies what came before ("mươi", "trăm", "million").
 */
export interface NumberWord {
  readonly role: 'unit' | 'ten' | 'multiplier';
  readonly value: number;
}

type WordValues = Readonly<Record<string, number>>;

const UNITS: Readonly<Record<Locale, WordValues>> = {
  vi: {
    một: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    năm: 5,
    sáu: 6,
    bảy: 7,
    bẩy: 7,
    tám: 8,
    chín: 9,
  },
  en: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
};
const TENS: Readonly<Record<Locale, WordValues>> = {
  vi: { mười: 10 },
  en: {
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
};
const MULTIPLIERS: Readonly<Record<Locale, WordValues>> = {
  vi: { mươi: 10, chục: 10, trăm: 100, nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 },
  en: { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
};
/** Units that stand behind tens only: "hai mươi tư"; alone "tư" is "private". */
const UNITS_BEHIND_TENS: WordValues = { mốt: 1, tư: 4, lăm: 5 };
/** Words that hold a number without spelling it: they can stand for one in the other language, and ask for none. */
const HINTS: Readonly<Record<Locale, WordValues>> = {
  vi: {
    đôi: 2,
    nhất: 1,
    nhì: 2,
    rưỡi: 0.5,
    nửa: 0.5,
    quý: 4,
    'thập niên': 10,
    'thập kỷ': 10,
    'thế kỷ': 100,
    tá: 12,
  },
  en: {
    both: 2,
    pair: 2,
    couple: 2,
    twice: 2,
    double: 2,
    doubled: 2,
    doubling: 2,
    twofold: 2,
    twin: 2,
    half: 0.5,
    triple: 3,
    tripled: 3,
    tripling: 3,
    threefold: 3,
    trilateral: 3,
    fourfold: 4,
    quadrupled: 4,
    quadrupling: 4,
    quarter: 4,
    quarters: 4,
    quarterly: 4,
    fivefold: 5,
    tenfold: 10,
    decade: 10,
    decades: 10,
    dozen: 12,
    dozens: 12,
    fortnight: 14,
    century: 100,
    centuries: 100,
    centennial: 100,
    biennial: 2,
    bilateral: 2,
    quadripartite: 4,
    first: 1,
    second: 2,
    third: 3,
    thirds: 3,
    fourth: 4,
    fifth: 5,
    fifths: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
    thirteenth: 13,
    fourteenth: 14,
    fifteenth: 15,
    sixteenth: 16,
    seventeenth: 17,
    eighteenth: 18,
    nineteenth: 19,
    twentieth: 20,
    thirtieth: 30,
    fortieth: 40,
    fiftieth: 50,
  },
};

/** What a lower-case word means in a number that is spelt out; `undefined` for every other word. */
export function numberWord(word: string, language: Locale): NumberWord | undefined {
  const unit = own(UNITS[language], word);
  if (unit !== undefined) return { role: 'unit', value: unit };
  const ten = own(TENS[language], word);
  if (ten !== undefined) return { role: 'ten', value: ten };
  const multiplier = own(MULTIPLIERS[language], word);
  return multiplier === undefined ? undefined : { role: 'multiplier', value: multiplier };
}

/** The value of a word that is a unit only behind tens; Vietnamese has some. */
export const unitBehindTens = (word: string): number | undefined => own(UNITS_BEHIND_TENS, word);

/** The number that a lower-case word such as "both" or "decade" can stand for. */
export const hintedNumber = (word: string, language: Locale): number | undefined =>
  own(HINTS[language], word);

const own = (values: WordValues, word: string): number | undefined =>
  Object.hasOwn(values, word) ? values[word] : undefined;

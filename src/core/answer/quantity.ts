import type { FigureSeries } from '../knowledge/figures.ts';
import { fold } from '../text/fold.ts';

/**
 * Of what kind a number is: dollars, percent, a length, area, weight or volume, a place in an order ("thứ hai"), or how
 * many of something.
 */
export type Quantity = 'money' | 'share' | 'measure' | 'rank' | 'count';

const RANK = /^thu /;
const MONEY = /\$|(?<![a-z])(?:usd|do ?-?la|dollars)(?![a-z])/;
const SHARE = /%|(?<![a-z])(?:phan tram|percent|per cent)(?![a-z])/;
const MEASURE =
  /(?<![a-z])(?:km²?|km2|ha|hec-ta|hecta|tan|tons|tonnes|met|meters|lit|liters|gallons?|miles?|dam|hai ly|feet|foot|acres?|pounds?|kg)(?![a-z\d])/;
/** Billions are dollars, said or not, unless it is people. */
const BILLIONS = /(?<![a-z])(?:ty|ti|billion|trillion)(?![a-z])/;
const PEOPLE = new Set('nguoi dan people'.split(' '));

/** The kind of a number by its own words; `next` is the folded word behind it. */
export function quantityOf(number: string, next: string | undefined): Quantity {
  const folded = fold(number);
  if (RANK.test(folded)) return 'rank';
  if (MONEY.test(folded)) return 'money';
  if (SHARE.test(folded)) return 'share';
  if (MEASURE.test(folded)) return 'measure';
  return BILLIONS.test(folded) && !PEOPLE.has(next ?? '') ? 'money' : 'count';
}

/** Folded, around the asking words; what is asked "bao nhiêu" of stands in front in "dài bao nhiêu". */
const ASKED: readonly (readonly [RegExp, Quantity])[] = [
  [
    /(?:bao nhieu|may)(?: (?:tram|trieu|ty|ti))? (?:tien|do la|usd)(?![a-z])|how (?:much (?:money|aid)|many dollars)/,
    'money',
  ],
  [
    /(?<![a-z])(?:tri gia|ton|het|gia|von) (?:bao nhieu|may)(?! (?:nguoi|nam|thang|ngay|tuan|gio|lan|cuoc|vong|chiec))|how much (?:did|does|was|were|is|are) .*(?:cost|worth)/,
    'money',
  ],
  [/(?<![a-z])thu (?:may|bao nhieu)(?![a-z])/, 'rank'],
  [/(?:bao nhieu|may) (?:phan tram|%)|what (?:percentage|percent|share)|how many percent/, 'share'],
  [/(?:bao nhieu|may) (?:met|km|cay so|tan|lit|ha|hecta|hec ta|dam|hai ly|kg)(?![a-z])/, 'measure'],
  [/(?<![a-z])(?:dai|cao|rong|nang|sau) bao nhieu(?! (?:nam|ngay|thang|tuan|gio))/, 'measure'],
  [
    /how (?:tall|high|deep|wide|heavy|far)(?![a-z])|how many (?:meters|kilometers|miles|tons|feet|acres|gallons|pounds)/,
    'measure',
  ],
  [/(?:bao nhieu|may) (?:nguoi|sinh vien|du khach)(?![a-z])|how many (?:people|students|visitors)/, 'count'],
];

/** The kind of number that lower-case words ask for; `undefined` when they leave it open. */
export function quantityAskedFor(words: readonly string[]): Quantity | undefined {
  const line = words.map(fold).join(' ');
  return ASKED.find(([wording]) => wording.test(line))?.[1];
}

/** Kinds of numbers that their unit tells, so that they need not count the noun that is asked for. */
export const TOLD_BY_UNIT: ReadonlySet<Quantity> = new Set<Quantity>(['money', 'share', 'measure']);

/** The kind of number that yearly series hold, when all hold the same. */
export function quantityOfSeries(series: readonly FigureSeries[]): Quantity | undefined {
  const [first, ...others] = series.map(({ unit }) => unit);
  if (first === undefined || others.some((unit) => unit !== first)) return undefined;
  return first === 'billion-dollars' ? 'money' : 'count';
}

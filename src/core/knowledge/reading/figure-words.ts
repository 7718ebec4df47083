import { type Edtf, precisionOf } from '../../dates/edtf.ts';
import { writeDate } from '../../dates/write-dates.ts';
import type { Locale, Localized } from '../../locale.ts';
import type { FigureApproximation, FigurePeriod, FigureUnit } from '../figures.ts';

/** How the words of a figure's sentence and title are written, in each language. */

const HEDGES: Localized<Readonly<Record<FigureApproximation, string>>> = {
  vi: { about: 'khoảng', over: 'hơn', under: 'dưới', nearly: 'gần' },
  en: { about: 'about', over: 'more than', under: 'fewer than', nearly: 'nearly' },
};

const SEPARATORS: Localized<{ readonly thousands: string; readonly decimals: string }> = {
  vi: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
};

/** "khoảng 136,6 tỷ đô la Mỹ", "more than 25,584". Less than a billion dollars is written in millions. */
export function writeValue(
  value: number,
  unit: FigureUnit,
  approximation: FigureApproximation | undefined,
  language: Locale,
): string {
  const words = unit === 'count' ? writeNumber(value, language) : writeDollars(value, language);
  if (approximation === undefined) return words;
  // "Fewer" is for what can be counted.
  const hedge =
    language === 'en' && unit !== 'count' && approximation === 'under'
      ? 'less than'
      : HEDGES[language][approximation];
  return `${hedge} ${words}`;
}

function writeDollars(billions: number, language: Locale): string {
  const isSmall = billions < 1;
  // Rounded because 0.287 * 1000 is not 287 in binary.
  const amount = writeNumber(isSmall ? Math.round(billions * 1e6) / 1e3 : billions, language);
  if (language === 'vi') return `${amount} ${isSmall ? 'triệu' : 'tỷ'} đô la Mỹ`;
  return `${amount} ${isSmall ? 'million' : 'billion'} US dollars`;
}

function writeNumber(value: number, language: Locale): string {
  const { thousands, decimals } = SEPARATORS[language];
  const [whole = '', fraction] = String(value).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(thousands) + (fraction === undefined ? '' : decimals + fraction);
}

/** "2019", or "2008/09" for a school year; the turn of a century is written out. */
export function writePeriod(year: number, period: FigurePeriod): string {
  if (period === 'year') return String(year);
  const next = String(year + 1);
  return `${year}/${next.endsWith('00') ? next : next.slice(2)}`;
}

/** The title of a series with the year of one figure behind it. */
export function writeTitle(title: string, year: number, period: FigurePeriod, language: Locale): string {
  const words = writePeriod(year, period);
  if (language === 'vi') return `${title} ${period === 'year' ? 'năm' : 'năm học'} ${words}`;
  return period === 'year' ? `${title}, ${words}` : `${title}, ${words} academic year`;
}

/** "tháng 10 năm 2004", "October 2004". */
export const writeAsOf = (date: Edtf, language: Locale): string =>
  language === 'en' && precisionOf(date) === 'year' ? String(date) : writeDate(date, language, 'long');

const PLACEHOLDER = /\{(\w*)\}/g;

/** Names of the `{placeholders}` of a sentence. */
export const placeholdersOf = (sentence: string): readonly string[] =>
  Array.from(sentence.matchAll(PLACEHOLDER), ([, name]) => name ?? '');

/** The sentence with each `{placeholder}` replaced by the value of its name. */
export const fillSentence = (sentence: string, values: ReadonlyMap<string, string>): string =>
  sentence.replace(PLACEHOLDER, (written, name: string) => values.get(name) ?? written);

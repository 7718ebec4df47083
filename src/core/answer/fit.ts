import { type Edtf, edtfContains, edtfOverlaps, precisionOf } from '../dates/edtf.ts';
import type { DateMention } from '../dates/read-dates.ts';
import { fold } from '../text/fold.ts';
import { termOf, tokenise } from '../text/tokenise.ts';
import type { Span } from './answer.ts';
import { isDateOfAside } from './aside-dates.ts';
import type { NumberMention } from './number-mentions.ts';
import { TOLD_BY_UNIT } from './quantity.ts';
import type { Question } from './question.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import type { DatePrecision } from './wanted-kind.ts';

const REASON =
  /(?<![\p{L}])(?:vì|do|bởi|nhằm|nhờ|để|nên|khiến|lý do|nguyên nhân|because|due to|owing to|in order to|to protest|so that|reason|aimed at|aiming to|citing|since|as a result)(?![\p{L}])/iu;
const FREQUENCY =
  /(?<![\p{L}])(?:hằng năm|hàng năm|mỗi năm|thường niên|định kỳ|mỗi (?:tháng|quý|tuần)|một lần|annual(?:ly)?|yearly|every (?:year|month)|once a|twice a|biannual)(?![\p{L}])/iu;
const DEFINITION =
  /(?<![\p{L}])(?:là|tức|gọi là|viết tắt|nghĩa là|is|was|are|were|means|stands for|known as)(?![\p{L}])/iu;
const AGREEMENT =
  /(?:hiệp định|hiệp ước|thỏa thuận|nghị quyết|đạo luật|tuyên bố|bản ghi nhớ|luật|agreement|treaty|accords?|resolution|act|memorandum|declaration|law)/iu;

const AT_THE_TOP = /(?<![\p{L}])(?:đứng đầu|đầu tiên|số một|first|top)(?![\p{L}])/iu;

const NAME_OF_UNKNOWN_KIND = 0.7;
/** A month or a year tells when, but less well than a day. */
const NO_DAY = 0.85;
/** A number in the unit that is asked for, of whatever. */
const TOLD_BY_UNIT_FIT = 0.75;
/** The event is dated, though this sentence of it is not; and a year where the day is asked for. */
const DATED_BESIDE = 0.6;
const TOO_COARSE = 0.2;
const BESIDE_THE_EVENT = 0.8;
const NOT_THE_DAY = 0.65;

const PRECISION_RANK: Readonly<Record<string, number>> = { day: 3, month: 2, year: 1 };

/** Whether a date is the day of an event, or a period that begins or ends with it. */
const isOfEvent = (date: Edtf, event: Edtf): boolean =>
  edtfOverlaps(date, event) && precisionOf(date) !== 'year' && precisionOf(date) !== 'month';

/** Whether a date is at least as precise as what was asked for. */
export function isPreciseEnough(date: Edtf, wanted: DatePrecision): boolean {
  if (wanted === 'any') return true;
  const rank = precisionOf(date) === 'interval' ? 2 : (PRECISION_RANK[precisionOf(date)] ?? 0);
  return rank >= (PRECISION_RANK[wanted] ?? 0) || (wanted === 'day' && rank >= 2);
}

/** Whether a question asks no more than whether something was at a date. */
export const claimsDate = ({ wanted, dates }: Question): boolean =>
  wanted.kind === 'confirmation' && dates.some(({ edtf }) => edtf !== undefined);

/** Dates of a sentence without those of what it only mentions. */
export const ownDates = (question: Question, text: string, facts: SentenceFacts): readonly DateMention[] =>
  facts.dates.filter((date) => date.edtf !== undefined && !isDateOfAside(question, text, date));

/** Dates of a sentence that would tell a person something new: not just the ones named in the question. */
export function newDates(question: Question, text: string, facts: SentenceFacts): readonly DateMention[] {
  return ownDates(question, text, facts).filter(
    ({ edtf }) =>
      !question.dates.some(
        (asked) =>
          asked.edtf !== undefined &&
          edtf !== undefined &&
          (edtfContains(edtf, asked.edtf) ||
            // "Which year" is answered by no day of the year that the question names.
            (question.wanted.precision === 'year' && asked.edtf.slice(0, 4) === edtf.slice(0, 4))),
      ),
  );
}

/** Whether a number is of the kind that is asked for: people are no dollars, and the second is no two. */
export const isOfQuantity = ({ quantity }: NumberMention, { wanted }: Question): boolean =>
  wanted.quantity === undefined ? quantity !== 'rank' : quantity === wanted.quantity;

/**
 * Whether a sentence holds the kind of thing that is asked for, from 0 (no) to 1 (yes). `documentDate` is the date of
 * the event the sentence tells.
 */
export function kindFit(
  question: Question,
  text: string,
  facts: SentenceFacts,
  documentDate: Edtf | undefined,
): number {
  const { kind, precision, quantity, of } = question.wanted;
  switch (kind) {
    case 'date': {
      const dates = newDates(question, text, facts).map((date) => date.edtf);
      const fitting = dates.filter((date) => date !== undefined && isPreciseEnough(date, precision ?? 'any'));
      // A sentence of an event that does not have the event's date dates something beside it.
      const beside =
        documentDate !== undefined &&
        precisionOf(documentDate) === 'day' &&
        !fitting.some((date) => date !== undefined && isOfEvent(date, documentDate))
          ? BESIDE_THE_EVENT
          : 1;
      if (fitting.some((date) => date !== undefined && (PRECISION_RANK[precisionOf(date)] ?? 3) === 3))
        return beside;
      if (fitting.length > 0)
        return beside * (precision === 'day' ? NOT_THE_DAY : precision === 'any' ? NO_DAY : 1);
      if (documentDate !== undefined && isPreciseEnough(documentDate, precision ?? 'any'))
        return DATED_BESIDE;
      return dates.length > 0 ? TOO_COARSE : 0;
    }
    case 'number': {
      if (quantity === 'rank' && AT_THE_TOP.test(text)) return 1;
      const numbers = facts.numbers.filter((number) => isOfQuantity(number, question));
      if (numbers.length === 0) return 0;
      const counted = numbers.some((number) => number.following.some((word) => of.includes(word)));
      if (counted || quantity === 'rank') return 1;
      return quantity !== undefined && TOLD_BY_UNIT.has(quantity) ? TOLD_BY_UNIT_FIT : 0.5;
    }
    case 'person':
      return nameFit(question, text, facts, facts.people, facts.places) * officeFit(of, text);
    case 'place':
      return placeFit(question, text, facts);
    case 'reason':
      return REASON.test(text) ? 1 : 0;
    case 'frequency':
      return FREQUENCY.test(text) ? 1 : 0;
    case 'definition':
      return DEFINITION.test(text) ? 1 : 0;
    case 'agreement':
      return AGREEMENT.test(text) ? 1 : 0;
    case 'confirmation':
      // Whether a date is right is answered by the date.
      if (!claimsDate(question)) return 0.5;
      return ownDates(question, text, facts).length > 0 || documentDate !== undefined ? 1 : 0;
    case 'thing':
      return 0.5;
  }
}

/**
 * How the dates of a sentence go with those of the question: 1 when they agree, -1 when the sentence has dates and
 * none agrees, 0 when one of the two has none or the sentence leaves open which day of its year it was.
 */
export function dateFit(
  question: Question,
  text: string,
  facts: SentenceFacts,
  documentDates: readonly Edtf[],
): number {
  const asked = question.dates.flatMap(({ edtf }) => (edtf === undefined ? [] : [edtf]));
  if (asked.length === 0) return 0;
  const own = question.confirmation ? ownDates(question, text, facts) : facts.dates;
  const held = [...documentDates, ...own.flatMap(({ edtf }) => (edtf === undefined ? [] : [edtf]))];
  if (held.length === 0) return 0;
  if (!asked.every((date) => held.some((other) => edtfOverlaps(date, other)))) return -1;
  // "In 2026" leaves open whether it was so today.
  const isLeftOpen = (date: Edtf): boolean =>
    precisionOf(date) === 'day' &&
    held.every((other) => precisionOf(other) === 'year' || !edtfOverlaps(date, other));
  return asked.some(isLeftOpen) ? 0 : 1;
}

/** Terms of nouns that many names begin or end with: "thành phố nào?" has no word of "Thành phố Hồ Chí Minh". */
const GENERIC: ReadonlySet<string> = new Set(
  'thanh pho tinh quan huyen san bay cang dao vinh song nui truong dai hoc vien benh nha hat lon bo city provinc airport port univers school hospit hall hotel khach'.split(
    ' ',
  ),
);

/** A name of the wanted kind that the question does not have itself; one of unknown kind counts less. */
function nameFit(
  question: Question,
  text: string,
  { names }: SentenceFacts,
  wanted: readonly Span[],
  others: readonly Span[],
): number {
  const isNew = (span: Span): boolean => {
    const name = text.slice(span.start, span.end);
    if (question.named.has(fold(name))) return false;
    const telling = tokenise(name)
      .map(({ word }) => termOf(word))
      .filter((term) => !GENERIC.has(term));
    return telling.every((term) => !question.terms.has(term));
  };
  if (wanted.some(isNew)) return 1;
  const isOther = (span: Span): boolean =>
    others.some((other) => other.start < span.end && span.start < other.end);
  return names.some((name) => isNew(name) && !isOther(name)) ? NAME_OF_UNKNOWN_KIND : 0;
}

/** Folded offices and trades that a sentence says of somebody: "vị bộ trưởng nào" is not answered by a reporter. */
const OFFICES =
  /(?<![a-z])(?:bo truong|ngoai truong|dai su|tong thong|thu tuong|nhac truong|thuong nghi si|phi cong|nha bao|phong vien|secretary|ambassador|president|senator|conductor|pilot|reporter|journalist)(?![a-z])/;
const WITHOUT_OFFICE = 0.8;

/** 1, or less where an office is asked for that the sentence does not name. */
function officeFit(of: readonly string[], text: string): number {
  const office = OFFICES.exec(of.join(' '))?.[0];
  return office === undefined || fold(text).includes(office) ? 1 : WITHOUT_OFFICE;
}

/** The two countries themselves tell where something was only to those who ask for a country. */
const EITHER_COUNTRY = /^(?:viet ?nam|hoa ky|my|the united states|united states|america|us|u\.s\.)$/;
const COUNTRY_WORDS: ReadonlySet<string> = new Set('nuoc quoc country'.split(' '));

/** Whether a place is one of the two countries as a whole. */
export const isEitherCountry = (text: string, { start, end }: Span): boolean =>
  EITHER_COUNTRY.test(fold(text.slice(start, end)));

/** Words that put something at the place behind them. */
const AT = /(?:^|\s)(?:tại|ở|in|at)\s+(?:[\p{Ll}]+\s+){0,3}$/u;
/** A place that is only mentioned, and one of a list: most often countries that took part. */
const MENTIONED_PLACE = 0.75;
const LISTED_PLACE = 0.1;
const LISTED = 4;

/** Whether a sentence lists places: "Hoa Kỳ, Nhật Bản, Úc và Canada". */
const listsPlaces = (places: readonly Span[], text: string): boolean =>
  places.filter(({ start }, at) => {
    const before = places[at - 1];
    return before !== undefined && /^,? (?:(?:và|and) )?$/.test(text.slice(before.end, start));
  }).length >=
  LISTED - 1;

function placeFit(question: Question, text: string, facts: SentenceFacts): number {
  const fit = nameFit(question, text, facts, facts.places, facts.people);
  const asksCountry = question.wanted.of.some((word) => COUNTRY_WORDS.has(word));
  if (!asksCountry && facts.places.length > 0 && facts.places.every((place) => isEitherCountry(text, place)))
    return 0;
  if (facts.places.some((place) => AT.test(text.slice(0, place.start)))) return fit;
  return fit * (!asksCountry && listsPlaces(facts.places, text) ? LISTED_PLACE : MENTIONED_PLACE);
}

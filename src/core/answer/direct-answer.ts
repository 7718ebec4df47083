import { type Edtf, edtfOverlaps } from '../dates/edtf.ts';
import type { DateMention } from '../dates/read-dates.ts';
import type { Sentence } from '../knowledge/document.ts';
import { fold } from '../text/fold.ts';
import { type Token, termOf, tokenise } from '../text/tokenise.ts';
import type { DirectAnswer, Span } from './answer.ts';
import { addsTo, answerAt, onlyOrNearest } from './choose-span.ts';
import { directPlace } from './direct-place.ts';
import { dateFit, isOfQuantity, isPreciseEnough, newDates } from './fit.ts';
import type { NumberMention } from './number-mentions.ts';
import type { Question } from './question.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** What {@link readDirectAnswer} looks at. */
export interface DirectAnswerInput {
  readonly question: Question;
  readonly sentence: Sentence;
  readonly facts: SentenceFacts;
  /** Parts of the sentence that match the question. */
  readonly highlights: readonly Span[];
  /** When the event told by the sentence happened. */
  readonly documentDate?: Edtf;
}

/**
 * The part of the sentence that is exactly what was asked for, or nothing when the sentence holds several things of
 * that kind and does not show which: a wrong short answer is worse than none, since the whole sentence stands below.
 */
export function readDirectAnswer(input: DirectAnswerInput): DirectAnswer | undefined {
  const { sentence, question, facts, documentDate } = input;
  if (sentence.doubtful || sentence.masked) return undefined;
  // Another date than the one asked about: the whole sentence says so, a few words would hide it.
  if (dateFit(question, sentence.text, facts, documentDate === undefined ? [] : [documentDate]) < 0)
    return undefined;
  switch (question.wanted.kind) {
    case 'date':
      return directDate(input);
    case 'number':
      return directNumber(input);
    case 'person':
      return directPerson(input);
    case 'place':
      return directPlace(input);
    default:
      return undefined;
  }
}

function directDate(input: DirectAnswerInput): DirectAnswer | undefined {
  const chosen = chooseDate(input);
  const { sentence } = input;
  return chosen === undefined ? undefined : answerAt(sentence, dateSpan(chosen, sentence.text), 'date');
}

/** The date that {@link readDirectAnswer} gives as the answer to when something was. */
export function answeringDate(input: DirectAnswerInput): Edtf | undefined {
  return readDirectAnswer(input)?.kind === 'date' ? chooseDate(input)?.edtf : undefined;
}

function chooseDate({
  question,
  sentence,
  facts,
  highlights,
  documentDate,
}: DirectAnswerInput): DateMention | undefined {
  const fitting = newDates(question, sentence.text, facts).filter(
    (date) => date.edtf !== undefined && isPreciseEnough(date.edtf, question.wanted.precision ?? 'any'),
  );
  const ends = UNTIL_WHEN.test(question.text)
    ? fitting.filter((date) => UNTIL.test(sentence.text.slice(0, dateSpan(date, sentence.text).start)))
    : [];
  if (ends.length > 0) return onlyOrNearest(ends, highlights);
  const ofEvent = fitting.filter(
    (date) => documentDate !== undefined && date.edtf !== undefined && edtfOverlaps(date.edtf, documentDate),
  );
  const candidates = ofEvent.length > 0 ? ofEvent : fitting;
  const chosen = onlyOrNearest(candidates, highlights);
  return chosen === undefined || candidates.some((other) => isListedWith(chosen, other, sentence.text))
    ? undefined
    : chosen;
}

/** Asks when something ended, which is told behind "đến" or "until". */
const UNTIL_WHEN =
  /(?<![\p{L}])(?:(?:đến|tới|den|toi) (?:tận )?(?:năm|nam|tháng|thang|ngày|ngay|khi|bao|lúc|luc) |until|till)/iu;
const UNTIL = /(?<![\p{L}])(?:đến|tới|until|till|to)\s+$/iu;

/** Whether one stands right beside the other, as "1998" and "2001" of "năm 1998 và năm 2001": either is half the answer. */
function isListedWith(one: Span, other: Span, text: string): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return (
    first !== second && /^(?:,? (?:và|hoặc|hay|cùng|and|or) |, )$/u.test(text.slice(first.end, second.start))
  );
}

/** "ngày 12 tháng 7" is the answer, "Vào" is not; a mention may carry a leading preposition. */
function dateSpan(date: DateMention, text: string): Span {
  const lead = /^(?:vào|từ|đến|trong|khoảng|on|in|since|until|from)\s+/iu.exec(
    text.slice(date.start, date.end),
  );
  return { start: date.start + (lead?.[0].length ?? 0), end: date.end };
}

function directNumber({
  question,
  sentence,
  facts,
  highlights,
}: DirectAnswerInput): DirectAnswer | undefined {
  const { of } = question.wanted;
  const asked = question.terms;
  const fresh = facts.numbers.filter((number) => {
    if (!isOfQuantity(number, question) || OUT_OF.test(sentence.text.slice(0, number.start))) return false;
    const words = tokenise(sentence.text.slice(number.start, number.end));
    const repeats = ({ word }: Token): boolean => asked.has(termOf(word));
    // "hai" of "kim ngạch hai chiều" was asked with the rest, and so was "29" of "29 tỷ".
    return !words.every(repeats) && !words.some((token) => /^\d/.test(token.word) && repeats(token));
  });
  const counted = fresh.filter((number) => countsWhatIsAsked(number, of));
  const chosen =
    counted.length > 0 ? onlyOrNearest(counted, highlights) : fresh.length === 1 ? fresh[0] : undefined;
  if (chosen === undefined) return undefined;
  // A spelt-out number is an answer only when it counts the very thing that is asked for ("một" is also an article).
  const isSpelt = !/\d/.test(sentence.text.slice(chosen.start, chosen.end));
  if (counted.length === 0 && isSpelt && chosen.quantity !== 'rank') return undefined;
  return answerAt(sentence, chosen, 'number');
}

/** Before the number of which only some are meant: "năm chiếc đầu tiên trong số 12 chiếc". */
const OUT_OF = /(?<![\p{L}])(?:trong (?:tổng )?số|out of|of the|of its|of their)\s+$/iu;

/** How many words behind a number, its unit among them, may be what it counts. */
const NEAREST_FOLLOWING = 3;

function countsWhatIsAsked({ following }: NumberMention, of: readonly string[]): boolean {
  const asked = of.find((word) => word.length > 1);
  if (asked === undefined) return false;
  return following.slice(0, NEAREST_FOLLOWING).some((word) => termOf(word) === termOf(asked));
}

function directPerson({ question, sentence, facts }: DirectAnswerInput): DirectAnswer | undefined {
  if (asksAboutName(question, sentence.text, facts)) return undefined;
  const fresh = facts.people.filter((span) => addsTo(question, span, sentence.text));
  const role = question.wanted.of.join(' ');
  const inRole =
    role === ''
      ? []
      : fresh.filter((span) => fold(sentence.text.slice(0, span.start)).trimEnd().endsWith(role));
  const chosen = inRole.length === 1 ? inRole[0] : fresh.length === 1 ? fresh[0] : undefined;
  return chosen === undefined ? undefined : answerAt(sentence, chosen, 'person');
}

/** "Nick Ut là ai?" names the person itself; another one of the sentence is no answer. */
function asksAboutName(question: Question, text: string, { names }: SentenceFacts): boolean {
  const telling = question.words.filter(({ weight }) => weight === 1).map(({ word }) => termOf(word));
  return names.some((name) => {
    const terms = tokenise(text.slice(name.start, name.end)).map(({ word }) => termOf(word));
    return telling.every((term) => terms.includes(term));
  });
}

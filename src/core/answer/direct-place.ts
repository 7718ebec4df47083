import type { Sentence } from '../knowledge/document.ts';
import { fold } from '../text/fold.ts';
import type { DirectAnswer, Span } from './answer.ts';
import { addsTo, answerAt, onlyOne, onlyOrNearest } from './choose-span.ts';
import type { DirectAnswerInput } from './direct-answer.ts';
import { isEitherCountry } from './fit.ts';
import type { Question } from './question.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** Words that put something at a place, and words that bring it there. */
const AT = /(?:^|\s)(?:tại|ở|in|at)\s+(?:[\p{Ll}]+\s+){0,2}$/u;
const TOWARDS =
  /(?:^|\s)(?:tại|ở|đến|tới|sang|về|từ|cập|ghé|thăm|in|at|to|near|off|from|reached|visited)\s+(?:[\p{Ll}]+\s+){0,3}$/u;
/** What stands between a place and the wider one that it lies in. */
const LIES_IN = /^,? (?:(?:ở|tại|thuộc|in|of|near) )?(?:(?:bang|tỉnh|tiểu bang|thành phố|the|state) )?$/u;
/** Asks, in folded words, for the wider place. */
const ASKS_WIDELY =
  /(?<![a-z])(?:(?:thanh pho|tinh|nuoc|quoc gia|bang|thu do)(?: [a-z]+)? nao|(?:which|what) (?:city|country|state|province|capital))(?![a-z])/;

/** The place that a sentence answers where something was by, if it shows which. */
export function directPlace({
  question,
  sentence,
  facts,
  highlights,
}: DirectAnswerInput): DirectAnswer | undefined {
  const { text } = sentence;
  const named = NARROW_NOUN.exec(question.wanted.of.join(' '))?.[0];
  if (named !== undefined) return placeNamed(named, sentence, facts.places);
  if (FROM_WHERE.test(question.text)) {
    const from = onlyOne(startingPoints(sentence, facts));
    if (from !== undefined) return answerAt(sentence, from, 'place');
  }
  const asksWidely = ASKS_WIDELY.test(fold(question.text));
  // "Hiệp định Paris được ký ở đâu?" has the name of the place, and yet "tại Paris" is the answer.
  const fresh = ofAskedWidth(withUnknownPlaces(sentence, facts), text, asksWidely).filter(
    (span) =>
      !isStart(span, text) &&
      (addsTo(question, span, text) ||
        (AT.test(text.slice(0, span.start)) && !isGivenPlace(question, span, text))),
  );
  const isNarrow = (span: Span): boolean => !isEitherCountry(text, span);
  const placed = fresh.filter((span) => TOWARDS.test(text.slice(0, span.start)));
  const narrow = placed.filter(isNarrow);
  const chosen =
    narrow.length > 0
      ? onlyOrNearest(narrow, highlights)
      : onlyOne(asksWidely && placed.length > 0 ? placed : fresh.filter(isNarrow));
  return chosen === undefined ? undefined : answerAt(sentence, chosen, 'place');
}

/** The places of a sentence, with names nobody lists that stand before the place they lie in: "in Melbourne, Australia". */
function withUnknownPlaces({ text }: Sentence, { places, names }: SentenceFacts): readonly Span[] {
  const unknown = names.filter(
    (name) =>
      AT.test(text.slice(0, name.start)) &&
      places.some(({ start }) => start > name.end && text.slice(name.end, start) === ', ') &&
      !places.some(({ start, end }) => start < name.end && name.start < end),
  );
  return [...unknown, ...places];
}

/**
 * Of a place and the wider one around it ("Travis Air Force Base in California", "đèo Mụ Giạ (Quảng Bình)") only the one
 * that is asked for. Others are all kept.
 */
const ofAskedWidth = (places: readonly Span[], text: string, asksWidely: boolean): readonly Span[] =>
  places.filter((place) => {
    const liesIn = (narrow: Span, wide: Span): boolean =>
      narrow.end < wide.start && LIES_IN.test(text.slice(narrow.end, wide.start));
    if (!asksWidely && text[place.start - 1] === '(') return false;
    return !places.some((other) => (asksWidely ? liesIn(place, other) : liesIn(other, place)));
  });

/** Whether the question itself says that it is somewhere in that place: "sang đâu bên Thái Lan?". */
function isGivenPlace({ text: asked }: Question, { start, end }: Span, text: string): boolean {
  const name = fold(text.slice(start, end));
  return new RegExp(
    `(?<![a-z])(?:ben|o|tai|trong|thuoc|cua|in|of) ${name.replaceAll(/[^a-z0-9 ]/g, '.')}(?![a-z])`,
  ).test(fold(asked));
}

/** Asks where something came from, which is told by "từ" or "from" in front of a name, known as a place's or not. */
const FROM_WHERE = /(?<![\p{L}])(?:từ đâu|tu dau|from where|from which|where .* from)(?![\p{L}])/iu;

const startingPoints = ({ text }: Sentence, { names }: SentenceFacts): readonly Span[] =>
  names.filter((name) => isStart(name, text));

/** Whether something came from there, which is not where it was. */
const isStart = ({ start }: Span, text: string): boolean =>
  /(?<![\p{L}])(?:từ|from) $/iu.test(text.slice(0, start));

/** Folded nouns of places that have their noun beside their name: "khách sạn Mayflower", "Cam Ranh port". */
const NARROW_NOUN =
  /(?<![a-z])(?:khach san|san bay|cang|can cu|vinh|dao|toa nha|truong|dai hoc|hoc vien|hotel|airport|port|base|island|university|school|college)(?![a-z])/;

/** The only place that has the noun right before or behind its name. */
function placeNamed(noun: string, sentence: Sentence, places: readonly Span[]): DirectAnswer | undefined {
  const { text } = sentence;
  const chosen = onlyOne(
    places.filter(
      (span) =>
        fold(text.slice(0, span.start)).trimEnd().endsWith(noun) ||
        fold(text.slice(span.start, span.end)).includes(noun) ||
        fold(text.slice(span.end)).trimStart().startsWith(noun),
    ),
  );
  return chosen === undefined ? undefined : answerAt(sentence, chosen, 'place');
}

import { type Edtf, edtfOverlaps } from '../dates/edtf.ts';
import { type DateMention, readDates } from '../dates/read-dates.ts';
import type { Locale } from '../locale.ts';
import { readNumberValues } from '../numbers/number-values.ts';
import { detectLanguage } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';
import type { QuotedPassage } from './answer.ts';
import type { Answerer } from './answerer.ts';

/**
 * What the library has to say to a sentence somebody wrote.
 *
 * - `supports`: every date and number of the sentence stands in the passage.
 * - `conflicts`: the passage is on the same matter and states another date or number.
 * - `related`: the passage is on the matter, and there is nothing in it that could be compared.
 */
export const VERDICTS = ['supports', 'conflicts', 'related'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A sentence somebody wrote, and what there is to hold against it; never a verdict without a passage. */
export interface CheckedClaim {
  readonly claim: string;
  readonly language: Locale;
  readonly finding?: { readonly verdict: Verdict; readonly passage: QuotedPassage };
}

/** Who asks for the check, as for a question. */
export interface CheckOptions {
  readonly language: Locale;
  /** The asker's day. */
  readonly today: Edtf;
}

/** Of a long text only the beginning is checked. */
const MOST_CLAIMS = 4;
/** Shorter sentences claim nothing that could be looked up. */
const FEWEST_WORDS = 4;
/** Passages compared with one claim. */
const PASSAGES = 6;
const LONGEST_TEXT = 4000;

/**
 * Checks the statements of a text against the library, sentence by sentence. Nothing is judged by what sounds alike:
 * only dates and numbers are compared, and the passage is always there to be read.
 */
export function checkClaims(
  text: string,
  answerer: Answerer,
  options: CheckOptions,
): readonly CheckedClaim[] {
  const read = text.slice(0, LONGEST_TEXT);
  const detected = detectLanguage(read);
  const language = detected.confident ? detected.language : options.language;
  return splitSentences(read, language)
    .map(({ start, end }) => read.slice(start, end))
    .filter((sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS && !sentence.endsWith('?'))
    .slice(0, MOST_CLAIMS)
    .map((claim) => checkClaim(claim, answerer, { ...options, language }));
}

function checkClaim(claim: string, answerer: Answerer, options: CheckOptions): CheckedClaim {
  const { language, today } = options;
  const ask = (text: string): readonly QuotedPassage[] => {
    const { answered, passages } = answerer.ask(text, { language, today, limit: PASSAGES });
    return answered ? passages : [];
  };
  // A wrong date would lead to what happened then instead of to the sentence that has the right one.
  const onMatter = ask(withoutDates(claim, options));
  const passages = onMatter.length > 0 ? onMatter : ask(claim);
  const findings = passages.map((passage) => ({ passage, verdict: compare(claim, passage, options) }));
  // Another date in a passage that is less to the point proves nothing.
  const finding = findings.find(({ verdict }) => verdict === 'supports') ?? findings[0];
  return { claim, language, ...(finding === undefined ? {} : { finding }) };
}

function withoutDates(claim: string, { language, today }: CheckOptions): string {
  let left = '';
  let at = 0;
  for (const { start, end } of readDates(claim, { language, today })) {
    left += claim.slice(at, start);
    at = end;
  }
  return `${left}${claim.slice(at)}`.replace(/\s+(?:vào|trong|in|on)?\s*([.!]?)$/u, '$1');
}

function compare(claim: string, { document, sentence }: QuotedPassage, options: CheckOptions): Verdict {
  // What cannot be trusted in figures can neither support nor contradict them.
  if (sentence.masked || sentence.doubtful) return 'related';
  const claimed = factsOf(claim, options);
  const stated = factsOf(sentence.text, { ...options, language: document.language });
  const dates = document.date === undefined ? stated.dates : [...stated.dates, document.date];
  const judgements = [
    ...claimed.dates.map((date) =>
      judge(
        dates.length > 0,
        dates.some((other) => edtfOverlaps(date, other)),
      ),
    ),
    ...claimed.numbers.map((number) => judge(stated.numbers.length > 0, stated.possible.has(number))),
  ];
  if (judgements.includes('conflicts')) return 'conflicts';
  return judgements.length > 0 && judgements.every((each) => each === 'supports') ? 'supports' : 'related';
}

const judge = (isComparable: boolean, agrees: boolean): Verdict =>
  agrees ? 'supports' : isComparable ? 'conflicts' : 'related';

interface Facts {
  readonly dates: readonly Edtf[];
  readonly numbers: readonly number[];
  readonly possible: ReadonlySet<number>;
}

function factsOf(text: string, { language, today }: CheckOptions): Facts {
  const mentions = readDates(text, { language, today });
  const { stated, possible } = readNumberValues(text, language, mentions);
  return {
    dates: mentions.flatMap(({ edtf }: DateMention) => edtf ?? []),
    // Small spelt numbers are often no claim: "two countries".
    numbers: stated.filter(({ isSpelt }) => !isSpelt).map(({ value }) => value),
    possible,
  };
}

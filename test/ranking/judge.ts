import type { Answer, DirectAnswer, QuotedPassage, Span } from '../../src/core/answer/answer.ts';
import { fold } from '../../src/core/text/fold.ts';
import type { Gold, QuestionCase } from './gold.ts';
import type { Ranking } from './metrics.ts';

/** How a direct answer did. */
export interface DirectOutcome {
  readonly right: boolean;
  /** Wrong, and not even the kind of thing that was asked for. */
  readonly wrongKind: boolean;
}

/** What came of one question. */
export interface Outcome {
  readonly question: QuestionCase;
  readonly answer: Answer;
  readonly answered: boolean;
  /** Answered and right; for what cannot be known: not answered. */
  readonly right: boolean;
  /** Passages, or articles each once, whether relevant, best first; empty for what cannot be known. */
  readonly ranking: Ranking;
  /** How many relevant things there are to find. */
  readonly relevant: number;
  readonly direct?: DirectOutcome;
}

/** Compares an answer with the gold. */
export function judge(question: QuestionCase, answer: Answer): Outcome {
  const { gold } = question;
  const { answered, direct, passages } = answer;
  const sentence = passages[0]?.sentence.text ?? '';
  const directOutcome = direct === undefined ? undefined : judgeDirect(question, direct, sentence);
  return {
    question,
    answer,
    answered,
    ...rank(gold, passages),
    right: gold.kind === 'unknown' ? !answered : answered && isRight(gold, answer),
    ...(directOutcome === undefined ? {} : { direct: directOutcome }),
  };
}

type KnownGold = Exclude<Gold, { kind: 'unknown' }>;

function isRight(gold: KnownGold, { passages, direct }: Answer): boolean {
  const [first] = passages;
  if (first === undefined) return false;
  if (gold.kind === 'articles') return gold.ids.has(first.document.id);
  const shown = readableText(first);
  const said = direct === undefined ? shown : `${direct.text}\n${shown}`;
  return (
    gold.answer.some((pattern) => pattern.test(said)) && gold.must.every((pattern) => pattern.test(shown))
  );
}

function rank(gold: Gold, passages: readonly QuotedPassage[]): Pick<Outcome, 'ranking' | 'relevant'> {
  if (gold.kind === 'unknown') return { ranking: [], relevant: 0 };
  if (gold.kind === 'articles') {
    // Of several articles with the same wording only the one that is named first counts.
    const found = [...new Set(passages.map(({ document }) => document.id))];
    return { ranking: found.map((id) => gold.ids.has(id)), relevant: gold.ids.size };
  }
  const ranking = passages.map((passage) => {
    const text = readableText(passage);
    return (
      gold.answer.some((pattern) => pattern.test(text)) && gold.must.every((pattern) => pattern.test(text))
    );
  });
  // Nobody listed every sentence that would do, so the ideal is the best order of those that were found.
  return { ranking, relevant: ranking.filter(Boolean).length };
}

const readableText = ({ document, sentence }: QuotedPassage): string =>
  `${sentence.text}\n${document.title}`.normalize('NFC');

function judgeDirect({ gold, want }: QuestionCase, direct: DirectAnswer, sentence: string): DirectOutcome {
  const right = isRightDirect(gold, direct, sentence);
  return { right, wrongKind: !right && want !== undefined && direct.kind !== want };
}

function isRightDirect(gold: Gold, { text, span }: DirectAnswer, sentence: string): boolean {
  if (gold.kind === 'unknown') return false;
  if (gold.kind === 'patterns') {
    if (gold.direct !== undefined) return gold.direct.test(text);
    return gold.answer.some((pattern) => pattern.test(text) || findsAround(pattern, sentence, span));
  }
  const said = plain(text);
  return gold.spans.some((wording) => {
    const wanted = plain(wording);
    return wanted !== '' && (said.includes(wanted) || wanted.includes(said));
  });
}

/** Whether the pattern is found where the span lies, as "77 ngày" is around "77". */
function findsAround(pattern: RegExp, sentence: string, { start, end }: Span): boolean {
  const everywhere = new RegExp(pattern, `${pattern.flags}g`);
  return [...sentence.matchAll(everywhere)].some(
    ({ index, 0: found }) => index <= start && end <= index + found.length,
  );
}

/** Words between single spaces, so that one span is found in another only at whole words. */
const plain = (text: string): string =>
  ` ${fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

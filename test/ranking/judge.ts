import type { Answer, DirectAnswer, QuotedPassage } from '../../src/core/answer/answer.ts';
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
  const { answered, direct } = answer;
  const directOutcome = direct === undefined ? undefined : judgeDirect(question, direct);
  return {
    question,
    answer,
    answered,
    ...rank(gold, answer.passages),
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

function judgeDirect({ gold, want }: QuestionCase, { text, kind }: DirectAnswer): DirectOutcome {
  const right = isRightDirect(gold, text.normalize('NFC'));
  return { right, wrongKind: !right && want !== undefined && kind !== want };
}

function isRightDirect(gold: Gold, text: string): boolean {
  if (gold.kind === 'unknown') return false;
  if (gold.kind === 'patterns') {
    return gold.direct === undefined
      ? gold.answer.some((pattern) => pattern.test(text))
      : gold.direct.test(text);
  }
  const said = plain(text);
  return gold.spans.some((span) => {
    const wanted = plain(span);
    return wanted !== '' && (said.includes(wanted) || wanted.includes(said));
  });
}

/** Words between single spaces, so that one span is found in another only at whole words. */
const plain = (text: string): string =>
  ` ${fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

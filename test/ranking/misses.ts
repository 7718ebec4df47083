import type { Gold } from './gold.ts';
import type { Outcome } from './judge.ts';

/** Each question that was not answered rightly or whose direct answer is wrong: what came first, and the gold. */
export function renderMisses(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ right, direct }) => !right || direct?.right === false)
    .map(renderMiss)
    .join('\n\n');
}

function renderMiss({ question, answer, answered, right, ranking, direct }: Outcome): string {
  const [first] = answer.passages;
  const place = ranking.indexOf(true) + 1;
  const verdict = right ? 'right passage, wrong direct answer' : answered ? 'wrong' : 'abstained';
  const lines = [
    `${question.id} [${question.group}] ${question.turns.join(' → ')}`,
    `  ${answered || question.gold.kind !== 'unknown' ? verdict : 'abstained'}, confidence ${answer.confidence.toFixed(3)}, ` +
      (place === 0 ? 'nothing relevant found' : `first relevant at ${place}`),
  ];
  if (answer.direct !== undefined) {
    lines.push(
      `  direct (${answer.direct.kind}${direct?.right === true ? '' : ', wrong'}): ${answer.direct.text}`,
    );
  }
  if (first !== undefined) {
    lines.push(
      `  first: ${first.sentence.text}`,
      `         — ${first.document.title} (${first.document.id})`,
    );
  }
  lines.push(`  gold:  ${renderGold(question.gold)}`);
  return lines.join('\n');
}

function renderGold(gold: Gold): string {
  if (gold.kind === 'unknown') return 'not to be answered';
  if (gold.kind === 'articles') return `${[...gold.ids].join(', ')}: ${gold.spans.join(' | ')}`;
  const must = gold.must.map(({ source }) => source).join(' AND ');
  return gold.answer.map(({ source }) => source).join(' OR ') + (must === '' ? '' : `  WITH ${must}`);
}

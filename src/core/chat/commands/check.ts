import { type CheckedClaim, checkClaims } from '../../answer/claims.ts';
import type { Library } from '../../knowledge/library.ts';
import { echo } from '../echo.ts';
import { quoteBlocks } from '../quote-blocks.ts';
import type { Block } from '../reply.ts';
import { inEveryLanguage, wordsIn } from '../words/words.ts';
import { argumentOf } from './argument.ts';
import { defineCommand } from './command.ts';

/** `/check`: what the library says to a statement: supporting, conflicting or no sentences. */
export const check = defineCommand({
  name: 'check',
  aliases: ['kiemchung'],
  localName: 'kiểm-chứng',
  summary: inEveryLanguage((words) => words.commands.check),
  argument: argumentOf('claim', true),
  readsQuoted: true,
  run: (text, { answerer, language, today, words }) => {
    const claims = checkClaims(text, answerer, { language, today });
    const [first] = claims;
    if (first === undefined) return { language, blocks: [{ kind: 'text', text: words.nothingToCheck }] };
    return {
      language: first.language,
      blocks: claims.flatMap((claim) => blocksOf(claim, claims.length > 1, answerer.library)),
    };
  },
});

/** A claim is repeated only where there are several to be told apart. */
function blocksOf(
  { claim, language, finding }: CheckedClaim,
  isOneOfSeveral: boolean,
  library: Library,
): readonly Block[] {
  const words = wordsIn(language);
  const repeated: readonly Block[] = isOneOfSeveral
    ? [{ kind: 'notice', text: words.claimQuoted(echo(claim)) }]
    : [];
  if (finding === undefined) return [...repeated, { kind: 'text', text: words.noSentenceOnClaim }];
  return [
    ...repeated,
    { kind: 'heading', text: words.verdicts[finding.verdict] },
    ...quoteBlocks(finding.passage, language, library),
  ];
}

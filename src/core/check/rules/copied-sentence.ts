import { fold } from '../../text/fold.ts';
import { beginningOf } from '../beginning-of.ts';
import type { Rule } from '../finding.ts';
import { tokenWords } from '../token-words.ts';

/** So many words in a row are no accident; names of offices and agreements are shorter. */
const WORDS_IN_A_ROW = 16;

/** A sentence taken over from an original that lies in the folder. */
export const copiedSentence: Rule = {
  name: 'copied-sentence',
  catches: `A sentence that shares ${WORDS_IN_A_ROW} words in a row with an original (.txt) in the folder.`,
  *find({ statements, originals }) {
    const holders = new Map<string, string>();
    for (const [path, text] of originals) for (const run of runsOf(text)) holders.set(run, path);
    if (holders.size === 0) return;
    for (const { sentence, file, line, isQuotation } of statements) {
      if (isQuotation) continue;
      const original = runsOf(sentence.text)
        .map((run) => holders.get(run))
        .find((path) => path !== undefined);
      if (original === undefined) continue;
      yield {
        file,
        line,
        message: `The sentence stands almost word for word in ${original}: "${beginningOf(sentence.text)}"`,
        remedy: 'Say it in words of your own.',
        subject: sentence.handle,
      };
    }
  },
};

/** All runs of so many words, without case, marks or the "_" of word-segmented texts. */
function runsOf(text: string): readonly string[] {
  const words = tokenWords(fold(text));
  return words
    .slice(0, Math.max(words.length - WORDS_IN_A_ROW + 1, 0))
    .map((_, at) => words.slice(at, at + WORDS_IN_A_ROW).join(' '));
}

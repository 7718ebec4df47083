import { beginningOf } from '../beginning-of.ts';
import type { Rule } from '../finding.ts';

/** Words between spaces, so syllables in Vietnamese. */
const MOST_WORDS = 60;

/** A sentence too long to be quoted as an answer. */
export const longSentence: Rule = {
  name: 'long-sentence',
  catches: `A sentence over ${MOST_WORDS} words.`,
  *find({ statements }) {
    for (const { sentence, file, line, isQuotation } of statements) {
      const words = sentence.text.split(' ').length;
      if (isQuotation || words <= MOST_WORDS) continue;
      yield {
        file,
        line,
        message: `The sentence has ${words} words: "${beginningOf(sentence.text)}"`,
        remedy: `Make two sentences of it, each with its own subject and date; at most ${MOST_WORDS} words each.`,
        subject: sentence.handle,
      };
    }
  },
};

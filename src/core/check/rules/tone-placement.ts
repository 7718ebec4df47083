import { canonicalTonePlacement } from '../../text/tone-placement.ts';
import type { Rule } from '../finding.ts';
import { tokenWords } from '../token-words.ts';

/** A tone mark placed as in "hoà", "thuý" where this folder writes "hòa", "thúy". */
export const tonePlacement: Rule = {
  name: 'tone-placement',
  catches: 'A tone mark placed as in "hoà" or "thuý"; the folder writes "hòa", "thúy".',
  *find({ statements }) {
    for (const { sentence, file, line, isQuotation } of statements) {
      if (isQuotation) continue;
      const words = tokenWords(sentence.text).filter((word) => canonicalTonePlacement(word) !== word);
      if (words.length === 0) continue;
      const mended = words.map((word) => `"${canonicalTonePlacement(word)}"`).join(', ');
      yield {
        file,
        line,
        message: `Tone marks stand on the other letter: ${words.map((word) => `"${word}"`).join(', ')}.`,
        remedy: `Write ${mended}.`,
        subject: sentence.handle,
      };
    }
  },
};

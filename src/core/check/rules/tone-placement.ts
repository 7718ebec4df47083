import { canonicalTonePlacement } from '../../text/tone-placement.ts';
import type { Rule } from '../finding.ts';
import { tokenWords } from '../token-words.ts';

/** A tone mark placed as in "hoà", "thuý" where this folder writes "hòa", "thúy". */
export const tonePlacement: Rule = {
  name: 'tone-placement',
  catches: 'A tone mark placed as in "hoà" or "thuý"; the folder writes "hòa", "thúy".',
  *find({ wordings }) {
    for (const { text, file, line, subject } of wordings) {
      const words = tokenWords(text).filter((word) => canonicalTonePlacement(word) !== word);
      if (words.length === 0) continue;
      yield {
        file,
        line,
        message: `Tone marks stand on another letter than elsewhere: ${quoted(words)}.`,
        remedy: `Write ${quoted(words.map(canonicalTonePlacement))}.`,
        subject,
      };
    }
  },
};

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

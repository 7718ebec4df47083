import { beginningOf } from '../beginning-of.ts';
import { danglingOpener } from '../dangling-opener.ts';
import type { Rule } from '../finding.ts';

/** A sentence whose subject is only named in the one before it. */
export const standAlone: Rule = {
  name: 'stand-alone',
  catches:
    'A sentence that begins with a pronoun, a demonstrative or another word that needs the sentence before it.',
  *find({ statements }) {
    for (const { document, sentence, file, line, isQuotation, mentions } of statements) {
      if (isQuotation) continue;
      const opener = danglingOpener(sentence.text, document.language);
      // "Cùng ngày 28 tháng 1": the date within it says which one is meant.
      if (opener === undefined || mentions.some(({ start }) => start < opener.length)) continue;
      yield {
        file,
        line,
        message: `The sentence cannot stand alone: "${beginningOf(sentence.text)}"`,
        remedy: `Name what "${opener}" stands for; every sentence is quoted without its neighbours.`,
        subject: sentence.handle,
      };
    }
  },
};

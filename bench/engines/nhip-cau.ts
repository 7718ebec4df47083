import { parseEdtf } from '../../src/core/dates/edtf.ts';
import { type CreateEngine, type Found, TOP } from './engine.ts';

type AnswererModule = typeof import('../../src/core/answer/answerer.ts');

/** Measured as it is shipped: the compiled core, not what a test runner makes of the sources. */
const COMPILED = new URL('../../dist/core/answer/answerer.js', import.meta.url).href;
const { Answerer } = (await import(COMPILED)) as AnswererModule;

/** Any day will do; a fixed one keeps runs comparable. */
const today = parseEdtf('2026-01-01');

/** The whole answer: analysis of the question, ranking, direct answer, suggestions. */
export const createNhipCau: CreateEngine = ({ library, recordOf, passages: limit }) => {
  if (today === undefined) throw new Error('The fixed day is no date.');
  let answerer: InstanceType<typeof Answerer> | undefined;
  return {
    build: () => {
      answerer = new Answerer(library, today);
      // Otherwise the first questions would pay for what the peers build here.
      answerer.prepare();
    },
    search: (question): Found => {
      if (answerer === undefined) throw new Error('The core was asked before it was built.');
      const { passages, answered } = answerer.ask(question, { language: 'vi', today, limit });
      const records = passages.map((passage) => {
        // Worked out only when it is looked at; whoever shows the passage looks.
        if (passage.highlights.length > passage.sentence.text.length) throw new Error('Too many highlights.');
        return recordOf.get(passage.sentence) ?? -1;
      });
      return { records: [...new Set(records)].slice(0, TOP), answered };
    },
  };
};

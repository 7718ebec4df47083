import lunr from 'lunr';
import { type CreateEngine, foundIds, TOP } from './engine.ts';

/** Characters that mean something in lunr's query language; a question does not mean them. */
const OPERATORS = /[:^~+*-]/g;

/** lunr as it comes: its pipeline is English, its trimmer strips all but ASCII from the ends of words. */
export const createLunr: CreateEngine = ({ records }) => {
  let index: lunr.Index | undefined;
  return {
    build: () => {
      index = lunr((builder) => {
        builder.ref('id');
        builder.field('title');
        builder.field('text');
        for (const record of records) builder.add(record);
      });
    },
    search: (question) => {
      if (index === undefined) throw new Error('lunr was asked before it was built.');
      const hits = index.search(question.replace(OPERATORS, ' '));
      return foundIds(hits.slice(0, TOP).map(({ ref }) => Number(ref)));
    },
    snapshot: {
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = lunr.Index.load(JSON.parse(saved));
      },
    },
  };
};

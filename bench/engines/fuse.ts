import Fuse from 'fuse.js';
import { type CreateEngine, foundIds, type SearchRecord, TOP } from './engine.ts';

const keys = ['title', 'text'];

/** Fuse.js as it comes: it compares the whole question with every text, letter by letter. */
export const createFuse: CreateEngine = ({ records }) => {
  let fuse: Fuse<SearchRecord> | undefined;
  return {
    build: () => {
      fuse = new Fuse(records, { keys });
    },
    search: (question) => {
      if (fuse === undefined) throw new Error('Fuse.js was asked before it was built.');
      return foundIds(fuse.search(question, { limit: TOP }).map(({ item }) => item.id));
    },
    snapshot: {
      save: () => JSON.stringify(fuse?.getIndex().toJSON()),
      load: (saved) => {
        fuse = new Fuse(records, { keys }, Fuse.parseIndex<SearchRecord>(JSON.parse(saved)));
      },
    },
  };
};

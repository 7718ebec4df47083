import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { type CreateEngine, foundIds, TOP } from './engine.ts';

const schema = { title: 'string', text: 'string' } as const;

/** Orama as it comes: full-text search, English tokeniser (it has none for Vietnamese). */
export const createOrama: CreateEngine = ({ records }) => {
  const database = create({ schema });
  return {
    build: async () => {
      const documents = records.map(({ id, title, text }) => ({ id: String(id), title, text }));
      await insertMultiple(database, documents, documents.length);
    },
    search: async (term) => {
      const { hits } = await search(database, { term, limit: TOP });
      return foundIds(hits.map(({ id }) => Number(id)));
    },
    snapshot: {
      save: () => JSON.stringify(save(database)),
      load: (saved) => load(database, JSON.parse(saved) as RawData),
    },
  };
};

import { Index } from 'flexsearch';
import { type CreateEngine, foundIds, TOP } from './engine.ts';

/**
 * FlexSearch, an index of title and text together. `suggest` is the one option that is set: without it every word of
 * the question must occur in the sentence, and a question is never found.
 */
export const createFlexSearch: CreateEngine = ({ records }) => {
  const index = new Index();
  return {
    build: () => {
      for (const { id, title, text } of records) index.add(id, `${title} ${text}`);
    },
    search: (question) => foundIds(index.search(question, { limit: TOP, suggest: true }).map(Number)),
    snapshot: {
      save: async () => {
        const parts: [string, string][] = [];
        await index.export(async (key: string, data: string) => {
          parts.push([key, data]);
        });
        return JSON.stringify(parts);
      },
      load: (saved) => {
        for (const [key, data] of JSON.parse(saved) as [string, string][]) index.import(key, data);
      },
    },
  };
};

import MiniSearch from 'minisearch';
import { fold } from '../../src/core/text/fold.ts';
import {
  type CreateEngine,
  type EngineInput,
  foundIds,
  type SearchEngine,
  type SearchRecord,
  TOP,
} from './engine.ts';

type Options = ConstructorParameters<typeof MiniSearch<SearchRecord>>[0];

function createMiniSearch({ records }: EngineInput, extra: Partial<Options>): SearchEngine {
  const options: Options = { fields: ['title', 'text'], ...extra };
  let index = new MiniSearch<SearchRecord>(options);
  return {
    build: () => index.addAll(records),
    search: (question) =>
      foundIds(
        index
          .search(question)
          .slice(0, TOP)
          .map(({ id }) => Number(id)),
      ),
    snapshot: {
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = MiniSearch.loadJSON(saved, options);
      },
    },
  };
}

/** MiniSearch as it comes. */
export const createDefaultMiniSearch: CreateEngine = (input) => createMiniSearch(input, {});

/** MiniSearch with the one option a Vietnamese project would set on its first day: marks are folded away. */
export const createFoldingMiniSearch: CreateEngine = (input) =>
  createMiniSearch(input, { processTerm: (term) => fold(term.normalize('NFC')) });

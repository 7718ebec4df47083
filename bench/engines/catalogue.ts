import type { CreateEngine } from './engine.ts';

/** Loads only the library that is asked for, so that a process holds no other. */
const CATALOGUE = {
  'nhip-cau': async () => (await import('./nhip-cau.ts')).createNhipCau,
  minisearch: async () => (await import('./minisearch.ts')).createDefaultMiniSearch,
  'minisearch-folded': async () => (await import('./minisearch.ts')).createFoldingMiniSearch,
  orama: async () => (await import('./orama.ts')).createOrama,
  flexsearch: async () => (await import('./flexsearch.ts')).createFlexSearch,
  lunr: async () => (await import('./lunr.ts')).createLunr,
  fuse: async () => (await import('./fuse.ts')).createFuse,
  'sqlite-fts5': async () => (await import('./sqlite-fts5.ts')).createSqliteFts5,
} as const satisfies Record<string, () => Promise<CreateEngine>>;

export type EngineName = keyof typeof CATALOGUE;

export const isEngineName = (name: string): name is EngineName => Object.hasOwn(CATALOGUE, name);

export const ENGINE_NAMES: readonly EngineName[] = Object.keys(CATALOGUE).filter(isEngineName);

/** The engine that all others are compared with. */
export const YARDSTICK: EngineName = 'minisearch';

export const loadEngine = (name: EngineName): Promise<CreateEngine> => CATALOGUE[name]();

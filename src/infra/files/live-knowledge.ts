import type { ServedKnowledge } from '../../core/chat/chat.ts';
import type { Edtf } from '../../core/dates/edtf.ts';
import type { KnowledgeProblem } from '../../core/knowledge/problem.ts';
import type { Log } from '../../core/ports/log.ts';
import { type FolderWatcherOptions, watchFolder } from './folder-watcher.ts';
import { createKnowledgeBuilder, type KnowledgeBuilder } from './knowledge-builder.ts';

export interface LiveKnowledgeOptions extends FolderWatcherOptions {
  readonly directory: string;
  /** What was loaded at the start, and the name of its state. */
  readonly first: ServedKnowledge & { readonly version: string };
  readonly today: () => Edtf;
  readonly log: Log;
  /** By default one that reads in a thread of its own. */
  readonly builder?: KnowledgeBuilder;
}

/** Knowledge that follows its folder. */
export interface LiveKnowledge {
  /** What is served at this moment; replaced as a whole, and only by what could be read. */
  readonly current: () => ServedKnowledge;
  /** Follows the folder until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

/** So many letters name a state of the folder well enough. */
const VERSION_LENGTH = 12;
/** So many problems are told; `nhip-cau check` tells all. */
const MOST_PROBLEMS = 10;

export function createLiveKnowledge(options: LiveKnowledgeOptions): LiveKnowledge {
  // What is kept must not hold the first knowledge, which is given up when another is served.
  const { directory, first, today, log, builder = createKnowledgeBuilder(), ...watching } = options;
  let served: ServedKnowledge = first;
  let version = first.version;
  let broken = false;

  const tellLoaded = (): void => {
    const { articles, events } = served.answerer.library;
    log.write({
      event: 'knowledge-loaded',
      version: version.slice(0, VERSION_LENGTH),
      articles: articles.length,
      events: events.length,
    });
  };
  const tellBroken = (problems: readonly KnowledgeProblem[]): void => {
    broken = true;
    const told = problems.slice(0, MOST_PROBLEMS).map(({ file, line, message }) => ({ file, line, message }));
    log.write({ event: 'knowledge-broken', count: problems.length, problems: told });
  };

  const reload = async (): Promise<void> => {
    const build = await builder.build({ directory, today: today(), served: version });
    if (build.kind === 'problems') {
      tellBroken(build.problems);
      return;
    }
    if (build.kind === 'unchanged' && !broken) return;
    if (build.kind === 'built') {
      served = build.knowledge;
      version = build.version;
    }
    broken = false;
    tellLoaded();
  };

  const reloadOrTell = async (): Promise<void> => {
    try {
      await reload();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown reason';
      const message = `Reading the folder failed (${reason}).`;
      tellBroken([{ file: directory, line: 1, message, remedy: 'Save a file of the folder to try again.' }]);
    }
  };

  return {
    current: () => served,
    run: async (signal) => {
      tellLoaded();
      await watchFolder(directory, reloadOrTell, signal, watching);
      await builder.close();
    },
  };
}

import type { EngineName } from '../engines/catalogue.ts';
import type { Found } from '../engines/engine.ts';
import type { CorpusChoice } from '../workload/corpus.ts';

/** What a worker process is started for: one engine, one corpus. */
export interface WorkerTask {
  readonly engine: EngineName;
  readonly corpus: CorpusChoice;
}

/** What the parent asks of a worker, one thing at a time. */
export type WorkerRequest =
  | { readonly kind: 'build' }
  | { readonly kind: 'load' }
  | {
      readonly kind: 'ask';
      readonly questions: readonly string[];
      /** Once so many milliseconds are spent, the rest is not asked. */
      readonly budget: number;
    };

/** How the index came to be. */
export interface Built {
  readonly kind: 'built';
  /** The median of up to three builds. */
  readonly milliseconds: number;
  /** What texts and index hold together after a collection of garbage: V8's heap, buffers, native pages. */
  readonly bytes: number;
  /** The texts' part of it. */
  readonly textBytes: number;
}

/** How long a saved index takes to be ready; no time when the engine cannot save one. */
export interface Loaded {
  readonly kind: 'loaded';
  readonly milliseconds?: number;
}

/** The answers to a batch, fewer when the budget ran out, and how long each took. */
export interface Asked {
  readonly kind: 'asked';
  readonly milliseconds: readonly number[];
  readonly found: readonly Found[];
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | Built
  | Loaded
  | Asked
  | { readonly kind: 'failed'; readonly message: string };

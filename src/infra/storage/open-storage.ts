import type { FeedbackStore } from '../../core/ports/feedback-store.ts';
import type { GapStore } from '../../core/ports/gap-store.ts';
import type { HandledUpdates } from '../../core/ports/handled-updates.ts';
import type { PostLedger } from '../../core/ports/post-ledger.ts';
import type { PreferenceStore } from '../../core/ports/preference-store.ts';
import type { SubscriptionStore } from '../../core/ports/subscription-store.ts';
import { createSealer } from './keyed-sealer.ts';
import { MemoryFeedbackStore } from './memory/memory-feedback-store.ts';
import { MemoryGapStore } from './memory/memory-gap-store.ts';
import { MemoryHandledUpdates } from './memory/memory-handled-updates.ts';
import { MemoryPostLedger } from './memory/memory-post-ledger.ts';
import { MemoryPreferenceStore } from './memory/memory-preference-store.ts';
import { MemorySubscriptionStore } from './memory/memory-subscription-store.ts';

/** Where to keep things. */
export type StorageChoice =
  /** Until the process ends. */
  | { readonly kind: 'memory' }
  /** In one file, for one process; `busyTimeoutMs` is how long a write waits for another process. */
  | { readonly kind: 'sqlite'; readonly file: string; readonly busyTimeoutMs?: number }
  /** For any number of processes. */
  | { readonly kind: 'postgres'; readonly url: string };

export interface StorageOptions {
  /** Keys of 32 bytes: the first seals what tells who, where or what somebody wrote, all open it. None: plainly. */
  readonly keys?: readonly Buffer[];
}

/** Everything that outlasts an answer. Its methods throw `StorageError` when they fail. */
export interface Storage {
  readonly preferences: PreferenceStore;
  readonly feedback: FeedbackStore;
  readonly subscriptions: SubscriptionStore;
  readonly ledger: PostLedger;
  readonly gaps: GapStore;
  readonly handledUpdates: HandledUpdates;
  /** Resolves when the storage answers, and throws a `StorageError` when it does not. */
  check(): Promise<void>;
  /** Lets go of files and connections; may be called again. */
  close(): Promise<void>;
}

/**
 * Opens a storage ready for use: made if there was none, brought to the present form, sealed with the first key.
 * Throws a `StorageError` whose message tells the operator what to do.
 */
export async function openStorage(choice: StorageChoice, options: StorageOptions = {}): Promise<Storage> {
  if (choice.kind === 'memory') return openMemory();
  // Only whoever keeps things in a database loads what speaks to it.
  const { openSqlStorage } = await import('./sql/open-sql-storage.ts');
  return openSqlStorage(choice, createSealer(options.keys ?? []));
}

function openMemory(): Storage {
  const ledger = new MemoryPostLedger();
  return {
    preferences: new MemoryPreferenceStore(),
    feedback: new MemoryFeedbackStore(),
    subscriptions: new MemorySubscriptionStore(ledger),
    ledger,
    gaps: new MemoryGapStore(),
    handledUpdates: new MemoryHandledUpdates(),
    check: async () => {},
    close: async () => {},
  };
}

import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ServedKnowledge } from '../../core/chat/chat.ts';
import type { KnowledgeDocument } from '../../core/knowledge/document.ts';
import type { KnowledgeProblem } from '../../core/knowledge/problem.ts';
import { type KnowledgeOrder, type KnowledgeParcel, unpackKnowledge } from './knowledge-parcels.ts';
import type { WorkerRequest } from './knowledge-worker.ts';

/** What comes of reading a folder. */
export type KnowledgeBuild =
  | { readonly kind: 'built'; readonly version: string; readonly knowledge: ServedKnowledge }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problems'; readonly problems: readonly KnowledgeProblem[] };

/** Reads knowledge beside the thread that answers. One order at a time. */
export interface KnowledgeBuilder {
  /** Rejects when the thread that reads dies; the next order starts another. */
  build(order: KnowledgeOrder): Promise<KnowledgeBuild>;
  close(): Promise<void>;
}

/** Beside this very file, in whatever form it runs. */
const WORKER = new URL(`./knowledge-worker${extname(import.meta.url)}`, import.meta.url);

/** Run from its source, as in tests, a thread needs what translates TypeScript; it inherits nothing. */
function startThread(): Worker {
  if (!WORKER.pathname.endsWith('.ts')) return new Worker(WORKER);
  const translator = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const program = JSON.stringify(WORKER.href);
  return new Worker(
    `import(${translator}).then(({ register }) => { register(); return import(${program}); });`,
    { eval: true },
  );
}

/** Lets everything that waits come first. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createKnowledgeBuilder(): KnowledgeBuilder {
  let worker: Worker | undefined;

  const hired = (): Worker => {
    if (worker !== undefined) return worker;
    const started = startThread();
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    started.once('error', forget);
    started.once('exit', forget);
    worker = started;
    return started;
  };

  return {
    build: async (order) => {
      const thread = hired();
      // A process that has nothing else to do need not wait for it.
      thread.unref();
      const documents: KnowledgeDocument[] = [];
      for (let request: WorkerRequest = { kind: 'read', order }; ; request = { kind: 'next' }) {
        const parcel = await exchange(thread, request);
        if (parcel.kind === 'documents') {
          documents.push(...parcel.documents);
          await rest();
        } else if (parcel.kind === 'last') {
          await rest();
          const knowledge = await unpackKnowledge(documents, parcel, order.today, rest);
          return { kind: 'built', version: parcel.version, knowledge };
        } else {
          return parcel;
        }
      }
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

/** Asks the thread, and waits for its answer or its end. */
function exchange(thread: Worker, request: WorkerRequest): Promise<KnowledgeParcel> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      thread.off('message', heard).off('error', failed).off('exit', ended);
      act();
    };
    const heard = (parcel: KnowledgeParcel): void => settle(() => resolve(parcel));
    const failed = (error: unknown): void =>
      settle(() =>
        reject(error instanceof Error ? error : new Error('The thread that reads knowledge died.')),
      );
    const ended = (): void => settle(() => reject(new Error('The thread that reads knowledge ended.')));
    thread.on('message', heard).on('error', failed).on('exit', ended);
    thread.postMessage(request);
  });
}

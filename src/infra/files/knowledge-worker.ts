import { parentPort } from 'node:worker_threads';
import { type KnowledgeOrder, type KnowledgeParcel, memoryOf, packKnowledge } from './knowledge-parcels.ts';
import { KnowledgeReader } from './knowledge-reader.ts';

/** What the thread is told: to read a folder, or to send the next parcel of the one it has read. */
export type WorkerRequest =
  | { readonly kind: 'read'; readonly order: KnowledgeOrder }
  | { readonly kind: 'next' };

const reader = new KnowledgeReader();
let parcels: Generator<KnowledgeParcel> | undefined;

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'read') parcels = packKnowledge(request.order, reader);
  const next = parcels?.next();
  if (next === undefined || next.done === true) return;
  parentPort?.postMessage(next.value, memoryOf(next.value));
  // It has not ended: it still has something to do that nobody waits for.
  if (next.value.kind === 'unchanged') parcels?.next();
});

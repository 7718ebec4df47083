import { parentPort } from 'node:worker_threads';
import { type KnowledgeOrder, type KnowledgeParcel, memoryOf, packKnowledge } from './knowledge-parcels.ts';

/** What the thread is told: to read a folder, or to send the next parcel of the one it has read. */
export type WorkerRequest =
  | { readonly kind: 'read'; readonly order: KnowledgeOrder }
  | { readonly kind: 'next' };

let parcels: Generator<KnowledgeParcel> | undefined;

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'read') parcels = packKnowledge(request.order);
  const next = parcels?.next();
  if (next === undefined || next.done === true) return;
  parentPort?.postMessage(next.value, memoryOf(next.value));
});

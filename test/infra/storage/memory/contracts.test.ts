import { MemoryFeedbackStore } from '../../../../src/infra/storage/memory/memory-feedback-store.ts';
import { MemoryPostLedger } from '../../../../src/infra/storage/memory/memory-post-ledger.ts';
import { MemoryPreferenceStore } from '../../../../src/infra/storage/memory/memory-preference-store.ts';
import { MemorySubscriptionStore } from '../../../../src/infra/storage/memory/memory-subscription-store.ts';
import { feedbackStoreContract } from '../../../contracts/feedback-store.ts';
import { postLedgerContract } from '../../../contracts/post-ledger.ts';
import { preferenceStoreContract } from '../../../contracts/preference-store.ts';
import { subscriptionStoreContract } from '../../../contracts/subscription-store.ts';

const close = async (): Promise<void> => {};

preferenceStoreContract('memory', async () => ({ preferences: new MemoryPreferenceStore(), close }));
feedbackStoreContract('memory', async () => ({ feedback: new MemoryFeedbackStore(), close }));
subscriptionStoreContract('memory', async () => {
  const ledger = new MemoryPostLedger();
  return { subscriptions: new MemorySubscriptionStore(ledger), ledger, close };
});
postLedgerContract('memory', async () => ({ ledger: new MemoryPostLedger(), close }));

import type { Storage } from '../../../src/infra/storage/open-storage.ts';
import { feedbackStoreContract } from '../../contracts/feedback-store.ts';
import { gapStoreContract } from '../../contracts/gap-store.ts';
import { handledUpdatesContract } from '../../contracts/handled-updates.ts';
import { postLedgerContract } from '../../contracts/post-ledger.ts';
import { preferenceStoreContract } from '../../contracts/preference-store.ts';
import { subscriptionStoreContract } from '../../contracts/subscription-store.ts';

/** Holds all that a storage promises; `open` gives an empty one for each test. */
export function storageContracts(name: string, open: () => Promise<Storage>): void {
  preferenceStoreContract(name, open);
  feedbackStoreContract(name, open);
  subscriptionStoreContract(name, open);
  postLedgerContract(name, open);
  gapStoreContract(name, open);
  handledUpdatesContract(name, open);
}
